import { findPerson, grant } from '../../../../../lib/accounts/people';
import { isRole } from '../../../../../lib/accounts/roles';
import { InputError } from '../../../../../lib/core/errors';
import { loadWork } from '../../../../../lib/works/load';
import { seeOther } from '../../../../server/redirect';
import { answer } from '../../../answer';
import { allow, needAccounts } from '../../../guard';

export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ work: string }> };

/** Gives the account of a form's `email` a `role` in the work, or `none`. */
export function POST(request: Request, { params }: Props): Promise<Response> {
  return answer(async () => {
    const slug = (await params).work;
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
      return seeOther(`${page}?${new URLSearchParams({ fault: error.oneLine })}`);
    }
    return seeOther(page);
  });
}
