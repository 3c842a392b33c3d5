import * as operations from '../../../../lib/api/operations/writing';
import { removeLibraryRule } from '../../../../lib/works/library-rules';
import { allow } from '../../guard';
import { serve } from '../../serve';

export const dynamic = 'force-dynamic';

/** Takes a rule for all works out; answers with what undoes that. */
export const DELETE = serve(operations.removeLibraryRule, async ({ request, params }) => {
  await allow(request, 'edit');
  return Response.json({ changed: await removeLibraryRule(params.id) });
});
