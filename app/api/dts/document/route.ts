import { document, resourceId, teiType } from '../../../../lib/api/dts';
import { InputError } from '../../../../lib/core/errors';
import { editionHash } from '../../../../lib/edition/hash';
import { addressOf } from '../../../server/address';
import { answer } from '../../answer';
import { tagged } from '../../tagged';
import { dtsAddress, passageIn, resourceIn } from '../dts';

export const dynamic = 'force-dynamic';

/** An edition as TEI, or a passage of it: `?resource=work:siglum&ref=…` or `start=…&end=…`. */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const query = new URL(request.url).searchParams;
    const { work, edition } = await resourceIn(query);
    const asked = query.get('mediaType');
    if (asked && asked !== teiType) {
      throw new InputError(`texts are given as ${teiType} only`, { remedy: 'leave mediaType out' });
    }
    return tagged(
      request,
      `document ${editionHash(edition)} ${edition.title} ${addressOf(request).href}`,
      () => {
        const collection = `${dtsAddress(request)}/collection?id=${encodeURIComponent(resourceId(work, edition))}`;
        return new Response(document(edition, passageIn(query)), {
          headers: { 'content-type': teiType, link: `<${collection}>; rel="collection"` },
        });
      },
    );
  });
}
