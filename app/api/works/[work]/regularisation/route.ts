import * as decisions from '../../../../../lib/api/operations/decisions';
import * as writing from '../../../../../lib/api/operations/writing';
import { check } from '../../../../../lib/core/json';
import { ruleSchema } from '../../../../../lib/edition/regularisation';
import { rulesCsv } from '../../../../../lib/formats/csv/rules';
import { loadWork } from '../../../../../lib/works/load';
import { addRule, chooseRuleSets, placeRules } from '../../../../../lib/works/regularisation';
import { bodyOf } from '../../../answer';
import { attachment } from '../../../attachment';
import { admit, allow } from '../../../guard';
import { serve } from '../../../serve';

export const dynamic = 'force-dynamic';

/** The rules of a work, each with where its words stand now; as a table with `?format=csv`. */
export const GET = serve(decisions.listRules, async ({ request, params, query }) => {
  await admit(request);
  const { work } = await loadWork(params.work);
  const rules = placeRules(work, work.rules ?? []);
  if (query.format === 'csv') {
    return new Response(rulesCsv(rules), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': attachment(work.title, 'regularisation', 'csv'),
      },
    });
  }
  return Response.json({ rules, sets: work.ruleSets ?? [] });
});

/** Adds a rule, in place of one for the same words in the same scope; answers with what undoes it. */
export const POST = serve(writing.createRule, async ({ request, params }) => {
  const slug = params.work;
  await allow(request, 'edit', slug);
  const rule = check(ruleSchema, await bodyOf(request));
  const { work } = await loadWork(slug);
  return Response.json({ changed: await addRule(work, rule) }, { status: 201 });
});

/** Chooses the ready sets of rules; answers with what undoes it. */
export const PUT = serve(writing.chooseRuleSets, async ({ request, params }) => {
  await allow(request, 'edit', params.work);
  const { sets } = check(writing.ruleSetsChoice, await bodyOf(request));
  return Response.json({ changed: await chooseRuleSets(params.work, sets) });
});
