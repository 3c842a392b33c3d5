import { InputError } from '../../../../lib/edition/errors';
import { decodeText, largestFile } from '../../../../lib/ingest/text-file';
import { understand } from '../../../../lib/library/importing';
import { answer } from '../../answer';

export const dynamic = 'force-dynamic';

/**
 * What is understood of a text: the body is the file itself, `?name=` its name. Nothing is
 * saved.
 */
export function POST(request: Request): Promise<Response> {
  return answer(async () => {
    const name = new URL(request.url).searchParams.get('name')?.slice(0, 200) || 'text.txt';
    if (Number(request.headers.get('content-length')) > largestFile) {
      throw new InputError('the file is too long for an edition', {
        file: name,
        remedy: 'divide it, for example by volume or book',
      });
    }
    const bytes = Buffer.from(await request.arrayBuffer());
    const text = decodeText(bytes, name);
    return Response.json({ name, text, ...understand(text, name) });
  });
}
