import { signIn } from '../../../../lib/accounts/signing-in';
import * as operations from '../../../../lib/api/operations/writing';
import { attemptLater, InputError } from '../../../../lib/core/errors';
import { originOf } from '../../../server/address';
import { ownPath, seeOther } from '../../../server/redirect';
import { needAccounts, refuseForeign } from '../../guard';
import { serve } from '../../serve';

export const dynamic = 'force-dynamic';

/** Signs in with a form's `email` and `password`, and leads on to the page of `back`. */
export const POST = serve(operations.signIn, async ({ request }) => {
  refuseForeign(request);
  needAccounts();
  const form = await request.formData();
  const back = ownPath(form.get('back'));
  const found = await attemptLater(() =>
    signIn(
      String(form.get('email') ?? ''),
      String(form.get('password') ?? ''),
      originOf(request.headers).address,
    ),
  );
  if (found instanceof Headers) return seeOther(back, found);
  const fault = found instanceof InputError ? 'away' : found;
  return seeOther(`/sign-in?${new URLSearchParams({ fault, back })}`);
});
