import { findPerson, grant } from '../../../../../lib/accounts/people';
import { isRole } from '../../../../../lib/accounts/roles';
import * as operations from '../../../../../lib/api/operations/writing';
import { InputError } from '../../../../../lib/core/errors';
import { loadWork } from '../../../../../lib/works/load';
import { askedLocale } from '../../../../i18n/asked-locale';
import { refusalLine } from '../../../../i18n/refusals';
import { seeOther } from '../../../../server/redirect';
import { allow, needAccounts } from '../../../guard';
import { serve } from '../../../serve';

export const dynamic = 'force-dynamic';

/** Gives the account of a form's `email` a `role` in the work, or `none`. */
export const POST = serve(operations.grantRole, async ({ request, params }) => {
  const slug = params.work;
  needAccounts();
  await allow(request, 'manage', slug);
  await loadWork(slug);
  const form = await request.formData();
  const role = form.get('role');
  const page = `/works/${slug}/people`;
  try {
    const { id } = await findPerson(String(form.get('email') ?? ''));
    await grant(id, slug, isRole(role) ? role : null);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return seeOther(
      `${page}?${new URLSearchParams({ fault: refusalLine(await askedLocale(), error) })}`,
    );
  }
  return seeOther(page);
});
