import { entryPoint } from '../../../lib/api/dts';
import { dtsAddress, ldJson } from './dts';

export const dynamic = 'force-dynamic';

/** Where Distributed Text Services begin. */
export function GET(request: Request): Response {
  return Response.json(entryPoint(dtsAddress(request)), { headers: ldJson });
}
