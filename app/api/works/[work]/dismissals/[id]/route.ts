import * as operations from '../../../../../../lib/api/operations/writing';
import { removeDismissal } from '../../../../../../lib/works/dismissals';
import { allow } from '../../../../guard';
import { serve } from '../../../../serve';

export const dynamic = 'force-dynamic';

/** Takes a dismissal back; answers with what undoes that. */
export const DELETE = serve(operations.removeDismissal, async ({ request, params }) => {
  const { work, id } = params;
  await allow(request, 'edit', work);
  return Response.json({ changed: await removeDismissal(work, id) });
});
