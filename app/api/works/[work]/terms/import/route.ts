import * as operations from '../../../../../../lib/api/operations/writing';
import { readTermsSafely } from '../../../../../../lib/works/import-terms';
import { loadWork } from '../../../../../../lib/works/load';
import { addTerms } from '../../../../../../lib/works/terms';
import { bytesOf } from '../../../../answer';
import { allow } from '../../../../guard';
import { serve } from '../../../../serve';

export const dynamic = 'force-dynamic';

/** The longest file of terms, in bytes. */
const largest = 8 * 1024 * 1024;

/** Adds the terms of a file, the body of the request; answers with what undoes it. */
export const POST = serve(operations.importTerms, async ({ request, params, query }) => {
  await allow(request, 'edit', params.work);
  const { work } = await loadWork(params.work);
  const bytes = await bytesOf(request, largest);
  const terms = await readTermsSafely({ bytes, name: query.name || 'terms.csv' });
  const changed = await addTerms(work.slug, terms);
  return Response.json({ terms: terms.length, changed }, { status: 201 });
});
