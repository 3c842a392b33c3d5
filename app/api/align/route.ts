import { alignTexts } from '../../../lib/api/operations/texts';
import { alignElsewhere, alignRequest, maxPostedBytes } from '../../../lib/api/posted-texts';
import { check } from '../../../lib/core/json';
import { bodyOf } from '../answer';
import { admitCostly } from '../guard';
import { serve } from '../serve';

export const dynamic = 'force-dynamic';

/** Aligns two texts that a program brings, within limits of time and memory. */
export const POST = serve(alignTexts, async ({ request }) => {
  await admitCostly(request);
  const asked = check(alignRequest, await bodyOf(request, maxPostedBytes));
  return Response.json(await alignElsewhere(asked, request.signal));
});
