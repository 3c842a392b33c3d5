import * as decisions from '../../../../../lib/api/operations/decisions';
import * as writing from '../../../../../lib/api/operations/writing';
import { check } from '../../../../../lib/core/json';
import { dismissalSchema } from '../../../../../lib/edition/dismissals';
import { addDismissal, identifyDismissals } from '../../../../../lib/works/dismissals';
import { loadWork } from '../../../../../lib/works/load';
import { bodyOf } from '../../../answer';
import { allow, authorOf } from '../../../guard';
import { serve } from '../../../serve';

export const dynamic = 'force-dynamic';

/** What people have dismissed from the check lists of the work. */
export const GET = serve(decisions.listDismissals, async ({ params }) => {
  const { work } = await loadWork(params.work);
  return Response.json({ dismissals: identifyDismissals(work) });
});

/** Dismisses a finding; answers with what undoes it. */
export const POST = serve(writing.createDismissal, async ({ request, params }) => {
  const writer = await allow(request, 'edit', params.work);
  const draft = check(dismissalSchema, await bodyOf(request));
  const { work } = await loadWork(params.work);
  const changed = await addDismissal(work, draft, authorOf(writer));
  return Response.json({ changed }, { status: 201 });
});
