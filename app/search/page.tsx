import type { Metadata } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import { createElement, type ReactNode } from 'react';
import { InputError } from '../../lib/core/errors';
import { languageAttributes } from '../../lib/edition/language-attributes';
import { primaryLanguage } from '../../lib/edition/model';
import { excerpt } from '../../lib/search/excerpt';
import type { FoundEdition, Hit } from '../../lib/search/hits';
import { indexedLanguages, type SearchResult, search } from '../../lib/search/search';
import { type ListedWork, listLibrary } from '../../lib/works/library-list';
import { loadWorks } from '../../lib/works/load';
import { languageName } from '../components/names';
import { Problem } from '../components/problem';
import { list, type SearchParams } from '../components/view-state';
import { Waiting } from '../components/waiting';
import { attemptLater } from '../server/open-work';

export const dynamic = 'force-dynamic';

/** How long a new index is waited for before progress is shown, in milliseconds. */
const timeoutMs = 1500;
const hitsOfPage = 20;
/** Characters around what was found; other editions show so much of their text. */
const around = 180;

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
    return <Waiting title={t('indexing')} share={found.share} />;
  return (
    <div className="search-page">
      <h1>{t('title')}</h1>
      <search>
        <SearchForm offered={library} query={query} chosen={chosen} locale={await getLocale()} />
      </search>
      {found === null && <Help />}
      {found instanceof InputError && <Problem title={t('refused')} error={found} inline />}
      {found && !(found instanceof InputError) && (
        <Results found={found.value} page={page} address={(to) => address(given, to)} />
      )}
    </div>
  );
}

/** What there is to choose from. */
interface Offered {
  works: ListedWork[];
  sigla: string[];
  languages: string[];
}

/** A list of more works than this helps nobody to choose, and is slow to send. */
const maxListed = 200;

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

function WorkField({ works, chosen }: { works: readonly ListedWork[]; chosen?: string }) {
  const t = useTranslations('search');
  if (works.length > maxListed) {
    return (
      <label>
        {t('work')} <input name="work" defaultValue={chosen} placeholder={t('slug')} />
      </label>
    );
  }
  return (
    <label>
      {t('work')}
      <select name="work" defaultValue={chosen ?? ''}>
        <option value="">{t('all')}</option>
        {works.map(({ slug, title }) => (
          <option key={slug} value={slug}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

function SearchForm({
  offered: { works, sigla, languages },
  query,
  chosen,
  locale,
}: {
  offered: Offered;
  query: string;
  chosen: { work?: string; edition?: string; language?: string };
  locale: string;
}) {
  const t = useTranslations('search');
  return (
    <form className="search-form" action="/search">
      <input
        type="search"
        name="q"
        defaultValue={query}
        aria-label={t('query')}
        placeholder={t('placeholder')}
        autoComplete="off"
        maxLength={500}
      />
      <button type="submit" className="button primary-button">
        {t('go')}
      </button>
      <p className="search-filters">
        <WorkField works={works} chosen={chosen.work} />
        <label>
          {t('language')}
          <select name="language" defaultValue={chosen.language ?? ''}>
            <option value="">{t('all')}</option>
            {languages.map((language) => (
              <option key={language} value={language}>
                {languageName(language, locale)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('edition')}
          <select name="edition" defaultValue={chosen.edition ?? ''}>
            <option value="">{t('all')}</option>
            {sigla.map((siglum) => (
              <option key={siglum} value={siglum}>
                {siglum}
              </option>
            ))}
          </select>
        </label>
      </p>
    </form>
  );
}

function Help() {
  const t = useTranslations('search');
  const examples: [
    string,
    'words' | 'phrase' | 'beginning' | 'wildcard' | 'expression' | 'not' | 'scope',
  ][] = [
    ['peace treaty', 'words'],
    ['"peace treaty"', 'phrase'],
    ['trea*', 'beginning'],
    ['tr?nsl*', 'wildcard'],
    ['/colou?rs?/', 'expression'],
    ['treaty -peace', 'not'],
    ['en:arrived -en-plain:arrived', 'scope'],
  ];
  return (
    <dl className="search-help">
      {examples.map(([query, name]) => (
        <div key={query}>
          <dt>
            <Link href={`/search?q=${encodeURIComponent(query)}`} prefetch={false}>
              <code>{query}</code>
            </Link>
          </dt>
          <dd>{t(`help-${name}`)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Results({
  found: { hits, total, complete, renewing },
  page,
  address: addressOf,
}: {
  found: SearchResult;
  page: number;
  address: (page: number) => string;
}) {
  const t = useTranslations('search');
  const pages = Math.ceil(total / hitsOfPage);
  // A place that several editions were found at is shown once, with all of them.
  const places = hits.filter(
    ({ work, row }, k) => work !== hits[k - 1]?.work || row !== hits[k - 1].row,
  );
  return (
    <>
      <p className="search-count" role="status">
        {t('count', { count: total })}
        {!complete && ` ${t('partly')}`}
        {renewing !== null && ` ${t('renewing')}`}
      </p>
      <ol className="hits">
        {places.map((hit) => (
          <li key={`${hit.work} ${hit.row}`}>
            <HitEntry hit={hit} />
          </li>
        ))}
      </ol>
      {pages > 1 && (
        <nav className="search-pages" aria-label={t('pages')}>
          {page > 1 && (
            <Link href={addressOf(page - 1)} rel="prev" prefetch={false}>
              {t('previous')}
            </Link>
          )}
          <span>{t('page', { page, pages })}</span>
          {page < pages && (
            <Link href={addressOf(page + 1)} rel="next" prefetch={false}>
              {t('next')}
            </Link>
          )}
        </nav>
      )}
    </>
  );
}

function HitEntry({ hit: { work, title, row, siglum, segment, editions } }: { hit: Hit }) {
  const t = useTranslations('search');
  // The edition it was found in comes first.
  const ordered = [...editions].sort(
    (x, y) => Number(y.siglum === siglum) - Number(x.siglum === siglum),
  );
  const place = `/works/${work}?at=${encodeURIComponent(`${siglum}.${segment}`)}#row-${row}`;
  return (
    <article className="hit">
      <h2>
        <Link href={place} prefetch={false}>
          {title} <span className="quiet">{t('place', { row })}</span>
        </Link>
      </h2>
      <div className="hit-editions">
        {ordered.map((edition) => (
          <HitEdition key={edition.siglum} edition={edition} />
        ))}
      </div>
    </article>
  );
}

function HitEdition({ edition: { siglum, language, segments } }: { edition: FoundEdition }) {
  return (
    <div className="hit-edition">
      <p className="siglum">{siglum}</p>
      <div {...languageAttributes(language)}>
        {segments.map(({ id, label, text, matches }) => {
          const { parts, cut } = excerpt(text, matches, around);
          return (
            <p key={id}>
              {label && !cut.before && <span className="label">{label} </span>}
              {cut.before && '… '}
              {marked(parts)}
              {cut.after && ' …'}
            </p>
          );
        })}
      </div>
    </div>
  );
}

/** Every second part is what was found. */
function marked(parts: readonly string[]): ReactNode[] {
  return parts.map((part, k) =>
    k % 2 === 1 ? createElement('mark', { key: `${k} ${part}`, className: 'found' }, part) : part,
  );
}
