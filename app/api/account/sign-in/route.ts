import { accountsOn } from '../../../../lib/accounts/settings';
import { signIn } from '../../../../lib/accounts/signing-in';
import { InputError } from '../../../../lib/edition/errors';
import { addressHeader } from '../../../server/address';
import { ownPath, seeOther } from '../../../server/redirect';
import { answer } from '../../answer';
import { refuseForeign } from '../../guard';

export const dynamic = 'force-dynamic';

/** Signs in with a form's `email` and `password`, and leads on to the page of `back`. */
export function POST(request: Request): Promise<Response> {
  return answer(async () => {
    refuseForeign(request);
    if (!accountsOn()) {
      throw new InputError('this library has no accounts', { remedy: 'write without signing in' });
    }
    const form = await request.formData();
    const back = ownPath(form.get('back'));
    const again = (fault: string) => seeOther(`/sign-in?${new URLSearchParams({ fault, back })}`);
    const address = request.headers.get(addressHeader) ?? '';
    try {
      const cookies = await signIn(
        String(form.get('email') ?? ''),
        String(form.get('password') ?? ''),
        address,
      );
      return cookies ? seeOther(back, cookies) : again('wrong');
    } catch (error) {
      if (error instanceof InputError) return again('many');
      throw error;
    }
  });
}
