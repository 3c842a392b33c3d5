import * as operations from '../../../../../../lib/api/operations/writing';
import { removeRule } from '../../../../../../lib/works/regularisation';
import { allow } from '../../../../guard';
import { serve } from '../../../../serve';

export const dynamic = 'force-dynamic';

/** Takes a rule out; answers with what undoes that. */
export const DELETE = serve(operations.removeRule, async ({ request, params }) => {
  const { work, id } = params;
  await allow(request, 'edit', work);
  return Response.json({ changed: await removeRule(work, id) });
});
