import * as operations from '../../../../../lib/api/operations/reading';
import { checkListCsv } from '../../../../../lib/studies/check-list-csv';
import { originalOf } from '../../../../../lib/studies/renderings';
import { findingOf, reviewedLists } from '../../../../../lib/studies/review-slips';
import { findEdition, loadWork } from '../../../../../lib/works/load';
import { attachment } from '../../../attachment';
import { serve } from '../../../serve';

export const dynamic = 'force-dynamic';

/** The check lists of a work, with what is dismissed; as a table with `?format=csv`. */
export const GET = serve(operations.getCheckList, async ({ params, query }) => {
  const { work } = await loadWork(params.work);
  const { base: siglum, editions, kind, format } = query;
  const base = siglum ? findEdition(work, siglum) : originalOf(work);
  const others = editions.length > 0 ? editions.map((each) => findEdition(work, each)) : undefined;
  const lists = await reviewedLists(work, base, { others, kind });
  if (format === undefined) {
    const findings = lists.flatMap(({ slips }) => slips.map(findingOf));
    return Response.json({ base: base.siglum, findings });
  }
  return new Response(checkListCsv(lists), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': attachment(work.title, 'check list', format),
    },
  });
});
