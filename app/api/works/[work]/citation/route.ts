import { InputError } from '../../../../../lib/core/errors';
import { citationForms, cite } from '../../../../../lib/formats/citation/write';
import { findEdition, loadWork } from '../../../../../lib/works/load';
import { answer } from '../../../answer';

export const dynamic = 'force-dynamic';

/** A citation of a place: `?siglum=…&segment=…&form=bibtex&url=…`, and `quote` for its words. */
export function GET(
  request: Request,
  { params }: { params: Promise<{ work: string }> },
): Promise<Response> {
  return answer(async () => {
    const query = new URL(request.url).searchParams;
    const { work } = await loadWork((await params).work);
    const edition = findEdition(work, query.get('siglum') ?? '');
    const index = edition.segments.findIndex(({ id }) => id === query.get('segment'));
    const form = citationForms.find((each) => each === query.get('form'));
    if (index < 0 || !form) {
      throw new InputError('the citation needs a segment of the edition, and a form', {
        remedy: `choose the form from ${citationForms.join(', ')}`,
      });
    }
    const url = query.get('url') ?? '';
    const text = cite(
      work,
      edition,
      {
        paragraph: edition.segments[index].label ?? String(index + 1),
        url: /^https?:\/\//.test(url) ? url.slice(0, 2000) : '',
        quote: query.get('quote')?.slice(0, 2000) || undefined,
      },
      form,
    );
    return new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
  });
}
