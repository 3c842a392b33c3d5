import * as decisions from '../../../../../lib/api/operations/decisions';
import * as writing from '../../../../../lib/api/operations/writing';
import { check } from '../../../../../lib/core/json';
import { collationEditSchema } from '../../../../../lib/edition/collation-edits';
import { addCollationEdit, placeEdits } from '../../../../../lib/works/collation-edits';
import { loadWork } from '../../../../../lib/works/load';
import { bodyOf } from '../../../answer';
import { admit, allow } from '../../../guard';
import { serve } from '../../../serve';

export const dynamic = 'force-dynamic';

/** What people have changed in the work's collations by hand, with where the words stand now. */
export const GET = serve(decisions.listCollationEdits, async ({ request, params }) => {
  await admit(request);
  const { work } = await loadWork(params.work);
  return Response.json({ edits: placeEdits(work, work.collationEdits ?? []) });
});

/** Adds a change by hand; answers with what undoes it. */
export const POST = serve(writing.createCollationEdit, async ({ request, params }) => {
  const slug = params.work;
  await allow(request, 'edit', slug);
  const edit = check(collationEditSchema, await bodyOf(request));
  const { work } = await loadWork(slug);
  return Response.json({ changed: await addCollationEdit(work, edit) }, { status: 201 });
});
