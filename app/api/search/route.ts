import { readyValue } from '../../../lib/core/pending';
import { search } from '../../../lib/search/search';
import { list } from '../../components/view-state';
import { answer } from '../answer';

export const dynamic = 'force-dynamic';

/** How long a new index is waited for, in milliseconds. */
const timeoutMs = 5000;

/**
 * Hits with their counterparts: `?q=` and, to narrow it, `work`, `edition`, `language`, `limit`,
 * `from`. 503 with the share that is done while a library is indexed for the first time.
 */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const query = new URL(request.url).searchParams;
    const all = (name: string) => list(query.getAll(name));
    const number = (name: string) => Number(query.get(name)) || undefined;
    const found = await search(
      {
        query: (query.get('q') ?? '').slice(0, 500),
        works: all('work'),
        editions: all('edition'),
        languages: all('language'),
        limit: number('limit'),
        from: number('from'),
      },
      { timeoutMs },
    );
    return Response.json(readyValue(found, 'the library is being indexed'));
  });
}
