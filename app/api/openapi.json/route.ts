import { openApi } from '../../../lib/api/openapi';
import * as operations from '../../../lib/api/operations/service';
import { siteOrigin } from '../../server/address';
import { serve } from '../serve';

export const dynamic = 'force-dynamic';

/** What the routes are, for tools that read it. */
export const GET = serve(operations.getOpenApi, async ({ request }) => {
  return Response.json(openApi(siteOrigin(request.headers)));
});
