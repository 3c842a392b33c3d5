import { describeCollatedRow } from '../../../../../lib/api/alignment';
import * as operations from '../../../../../lib/api/operations/reading';
import { collationKey } from '../../../../../lib/edition/hash';
import { chooseCollated, collateRows } from '../../../../../lib/studies/collation';
import { chosenIn, laidOut } from '../../../../server/chosen';
import { nextPage } from '../../../../server/next-page';
import { serve } from '../../../serve';
import { tagged } from '../../../tagged';

export const dynamic = 'force-dynamic';

/**
 * The collation tables of the editions in the base's language, a table a row of the alignment, as
 * CollateX gives them: `?editions=A,B&base=A&ignore=case&from=1&to=500`.
 */
export const GET = serve(operations.getCollation, async ({ request, params, query }) => {
  const { work, editions, base, state } = await chosenIn(params.work, query);
  const chosen = chooseCollated(editions, base);
  const { from = 1, to = Number.MAX_SAFE_INTEGER } = query;
  const key = collationKey(work, [base, ...chosen], `${from}-${to}`, ...state.ignore);
  return tagged(request, key, async () => {
    const layout = await laidOut(work, chosen, base);
    const count = layout.rows.length;
    const end = Math.min(to, count, from - 1 + operations.maxRows);
    const rows = collateRows(work, layout, layout.rows.slice(from - 1, end), state.ignore);
    const isMore = end < Math.min(to, count);
    return Response.json({
      base: base.siglum,
      count,
      rows: rows.map((row) => describeCollatedRow(row, layout)),
      ...(isMore ? nextPage(request, end + 1) : {}),
    });
  });
});
