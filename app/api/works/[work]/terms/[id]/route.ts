import * as operations from '../../../../../../lib/api/operations/writing';
import { removeTerm } from '../../../../../../lib/works/terms';
import { allow } from '../../../../guard';
import { serve } from '../../../../serve';

export const dynamic = 'force-dynamic';

/** Takes a term out; answers with what undoes that. */
export const DELETE = serve(operations.removeTerm, async ({ request, params }) => {
  const { work, id } = params;
  await allow(request, 'edit', work);
  return Response.json({ changed: await removeTerm(work, id) });
});
