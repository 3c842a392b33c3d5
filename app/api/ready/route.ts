import * as operations from '../../../lib/api/operations/service';
import { databaseUrl } from '../../../lib/core/config';
import { attempt, InputError } from '../../../lib/core/errors';
import { followingState } from '../../../lib/store/following';
import { listWorks } from '../../../lib/works/load';
import { problemResponse } from '../problem';
import { serve } from '../serve';

export const dynamic = 'force-dynamic';

/**
 * Says whether the library can be read: 200, or 503 with what is wrong. While its database is
 * away the library is still read, from this machine's copy; `database` says so.
 */
export const GET = serve(operations.getReadiness, () => {
  const headers = { 'cache-control': 'no-store' };
  const works = attempt(() => listWorks());
  if (works instanceof InputError) {
    return problemResponse(
      { title: 'Not ready', status: 503, code: works.code, detail: works.message },
      {},
      { ...headers, 'retry-after': '10' },
    );
  }
  const { behindSince } = followingState();
  const database = databaseUrl() && {
    database: behindSince === null ? 'ok' : `away since ${new Date(behindSince).toISOString()}`,
  };
  return Response.json({ status: 'ready', works: works.length, ...database }, { headers });
});
