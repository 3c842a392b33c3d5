import * as decisions from '../../../../../lib/api/operations/decisions';
import * as writing from '../../../../../lib/api/operations/writing';
import { check } from '../../../../../lib/core/json';
import { termSchema } from '../../../../../lib/edition/terms';
import { termsCsv } from '../../../../../lib/formats/terms/csv';
import { termsTbx } from '../../../../../lib/formats/terms/tbx';
import { loadWork } from '../../../../../lib/works/load';
import { addTerms, identifyTerms } from '../../../../../lib/works/terms';
import { bodyOf } from '../../../answer';
import { attachment } from '../../../attachment';
import { allow } from '../../../guard';
import { serve } from '../../../serve';

export const dynamic = 'force-dynamic';

/** The terms of a work; as a table or TBX with `?format=`. */
export const GET = serve(decisions.listTerms, async ({ params, query }) => {
  const { work } = await loadWork(params.work);
  const terms = work.terms ?? [];
  if (query.format === undefined) return Response.json({ terms: identifyTerms(terms) });
  const isTable = query.format === 'csv';
  return new Response(isTable ? termsCsv(terms) : termsTbx(terms, work.title), {
    headers: {
      'content-type': `${isTable ? 'text/csv' : 'application/x-tbx+xml'}; charset=utf-8`,
      'content-disposition': attachment(work.title, 'terms', query.format),
    },
  });
});

/** Adds a term, or renderings to one that the work has; answers with what undoes it. */
export const POST = serve(writing.createTerm, async ({ request, params }) => {
  await allow(request, 'edit', params.work);
  const term = check(termSchema, await bodyOf(request));
  const { work } = await loadWork(params.work);
  return Response.json({ changed: await addTerms(work.slug, [term]) }, { status: 201 });
});
