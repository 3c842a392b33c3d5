import { accountsOn } from '../../../../lib/accounts/settings';
import { signOut } from '../../../../lib/accounts/signing-in';
import { seeOther } from '../../../server/redirect';
import { answer } from '../../answer';
import { refuseForeign } from '../../guard';

export const dynamic = 'force-dynamic';

/** Ends the session of who asks. */
export function POST(request: Request): Promise<Response> {
  return answer(async () => {
    refuseForeign(request);
    return seeOther('/', accountsOn() ? await signOut(request.headers) : undefined);
  });
}
