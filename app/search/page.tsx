import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { InputError } from '../../lib/core/errors';
import { primaryLanguage } from '../../lib/edition/model';
import { indexedLanguages, search } from '../../lib/search/search';
import { listLibrary } from '../../lib/works/library-list';
import { loadWorks } from '../../lib/works/load';
import { Problem } from '../components/problem';
import { maxListed, type Offered, SearchForm } from '../components/search/search-form';
import { SearchHelp } from '../components/search/search-help';
import { hitsOfPage, SearchResults } from '../components/search/search-results';
import { list, type SearchParams } from '../components/view-state';
import { Waiting } from '../components/waiting';
import { attemptLater } from '../server/open-work';

export const dynamic = 'force-dynamic';

/** How long a new index is waited for before progress is shown, in milliseconds. */
const timeoutMs = 1500;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('search'))('title') };
}

/** A parallel concordance of the library. */
export default async function SearchPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const t = await getTranslations('search');
  const given = await searchParams;
  const query = [given.q ?? ''].flat()[0].trim().slice(0, 500);
  const library = await attemptLater(() => offered());
  if (library instanceof InputError) {
    return <Problem title={(await getTranslations('library'))('unreadable')} error={library} />;
  }
  const chosen = {
    work: list(given.work)[0],
    edition: list(given.edition)[0],
    language: list(given.language)[0],
  };
  const page = Math.max(1, Math.trunc(Number(list(given.page)[0] ?? 1)) || 1);
  const one = (value: string | undefined) => (value ? [value] : []);
  const found =
    query === ''
      ? null
      : await attemptLater(() =>
          search(
            {
              query,
              works: one(chosen.work),
              editions: one(chosen.edition),
              languages: one(chosen.language),
              from: (page - 1) * hitsOfPage,
              limit: hitsOfPage,
            },
            { timeoutMs },
          ),
        );
  if (found !== null && !(found instanceof InputError) && found.state === 'pending')
    return <Waiting title={t('indexing')} share={found.share} what="index" />;
  return (
    <div className="search-page">
      <h1>{t('title')}</h1>
      <search>
        <SearchForm offered={library} query={query} chosen={chosen} locale={await getLocale()} />
      </search>
      {found === null && <SearchHelp />}
      {found instanceof InputError && <Problem title={t('refused')} error={found} inline />}
      {found && !(found instanceof InputError) && (
        <SearchResults found={found.value} page={page} address={(to) => address(given, to)} />
      )}
    </div>
  );
}

/** What the form of the search page offers of the library. */
async function offered(): Promise<Offered> {
  const works = await listLibrary();
  const sigla = [...new Set(works.flatMap((work) => work.sigla))].sort();
  if (works.length > maxListed) return { works, sigla, languages: await indexedLanguages() };
  const { found } = await loadWorks();
  const languages = found.flatMap(({ work }) =>
    work.editions.map(({ language }) => primaryLanguage(language)),
  );
  return { works, sigla, languages: [...new Set(languages)].sort() };
}

function address(given: SearchParams, page: number): string {
  const query = new URLSearchParams();
  for (const name of ['q', 'work', 'edition', 'language']) {
    const value = [given[name] ?? ''].flat()[0];
    if (value) query.set(name, value);
  }
  if (page > 1) query.set('page', String(page));
  return `/search?${query}`;
}
