import * as operations from '../../../../../lib/api/operations/reading';
import { openReading } from '../../../../../lib/compare/reading';
import { aligned, chosenIn } from '../../../../server/chosen';
import { serve } from '../../../serve';

export const dynamic = 'force-dynamic';

/** How long a client waits for an alignment that is still to be made, in milliseconds. */
const timeoutMs = 20_000;

/** The rows of one section of a comparison, by the query of its page (`page=2`). */
export const GET = serve(operations.getRows, async ({ params, query }) => {
  const { work, state, editions, base, bases } = await chosenIn(params.work, query);
  const found = aligned(await openReading(work, editions, base, { ...state, bases }, timeoutMs));
  return Response.json({
    section: found.open + 1,
    sections: found.sections.length,
    rows: found.rows,
  });
});
