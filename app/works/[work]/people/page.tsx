import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { members } from '../../../../lib/accounts/people';
import { allWorks, roles } from '../../../../lib/accounts/roles';
import { accountsOn } from '../../../../lib/accounts/settings';
import { InputError } from '../../../../lib/core/errors';
import { allowAct, RefusedError, writerOf } from '../../../api/guard';
import { WriteNotice } from '../../../components/account';
import { Problem } from '../../../components/problem';
import type { SearchParams } from '../../../components/view-state';
import { WorkHead } from '../../../components/work-head';
import { openWork } from '../../../server/open-work';
import { pageTitle } from '../../../server/page-title';

interface Props {
  params: Promise<{ work: string }>;
  searchParams: Promise<SearchParams>;
}

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle(params, 'people');
}

/** Who may do what to a work; its owners say so here. */
export default async function PeoplePage({ params, searchParams }: Props) {
  if (!accountsOn()) notFound();
  const slug = (await params).work;
  const found = await openWork(slug);
  const t = await getTranslations('people');
  if (found instanceof InputError) {
    return <Problem title={(await getTranslations('work'))('unreadable')} error={found} />;
  }
  const head = <WorkHead work={found.work} page="/people" query="" />;
  try {
    await allowAct(await writerOf(await headers()), 'manage', slug);
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return (
      <>
        {head}
        <WriteNotice act="manage" work={slug} back={`/works/${slug}/people`} />
      </>
    );
  }
  const fault = String((await searchParams).fault ?? '').slice(0, 300);
  const action = `/api/works/${slug}/people`;
  const choice = (chosen: string) => (
    <select name="role" defaultValue={chosen} aria-label={t('role')}>
      {roles.map((role) => (
        <option key={role} value={role}>
          {t(role)}
        </option>
      ))}
      <option value="none">{t('nobody')}</option>
    </select>
  );
  return (
    <>
      {head}
      <p>{t('intro')}</p>
      {fault && (
        <p className="problem" role="alert">
          {fault}
        </p>
      )}
      <table className="people">
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('email')}</th>
            <th scope="col">{t('role')}</th>
          </tr>
        </thead>
        <tbody>
          {(await members(slug)).map(({ id, name, email, role, work }) => (
            <tr key={`${id}:${work}`}>
              <td>{name}</td>
              <td>{email}</td>
              <td>
                {work === allWorks ? (
                  t('of-all', { role: t(role) })
                ) : (
                  <form method="post" action={action} className="plain-form">
                    <input type="hidden" name="email" value={email} />
                    {choice(role)}
                    <button type="submit" className="button">
                      {t('change')}
                    </button>
                  </form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{t('add')}</h2>
      <form method="post" action={action} className="plain-form">
        <label>
          {t('email')} <input type="email" name="email" required />
        </label>
        {choice('editor')}
        <button type="submit" className="button">
          {t('add')}
        </button>
      </form>
      <p className="quiet">{t('accounts')}</p>
    </>
  );
}
