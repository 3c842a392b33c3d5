import { describeWork } from '../../../lib/api/alignment';
import * as operations from '../../../lib/api/operations/reading';
import { attemptLater, InputError } from '../../../lib/core/errors';
import { listWorks, loadWork } from '../../../lib/works/load';
import { nextPage } from '../../server/next-page';
import { serve } from '../serve';
import { tagged } from '../tagged';

export const dynamic = 'force-dynamic';

/** The works of the library, all or some, with their editions; works that cannot be read say why. */
export const GET = serve(operations.listWorks, async ({ request, query }) => {
  const slugs = listWorks();
  const { from = 0, limit = slugs.length } = query;
  const works = await Promise.all(
    slugs.slice(from, from + limit).map(async (slug) => {
      const found = await attemptLater(() => loadWork(slug));
      return found instanceof InputError
        ? { slug, error: found.oneLine }
        : describeWork(found.work);
    }),
  );
  const more = from + limit < slugs.length ? nextPage(request, from + limit) : {};
  return tagged(request, JSON.stringify({ works, ...more }), () =>
    Response.json({ works, ...more }),
  );
});
