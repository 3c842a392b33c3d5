import { describeBeads, describeTable } from '../../../../../lib/export/api';
import { layOutSoon } from '../../../../../lib/library/layout';
import { contentKey } from '../../../../../lib/library/remember';
import { chosenIn, ready } from '../../../../components/chosen';
import { answer } from '../../../answer';
import { tagged } from '../../../tagged';

export const dynamic = 'force-dynamic';

/** How long an alignment is waited for, in milliseconds. */
const patience = 30_000;

/**
 * Which segments correspond: `?editions=A,B` and, if not the work's own, `base=`. The alignment
 * table; with `form=beads` and two editions, beads.
 */
export function GET(
  request: Request,
  { params }: { params: Promise<{ work: string }> },
): Promise<Response> {
  return answer(async () => {
    const { work, editions, base, query } = chosenIn((await params).work, request.url);
    const beads = query.get('form') === 'beads' && editions.length === 2;
    const key = contentKey(work, [base, ...editions, ...work.editions], beads ? 'beads' : 'table');
    return tagged(request, key, async () => {
      const layout = ready(await layOutSoon(work, editions, base, patience));
      const other = editions.find((edition) => edition !== base)!;
      return Response.json(beads ? describeBeads(base, other, layout) : describeTable(layout));
    });
  });
}
