import { Columns3, List, Rows3, ScrollText } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { nextStrength } from '../../lib/collate/shown-marks';
import { languageAttributes } from '../../lib/edition/language-attributes';
import { SettingMenu } from './setting-menu';
import { Toolbar } from './toolbar';
import {
  fromStart,
  type Mode,
  nextRuby,
  type ViewState,
  viewAddress,
  viewQuery,
} from './view-state';
import { PagesMenu } from './work-nav';

const icons = { columns: Columns3, interleaved: Rows3, merged: ScrollText };

/** How the editions are set, the outline, and whatever the page adds to it; it stays in view. */
export function ViewBar({
  work,
  state,
  mode,
  chinese,
  children,
}: {
  work: string;
  state: ViewState;
  /** The one the page is in; null for a page that is none of them. */
  mode: Mode | null;
  /** Whether an edition shown is in Chinese. */
  chinese: boolean;
  children?: ReactNode;
}) {
  const t = useTranslations('view');
  const keys = useTranslations('keys');
  const to = (change: Partial<ViewState>) => viewAddress(work, { ...state, ...change });
  const address = (name: Mode) =>
    name === 'merged'
      ? `/works/${work}/collation${viewQuery({ ...fromStart(state), mode: 'columns' }, { view: 'inline' })}`
      : to({ mode: name });
  return (
    <Toolbar label={t('bar')} className="view-bar">
      <nav className="modes" aria-label={t('modes')}>
        {(['columns', 'interleaved', 'merged'] as const).map((name) => {
          const Icon = icons[name];
          return (
            <a
              key={name}
              href={address(name)}
              data-does={name}
              data-place={mode === null || mode === 'merged' || name === 'merged' ? 'go' : 'stay'}
              aria-current={name === mode ? 'true' : undefined}
              title={t(name)}
            >
              <Icon aria-hidden size={15} /> <span>{t(name)}</span>
            </a>
          );
        })}
      </nav>
      {children}
      <SettingMenu />
      <PagesMenu
        work={work}
        page={mode === 'columns' || mode === 'interleaved' ? '' : '/collation'}
        query={viewQuery(fromStart(state))}
      />
      {/* What keys and the palette do beyond that, as links that are there for them alone. */}
      <span hidden>
        <a href={to({ marks: nextStrength(state.marks) })} data-does="marks" data-place="stay">
          {keys('marks')}
        </a>
        <a href={to({ only: !state.only, page: 1 })} data-does="only" data-place="stay">
          {keys('only')}
        </a>
        {chinese && (
          <>
            <a href={to({ ruby: nextRuby(state.ruby) })} data-does="ruby" data-place="stay">
              {keys('ruby')}
            </a>
            {/* One edition over the other, lines lie. */}
            {mode !== 'interleaved' && (
              <a href={to({ vertical: !state.vertical })} data-does="vertical" data-place="stay">
                {keys('vertical')}
              </a>
            )}
          </>
        )}
      </span>
    </Toolbar>
  );
}

export interface OutlineLink {
  text: string;
  level: number;
  href: string;
  current: boolean;
}

/** The chapters of the work; works without headings are listed by section. */
export function Outline({ entries, lang }: { entries: readonly OutlineLink[]; lang?: string }) {
  const t = useTranslations('view');
  if (entries.length < 2) return null;
  return (
    <details className="menu outline" name="view-bar">
      <summary data-does="outline" className="button" title={t('outline')}>
        <List aria-hidden size={15} /> <span>{t('outline')}</span>
      </summary>
      <nav aria-label={t('outline-of')} className="outline-list">
        <ol>
          {entries.map(({ text, level, href, current }) => (
            <li key={href} style={{ '--level': level - 1 } as React.CSSProperties}>
              <a
                href={href}
                {...languageAttributes(lang)}
                aria-current={current ? 'true' : undefined}
                data-command="section"
                data-place="jump"
              >
                {text}
              </a>
            </li>
          ))}
        </ol>
      </nav>
    </details>
  );
}
