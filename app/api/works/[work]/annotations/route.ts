import { annotationCollection, annotationType } from '../../../../../lib/api/annotations';
import * as operations from '../../../../../lib/api/operations/reading';
import { loadWork } from '../../../../../lib/works/load';
import { placeNotes } from '../../../../../lib/works/notes';
import { annotationAddresses } from '../../../../server/address';
import { serve } from '../../../serve';

export const dynamic = 'force-dynamic';

/** The notes on a work as W3C Web Annotations; they are all on one page. */
export const GET = serve(operations.getAnnotations, async ({ request, params }) => {
  const { work, notes } = await loadWork(params.work);
  const addresses = annotationAddresses(request, work.slug);
  const found = annotationCollection(work, placeNotes(work, notes), addresses);
  return new Response(`${JSON.stringify(found, null, 2)}\n`, {
    headers: { 'content-type': annotationType },
  });
});
