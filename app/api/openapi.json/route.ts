import { openApi } from '../../../lib/api/openapi';

export const dynamic = 'force-dynamic';

/** What the routes are, for tools that read it. */
export function GET(request: Request): Response {
  return Response.json(openApi(new URL('/', request.url).origin));
}
