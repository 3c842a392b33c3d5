import { contentKey } from '../../../../../lib/edition/hash';
import { collateXJson } from '../../../../../lib/formats/collation/write';
import { chooseCollated, collateRows } from '../../../../../lib/studies/collation';
import { chosenIn, laidOut } from '../../../../server/chosen';
import { answer } from '../../../answer';
import { tagged } from '../../../tagged';

export const dynamic = 'force-dynamic';

/** Rows collated for one request, at most. */
const mostRows = 500;

/**
 * The collation tables of the editions in the base's language, a table a row of the alignment, as
 * CollateX gives them: `?editions=A,B&base=A&ignore=case&from=1&to=500`.
 */
export function GET(
  request: Request,
  { params }: { params: Promise<{ work: string }> },
): Promise<Response> {
  return answer(async () => {
    const { work, editions, base, state, query } = await chosenIn((await params).work, request.url);
    const chosen = chooseCollated(editions, base);
    const from = Math.max(1, Math.trunc(Number(query.get('from') ?? 1)) || 1);
    const to = Math.min(
      Math.trunc(Number(query.get('to') ?? from + mostRows - 1)) || from,
      from + mostRows - 1,
    );
    const key = contentKey(work, [base, ...chosen], 'collation', `${from}-${to}`, ...state.ignore);
    return tagged(request, key, async () => {
      const layout = await laidOut(work, chosen, base);
      const rows = collateRows(layout, layout.rows.slice(from - 1, to), work.names, state.ignore);
      return Response.json({
        base: base.siglum,
        count: layout.rows.length,
        rows: rows.map(({ number, collation, variance }) => ({
          number,
          variance: Number(variance.toFixed(4)),
          ...collateXJson(collation),
        })),
      });
    });
  });
}
