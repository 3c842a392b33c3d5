import { largestUpload } from '../../../../lib/core/files';
import { understandSafely } from '../../../../lib/works/understand';
import { answer, bytesOf } from '../../answer';
import { allowReadingFiles, enter } from '../../guard';

export const dynamic = 'force-dynamic';

/**
 * What is understood of a file, with an entry for each edition that it holds: the body is the
 * file itself, `?name=` its name. Nothing is saved.
 */
export function POST(request: Request): Promise<Response> {
  return answer(async () => {
    await allowReadingFiles(await enter(request));
    const name = new URL(request.url).searchParams.get('name')?.slice(0, 200) || 'text.txt';
    const bytes = await bytesOf(request, largestUpload);
    const json = await understandSafely({ bytes, name });
    return new Response(new Uint8Array(json), { headers: { 'content-type': 'application/json' } });
  });
}
