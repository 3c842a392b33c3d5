import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { dateName } from '../../lib/edition/date-name';
import type { Work } from '../../lib/edition/model';
import { PageControls } from './page-controls';
import { inOneLine } from './separators';
import { WorkNav, type WorkPage } from './work-nav';

/** The head of each page of a work: what it is, the other pages, and what can be chosen. */
export function WorkHead({
  work,
  page,
  query = '',
  children,
}: {
  work: Work;
  page: WorkPage;
  query?: string;
  children?: ReactNode;
}) {
  const locale = useLocale();
  return (
    <header className="work-head">
      <div>
        <h1>{work.title}</h1>
        <p className="byline">
          {inOneLine(locale, [work.author, work.date && dateName(work.date, locale)])}
        </p>
      </div>
      <WorkNav work={work.slug} page={page} query={query} />
      {children}
      <PageControls />
    </header>
  );
}
