import * as operations from '../../../lib/api/operations/reading';
import { readyValue } from '../../../lib/core/pending';
import { search } from '../../../lib/search/search';
import { nextPage } from '../../server/next-page';
import { serve } from '../serve';

export const dynamic = 'force-dynamic';

/** How long a new index is waited for, in milliseconds. */
const timeoutMs = 5000;

/**
 * Hits with their counterparts: `?q=` and, to narrow it, `work`, `edition`, `language`, `limit`,
 * `from`. 503 with the share that is done while a library is indexed for the first time.
 */
export const GET = serve(operations.searchLibrary, async ({ request, query }) => {
  const { q, work, edition, language, limit, from = 0 } = query;
  const asked = { query: q, works: work, editions: edition, languages: language, limit, from };
  const found = readyValue(await search(asked, { timeoutMs }), 'the library is being indexed');
  const end = from + found.hits.length;
  const isMore = found.hits.length > 0 && end < found.total;
  return Response.json({ ...found, ...(isMore ? nextPage(request, end) : {}) });
});
