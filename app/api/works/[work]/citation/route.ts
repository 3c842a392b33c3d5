import * as operations from '../../../../../lib/api/operations/reading';
import { InputError } from '../../../../../lib/core/errors';
import { cite } from '../../../../../lib/formats/citation/write';
import { findEdition, loadWork } from '../../../../../lib/works/load';
import { serve } from '../../../serve';

export const dynamic = 'force-dynamic';

/** A citation of a place: `?siglum=…&segment=…&form=bibtex&url=…`, and `quote` for its words. */
export const GET = serve(operations.getCitation, async ({ params, query }) => {
  const { siglum, segment, form, url = '', quote } = query;
  const { work } = await loadWork(params.work);
  const edition = findEdition(work, siglum);
  const index = edition.segments.findIndex(({ id }) => id === segment);
  if (index < 0) {
    throw new InputError(`“${segment.slice(0, 80)}” is not a segment of “${siglum}”`, {
      code: 'not-found',
      remedy: 'take an id that the edition names',
    });
  }
  const text = cite(
    work,
    edition,
    {
      paragraph: edition.segments[index].label ?? String(index + 1),
      url: /^https?:\/\//.test(url) ? url : '',
      quote: quote || undefined,
    },
    form,
  );
  return new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
});
