import { InputError } from '../../../lib/core/errors';
import { answer } from '../../api/answer';
import { faceFile, faceSheet, pageFaces } from '../../server/page-faces';

/** What an address of a face gives never changes but with an installation: it is kept for a month. */
const headers = { 'cache-control': 'public, max-age=2592000' };

/** A face for the characters of a page: its style sheet, or with `part` one of its files. */
export const GET = (request: Request, { params }: { params: Promise<{ face: string }> }) =>
  answer(async () => {
    const { face: name } = await params;
    const face = pageFaces.find((each) => each === name);
    if (!face) throw new InputError(`there is no face “${name}”`, { code: 'not-found' });
    const query = new URL(request.url).searchParams;
    const of = query.get('of') ?? '';
    const part = query.get('part');
    if (part === null) {
      return new Response(faceSheet(face, of), {
        headers: { ...headers, 'content-type': 'text/css' },
      });
    }
    const file = await faceFile(face, Number(part), of);
    return new Response(Uint8Array.from(file), {
      headers: { ...headers, 'content-type': 'font/woff' },
    });
  });
