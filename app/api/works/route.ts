import { InputError } from '../../../lib/edition/errors';
import { describeWork } from '../../../lib/export/api';
import { listWorks, loadWork } from '../../../lib/library/library';
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
