import * as operations from '../../../lib/api/operations/service';
import { serve } from '../serve';
export const dynamic = 'force-dynamic';

/** Says that the server answers; what it serves is not looked at. */
export const GET = serve(operations.getHealth, () => {
  return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } });
});
