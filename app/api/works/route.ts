import { describeWork } from '../../../lib/api/alignment';
import { InputError } from '../../../lib/core/errors';
import { listWorks, loadWork } from '../../../lib/works/load';
import { answer } from '../answer';
import { tagged } from '../tagged';

export const dynamic = 'force-dynamic';

/** The works of the library with their editions; works that cannot be read say why. */
export function GET(request: Request): Promise<Response> {
  return answer(() => {
    const works = listWorks().map((slug) => {
      try {
        return describeWork(loadWork(slug).work);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        return { slug, error: error.oneLine };
      }
    });
    return tagged(request, JSON.stringify(works), () => Response.json({ works }));
  });
}
