import { diffTexts } from '../../../lib/api/operations/texts';
import { diffElsewhere, diffRequest, maxPostedBytes } from '../../../lib/api/posted-texts';
import { check } from '../../../lib/core/json';
import { bodyOf } from '../answer';
import { admitCostly } from '../guard';
import { serve } from '../serve';

export const dynamic = 'force-dynamic';

/** Compares two texts that a program brings, within limits of time and memory. */
export const POST = serve(diffTexts, async ({ request }) => {
  await admitCostly(request);
  const asked = check(diffRequest, await bodyOf(request, maxPostedBytes));
  return Response.json(await diffElsewhere(asked, request.signal));
});
