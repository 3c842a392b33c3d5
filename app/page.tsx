import { headers } from 'next/headers';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { InputError } from '../lib/core/errors';
import { dateName } from '../lib/edition/date-name';
import { chooseWorks, listLibrary } from '../lib/works/library-list';
import type { FoundWork } from '../lib/works/load';
import { examplesOf } from './components/compare/examples-of';
import { ComparePanes } from './components/compare/panes';
import { EditionNames } from './components/edition-names';
import { PageFaces } from './components/page-faces';
import { Pager } from './components/pager';
import { Problem, Problems } from './components/problem';
import { BookmarkList } from './components/reading/bookmark-list';
import { LastPlaceLink } from './components/reading/last-place';
import { inOneLine } from './components/separators';
import type { SearchParams } from './components/view-state';
import { choiceAddress, readChoice } from './components/work-choice';
import { WorkFilter } from './components/work-filter';
import { keepPage } from './server/kept-pages';
import { loadedWork } from './server/loaded';
import { attemptLater } from './server/open-work';

export const dynamic = 'force-dynamic';

/** Works on one page. A library with no more shows them all, with nothing to choose by. */
const worksOfPage = 50;

interface Props {
  searchParams: Promise<SearchParams>;
}

/** The library: each work with its editions; of a large one a page, and what it is chosen by. */
export default async function LibraryPage({ searchParams }: Props) {
  const t = await getTranslations('library');
  const compare = await getTranslations('compare');
  const all = await attemptLater(() => listLibrary());
  if (all instanceof InputError) return <Problem title={t('unreadable')} error={all} />;
  const choice = readChoice(await searchParams);
  const works = chooseWorks(all, choice.query, choice.order, await getLocale());
  const pages = Math.max(1, Math.ceil(works.length / worksOfPage));
  const page = Math.min(choice.page, pages);
  const shown = works.slice((page - 1) * worksOfPage, page * worksOfPage);
  const found = await Promise.all(shown.map(({ slug }) => attemptLater(() => loadedWork(slug))));
  const problems = found.flatMap((each) => (each instanceof InputError ? [each] : each.problems));
  keepPage(await headers(), problems);
  const titles = found.flatMap((each) => (each instanceof InputError ? [] : each.work.editions));
  return (
    <div className="library">
      <PageFaces words={titles.map(({ language, title }) => ({ language, text: title }))} />
      <section className="home-compare">
        <h1>{compare('what')}</h1>
        <ComparePanes examples={await examplesOf()} />
        <noscript>
          <p className="problem">{compare('no-script')}</p>
        </noscript>
      </section>
      <h2 className="library-title">{t('title')}</h2>
      {all.length > worksOfPage && (
        <search>
          <WorkFilter choice={choice} count={works.length} />
        </search>
      )}
      {all.length === 0 && (
        <p>
          {t('empty')} <Link href="/import">{t('add')}</Link>
        </p>
      )}
      <ul className="works">
        {shown.map(({ slug }, k) => (
          <li key={slug}>
            <WorkEntry slug={slug} found={found[k]} />
          </li>
        ))}
      </ul>
      <Pager
        page={page}
        pages={pages}
        of="works"
        href={(to) => choiceAddress({ ...choice, page: to })}
      />
    </div>
  );
}

async function WorkEntry({ slug, found }: { slug: string; found: FoundWork | InputError }) {
  const t = await getTranslations('library');
  const locale = await getLocale();
  if (found instanceof InputError) {
    return (
      <article className="work">
        <h3>{slug}</h3>
        <Problem title={t('work-unreadable')} error={found} inline />
      </article>
    );
  }
  const { work, problems } = found;
  return (
    <article className="work">
      <h3>
        <Link href={`/works/${slug}`} data-command="go">
          {work.title}
        </Link>
      </h3>
      <p className="byline">
        {inOneLine(locale, [work.author, work.date && dateName(work.date, locale)])}{' '}
        <LastPlaceLink work={slug} />
      </p>
      <BookmarkList work={slug} />
      {work.description && <p className="description">{work.description}</p>}
      <EditionNames work={work} />
      <Problems problems={problems} />
    </article>
  );
}
