import { describeBeads, describeTable } from '../../../../../lib/api/alignment';
import { contentKey } from '../../../../../lib/edition/hash';
import { chosenIn, laidOut } from '../../../../server/chosen';
import { answer } from '../../../answer';
import { tagged } from '../../../tagged';

export const dynamic = 'force-dynamic';

/**
 * Which segments correspond: `?editions=A,B` and, if not the work's own, `base=`. The alignment
 * table; with `form=beads` and two editions, beads.
 */
export function GET(
  request: Request,
  { params }: { params: Promise<{ work: string }> },
): Promise<Response> {
  return answer(async () => {
    const { work, editions, base, query } = await chosenIn((await params).work, request.url);
    const beads = query.get('form') === 'beads' && editions.length === 2;
    const key = contentKey(work, [base, ...editions, ...work.editions], beads ? 'beads' : 'table');
    return tagged(request, key, async () => {
      const layout = await laidOut(work, editions, base);
      const other = editions.find((edition) => edition !== base)!;
      return Response.json(beads ? describeBeads(base, other, layout) : describeTable(layout));
    });
  });
}
