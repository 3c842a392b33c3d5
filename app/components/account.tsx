import { headers } from 'next/headers';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { hasOwner, isOwner } from '../../lib/accounts/owner';
import type { Act } from '../../lib/accounts/roles';
import { accountsOn } from '../../lib/accounts/settings';
import { whoIs } from '../../lib/accounts/signing-in';
import { allowAct, RefusedError, writerOf } from '../api/guard';
import { isLocal } from '../server/address';

/** Who is signed in, with the way out; or the way in. Without accounts, how one comes to edit. */
export async function Account() {
  if (!accountsOn()) {
    const sent = await headers();
    if (!hasOwner() || (isLocal(sent) && isOwner(sent))) return null;
    return <p className="account read-only">{(await getTranslations('account'))('to-edit')}</p>;
  }
  const t = await getTranslations('account');
  // While the database is away, reading goes on.
  const person = await whoIs(await headers()).catch(() => null);
  if (!person) {
    return (
      <Link href="/sign-in" prefetch={false} className="account">
        {t('sign-in')}
      </Link>
    );
  }
  return (
    <form method="post" action="/api/account/sign-out" className="account">
      <span title={person.email}>{person.name}</span>
      <button type="submit" className="link-button">
        {t('sign-out')}
      </button>
    </form>
  );
}

/** Says, where someone may not save what a page lets them write, why not and what to do. */
export async function WriteNotice({
  act,
  work,
  back,
}: {
  /** Without one: whether they may save anything at all. */
  act?: Act;
  work?: string;
  back: string;
}) {
  const t = await getTranslations('account');
  try {
    const writer = await writerOf(await headers());
    if (act) await allowAct(writer, act, work);
    return null;
  } catch (error) {
    if (!(error instanceof RefusedError)) {
      return <p className="write-notice">{t('away')}</p>;
    }
    return (
      <p className="write-notice">
        {error.status === 401
          ? t.rich('first', {
              link: (text) => (
                <Link href={`/sign-in?${new URLSearchParams({ back })}`} prefetch={false}>
                  {text}
                </Link>
              ),
            })
          : t(accountsOn() ? 'not-you' : 'not-here')}
      </p>
    );
  }
}
