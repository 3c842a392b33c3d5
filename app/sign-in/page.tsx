import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { accountsOn } from '../../lib/accounts/settings';
import type { SearchParams } from '../components/view-state';
import { ownPath } from '../server/redirect';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('sign-in'), robots: { index: false } };
}

const faults = ['wrong', 'many', 'away'] as const;

/** Where people sign in to write; works without scripts. */
export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const { fault, back } = await searchParams;
  const t = await getTranslations('account');
  if (!accountsOn()) {
    return (
      <div className="sign-in">
        <h1>{t('sign-in')}</h1>
        <p>{t('no-accounts')}</p>
        <p>{t('not-here')}</p>
      </div>
    );
  }
  const known = faults.find((each) => each === fault);
  return (
    <div className="sign-in">
      <h1>{t('sign-in')}</h1>
      <p>{t('why')}</p>
      {known && (
        <p className="problem" role="alert" id="fault">
          {t(known)}
        </p>
      )}
      <form method="post" action="/api/account/sign-in" className="stacked-form">
        <input type="hidden" name="back" value={ownPath(back)} />
        <label>
          {t('email')}
          <input
            type="email"
            name="email"
            autoComplete="username"
            required
            aria-describedby={known && 'fault'}
          />
        </label>
        <label>
          {t('password')}
          <input type="password" name="password" autoComplete="current-password" required />
        </label>
        <button type="submit" className="button primary-button">
          {t('sign-in')}
        </button>
      </form>
      <p className="quiet">{t('none')}</p>
    </div>
  );
}
