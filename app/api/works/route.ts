import { describeWork } from '../../../lib/api/alignment';
import * as operations from '../../../lib/api/operations/reading';
import { attemptLater, InputError } from '../../../lib/core/errors';
import { listWorks, loadWork } from '../../../lib/works/load';
import { serve } from '../serve';
import { tagged } from '../tagged';

export const dynamic = 'force-dynamic';

/** The works of the library with their editions; works that cannot be read say why. */
export const GET = serve(operations.listWorks, async ({ request }) => {
  const works = await Promise.all(
    listWorks().map(async (slug) => {
      const found = await attemptLater(() => loadWork(slug));
      return found instanceof InputError
        ? { slug, error: found.oneLine }
        : describeWork(found.work);
    }),
  );
  return tagged(request, JSON.stringify(works), () => Response.json({ works }));
});
