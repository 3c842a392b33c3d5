import { openApi } from '../../../lib/api/openapi';
import { siteOrigin } from '../../server/address';

export const dynamic = 'force-dynamic';

/** What the routes are, for tools that read it. */
export function GET(request: Request): Response {
  return Response.json(openApi(siteOrigin(request.headers)));
}
