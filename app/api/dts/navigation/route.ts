import { navigation } from '../../../../lib/api/dts';
import * as operations from '../../../../lib/api/operations/dts';
import { editionHash } from '../../../../lib/edition/hash';
import { addressOf } from '../../../server/address';
import { serve } from '../../serve';
import { tagged } from '../../tagged';
import { dtsAddress, ldJson, refuseTree, resourceOf } from '../dts';

export const dynamic = 'force-dynamic';

/** The units of an edition: `?resource=work:siglum&down=1`, or of a passage of it. */
export const GET = serve(operations.getDtsNavigation, async ({ request, query }) => {
  const { work, edition } = await resourceOf(query.resource);
  refuseTree(query.tree);
  const { href } = addressOf(request);
  return tagged(request, `navigation ${editionHash(edition)} ${href}`, () =>
    Response.json(navigation(work, edition, query, dtsAddress(request), href), {
      headers: ldJson,
    }),
  );
});
