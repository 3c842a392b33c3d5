import * as decisions from '../../../lib/api/operations/decisions';
import * as writing from '../../../lib/api/operations/writing';
import { check } from '../../../lib/core/json';
import { libraryRuleSchema } from '../../../lib/edition/regularisation';
import { addLibraryRule, readLibraryRules } from '../../../lib/works/library-rules';
import { ruleId } from '../../../lib/works/regularisation';
import { bodyOf } from '../answer';
import { admit, allow } from '../guard';
import { serve } from '../serve';

export const dynamic = 'force-dynamic';

/** The rules that hold in all works. */
export const GET = serve(decisions.listLibraryRules, async ({ request }) => {
  await admit(request);
  const rules = readLibraryRules().value.map((rule) => ({ id: ruleId(rule), ...rule }));
  return Response.json({ rules });
});

/** Adds a rule, in place of one for the same words; answers with what undoes it. */
export const POST = serve(writing.createLibraryRule, async ({ request }) => {
  await allow(request, 'edit');
  const rule = check(libraryRuleSchema, await bodyOf(request));
  return Response.json({ changed: await addLibraryRule(rule) }, { status: 201 });
});
