import * as operations from '../../../../../../lib/api/operations/writing';
import { removeCollationEdit } from '../../../../../../lib/works/collation-edits';
import { allow } from '../../../../guard';
import { serve } from '../../../../serve';

export const dynamic = 'force-dynamic';

/** Takes a change by hand out; answers with what undoes that. */
export const DELETE = serve(operations.removeCollationEdit, async ({ request, params }) => {
  const { work, id } = params;
  await allow(request, 'edit', work);
  return Response.json({ changed: await removeCollationEdit(work, id) });
});
