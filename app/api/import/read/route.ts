import { largestUpload } from '../../../../lib/core/files';
import { understand } from '../../../../lib/works/import';
import { answer, bytesOf } from '../../answer';
import { enter } from '../../guard';

export const dynamic = 'force-dynamic';

/**
 * What is understood of a file, with an entry for each edition that it holds: the body is the
 * file itself, `?name=` its name. Nothing is saved.
 */
export function POST(request: Request): Promise<Response> {
  return answer(async () => {
    await enter(request);
    const name = new URL(request.url).searchParams.get('name')?.slice(0, 200) || 'text.txt';
    const bytes = await bytesOf(request, largestUpload);
    return Response.json(await understand({ bytes, name }));
  });
}
