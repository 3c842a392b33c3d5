import { accountsOn } from '../../../../lib/accounts/settings';
import { signOut } from '../../../../lib/accounts/signing-in';
import * as operations from '../../../../lib/api/operations/writing';
import { seeOther } from '../../../server/redirect';
import { refuseForeign } from '../../guard';
import { serve } from '../../serve';

export const dynamic = 'force-dynamic';

/** Ends the session of who asks. */
export const POST = serve(operations.signOut, async ({ request }) => {
  refuseForeign(request);
  return seeOther('/', accountsOn() ? await signOut(request.headers) : undefined);
});
