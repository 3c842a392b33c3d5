import { collateTexts } from '../../../lib/api/operations/texts';
import { collateElsewhere, collateRequest, maxPostedBytes } from '../../../lib/api/posted-texts';
import { check } from '../../../lib/core/json';
import { bodyOf } from '../answer';
import { admitCostly } from '../guard';
import { serve } from '../serve';

export const dynamic = 'force-dynamic';

/** Collates witnesses that a program brings, within limits of time and memory. */
export const POST = serve(collateTexts, async ({ request }) => {
  await admitCostly(request);
  const asked = check(collateRequest, await bodyOf(request, maxPostedBytes));
  return Response.json(await collateElsewhere(asked, request.signal));
});
