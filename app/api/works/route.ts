import { describeWork } from '../../../lib/api/alignment';
import { attemptLater, InputError } from '../../../lib/core/errors';
import { listWorks, loadWork } from '../../../lib/works/load';
import { answer } from '../answer';
import { tagged } from '../tagged';

export const dynamic = 'force-dynamic';

/** The works of the library with their editions; works that cannot be read say why. */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
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
}
