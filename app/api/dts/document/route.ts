import { document, resourceId, teiType } from '../../../../lib/api/dts';
import * as operations from '../../../../lib/api/operations/dts';
import { InputError } from '../../../../lib/core/errors';
import { editionHash } from '../../../../lib/edition/hash';
import { addressOf } from '../../../server/address';
import { serve } from '../../serve';
import { tagged } from '../../tagged';
import { dtsAddress, refuseTree, resourceOf } from '../dts';

export const dynamic = 'force-dynamic';

/** An edition as TEI, or a passage of it: `?resource=work:siglum&ref=…` or `start=…&end=…`. */
export const GET = serve(operations.getDtsDocument, async ({ request, query }) => {
  const { work, edition } = await resourceOf(query.resource);
  refuseTree(query.tree);
  const { mediaType } = query;
  if (mediaType && mediaType !== teiType) {
    throw new InputError(`texts are given as ${teiType} only`, { remedy: 'leave mediaType out' });
  }
  const { href } = addressOf(request);
  return tagged(request, `document ${editionHash(edition)} ${edition.title} ${href}`, () => {
    const id = encodeURIComponent(resourceId(work, edition));
    const collection = `${dtsAddress(request)}/collection?id=${id}`;
    return new Response(document(edition, query), {
      headers: { 'content-type': teiType, link: `<${collection}>; rel="collection"` },
    });
  });
});
