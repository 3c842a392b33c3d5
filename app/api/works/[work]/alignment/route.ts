import { describeBeads, describeTable } from '../../../../../lib/api/alignment';
import * as operations from '../../../../../lib/api/operations/reading';
import { InputError } from '../../../../../lib/core/errors';
import { contentKey } from '../../../../../lib/edition/hash';
import { chosenIn, laidOut } from '../../../../server/chosen';
import { nextPage } from '../../../../server/next-page';
import { serve } from '../../../serve';
import { tagged } from '../../../tagged';

export const dynamic = 'force-dynamic';

/**
 * Which segments correspond: `?editions=A,B` and, if not the work's own, `base=`. The alignment
 * table; with `form=beads` and two editions, beads.
 */
export const GET = serve(operations.getAlignment, async ({ request, params, query }) => {
  const { work, editions, base } = await chosenIn(params.work, query);
  const beads = query.form === 'beads';
  const { include, from = 1, to = Number.MAX_SAFE_INTEGER } = query;
  if (beads) refuseForBeads(editions.length, query);
  const content = beads ? 'beads' : `table ${include} ${from} ${to}`;
  const key = contentKey(work, [base, ...editions, ...work.editions], content);
  return tagged(request, key, async () => {
    const layout = await laidOut(work, editions, base);
    const other = editions.find((edition) => edition !== base)!;
    if (beads) return Response.json(describeBeads(base, other, layout));
    const count = layout.rows.length;
    const most = include ? from - 1 + operations.maxRows : count;
    const end = Math.min(to, count, most);
    const table = describeTable(layout, from - 1, end, include !== undefined);
    const isMore = end < Math.min(to, count);
    return Response.json({ ...table, ...(isMore ? nextPage(request, end + 1) : {}) });
  });
});

/** @throws InputError for beads of more than two editions, and for parts of them. */
function refuseForBeads(
  editions: number,
  { include, from, to }: { include?: string; from?: number; to?: number },
): void {
  if (editions !== 2) {
    throw new InputError(`beads are of two editions, not of ${editions}`, {
      remedy: 'name two as “editions”',
    });
  }
  if (include === undefined && from === undefined && to === undefined) return;
  throw new InputError('“include”, “from” and “to” are for the alignment table', {
    remedy: 'leave them out, or ask for form=table',
  });
}
