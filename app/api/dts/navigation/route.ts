import { navigation } from '../../../../lib/api/dts';
import { editionHash } from '../../../../lib/edition/hash';
import { addressOf } from '../../../server/address';
import { answer } from '../../answer';
import { tagged } from '../../tagged';
import { dtsAddress, ldJson, passageIn, resourceIn } from '../dts';

export const dynamic = 'force-dynamic';

/** The units of an edition: `?resource=work:siglum&down=1`, or of a passage of it. */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const query = new URL(request.url).searchParams;
    const { work, edition } = await resourceIn(query);
    const { href } = addressOf(request);
    return tagged(request, `navigation ${editionHash(edition)} ${href}`, () =>
      Response.json(navigation(work, edition, passageIn(query), dtsAddress(request), href), {
        headers: ldJson,
      }),
    );
  });
}
