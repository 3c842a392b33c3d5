import { entryPoint } from '../../../lib/api/dts';
import * as operations from '../../../lib/api/operations/dts';
import { serve } from '../serve';
import { dtsAddress, ldJson } from './dts';

export const dynamic = 'force-dynamic';

/** Where Distributed Text Services begin. */
export const GET = serve(operations.getDtsEntry, async ({ request }) => {
  return Response.json(entryPoint(dtsAddress(request)), { headers: ldJson });
});
