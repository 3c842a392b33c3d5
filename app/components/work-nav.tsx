import { Files } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { accountsOn } from '../../lib/accounts/settings';
import { Toolbar } from './toolbar';

const pages = [
  ['', 'comparison'],
  ['/collation', 'collation'],
  ['/renderings', 'renderings'],
  ['/statistics', 'statistics'],
  ['/align', 'align'],
  ['/edit', 'edit'],
] as const;
/** A page of its own where there are accounts. */
const people = ['/people', 'people'] as const;
/** Pages that show all editions. */
const noQuery: readonly string[] = ['/statistics', '/people', '/edit'];
export type WorkPage = (typeof pages)[number][0] | (typeof people)[0];

/** The same from the bar that stays in view: whoever changes pages there keeps the place. */
export function PagesMenu({ work, page, query }: { work: string; page: WorkPage; query: string }) {
  const t = useTranslations('work');
  return (
    <details className="menu outline pages-menu" name="view-bar">
      <summary className="button" title={t('pages')}>
        <Files aria-hidden size={15} /> <span>{t('pages-short')}</span>
      </summary>
      <div className="outline-list">
        <ul>
          {pages.map(([path, name]) => (
            <li key={name}>
              <a
                href={`/works/${work}${path}${noQuery.includes(path) ? '' : query}`}
                aria-current={path === page ? 'page' : undefined}
                data-place="go"
              >
                {t(name)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

/** The pages of a work, the one shown marked; the choice of editions goes along. */
export function WorkNav({ work, page, query }: { work: string; page: WorkPage; query: string }) {
  const t = useTranslations('work');
  return (
    <nav aria-label={t('pages')}>
      <Toolbar label={t('pages')} className="work-nav">
        {(accountsOn() ? [...pages, people] : pages).map(([path, name]) => (
          <Link
            key={name}
            href={`/works/${work}${path}${noQuery.includes(path) ? '' : query}`}
            aria-current={path === page ? 'page' : undefined}
            prefetch={false}
            data-place="go"
            data-command="pages"
          >
            {t(name)}
          </Link>
        ))}
      </Toolbar>
    </nav>
  );
}
