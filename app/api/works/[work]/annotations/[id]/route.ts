import { annotation, annotationType } from '../../../../../../lib/api/annotations';
import * as operations from '../../../../../../lib/api/operations/reading';
import { InputError } from '../../../../../../lib/core/errors';
import { loadWork } from '../../../../../../lib/works/load';
import { placeNotes } from '../../../../../../lib/works/notes';
import { annotationAddresses } from '../../../../../server/address';
import { serve } from '../../../../serve';

export const dynamic = 'force-dynamic';

/** One note as a W3C Web Annotation. */
export const GET = serve(operations.getAnnotation, async ({ request, params }) => {
  const { work, notes } = await loadWork(params.work);
  const note = notes.find(({ id }) => id === params.id);
  if (!note) {
    throw new InputError(`“${params.id.slice(0, 64)}” is not a note on this work`, {
      code: 'not-found',
      remedy: 'take an id that the list of annotations names',
    });
  }
  const [placed] = placeNotes(work, [note]);
  const found = annotation(work, placed, annotationAddresses(request, work.slug));
  return new Response(`${JSON.stringify(found, null, 2)}\n`, {
    headers: { 'content-type': annotationType },
  });
});
