import { h } from 'hastscript';
import { CheckList } from '../../app/components/renderings/check-list';
import { TermTable } from '../../app/components/renderings/term-table';
import { languageAttributes } from '../edition/language-attributes';
import { comparedLanguage, type Edition } from '../edition/model';
import { areLong } from '../edition/segments';
import { anyLanguage } from '../formats/html/document';
import { findTerm, frequentTerms } from '../studies/find-term';
import { originalOf, renderingsOf } from '../studies/renderings';
import { checkable, reviewedLists } from '../studies/review-slips';
import { comparedPlaces } from './compare-pages';
import { drawn, type SiteContext } from './context';
import { framed, links, relative, type SiteLink } from './frame';
import type { SiteFile } from './site-file';
import type { SiteWork } from './site-work';

/** @param term its number. */
const termPath = (home: string, term: number) => `${home}/renderings/${term + 1}.html`;
const checkPath = (home: string) => `${home}/renderings/check.html`;

export const renderingsPath = (home: string): string => termPath(home, 0);

/** Places of the terms, taken together: each is looked up in every other edition. */
const maxPlaces = 2000;

/**
 * How terms of the original are rendered, a page each, and the check list; not of long editions, of which
 * all sentences would have to be compared.
 */
export async function* renderingsPages(
  shown: SiteWork,
  base: Edition,
  site: SiteContext,
): AsyncGenerator<SiteFile> {
  const { work, home } = shown;
  const source = originalOf(work);
  const others = areLong(work.editions) ? [] : checkable(work, source);
  const place = await comparedPlaces(shown, base);
  const study: Study = { shown, site, source, others, place, terms: termsOf(shown, source) };
  for (const [k, term] of study.terms.entries()) yield await termPage(study, k, term);
  // Where nothing can be looked up there is a page all the same, which others lead to.
  if (study.terms.length === 0) yield studyPage(study, renderingsPath(home), []);
  if (others.length > 0) yield await checksPage(study);
}

/** What the pages have in common. */
interface Study {
  shown: SiteWork;
  site: SiteContext;
  source: Edition;
  /** The editions that are checked. */
  others: readonly Edition[];
  terms: readonly string[];
  /** The place of a segment in the comparison. */
  place: (siglum: string, segment: string) => string;
}

/** The terms that the work has agreed on, and the frequent words. */
function termsOf({ work }: SiteWork, source: Edition): string[] {
  const own = (work.terms ?? [])
    .filter(({ language }) => comparedLanguage(language) === comparedLanguage(source.language))
    .map(({ term }) => term);
  const terms = new Set([...own, ...frequentTerms(source).map(({ term }) => term)]);
  let places = 0;
  return [...terms].filter((term) => {
    const found = findTerm(source, term).length;
    places += found;
    return found > 0 && places <= maxPlaces;
  });
}

async function termPage(study: Study, at: number, term: string): Promise<SiteFile> {
  const { shown, site, source, place } = study;
  const path = termPath(shown.home, at);
  const found = await renderingsOf(shown.work, source, term);
  return studyPage(
    study,
    path,
    drawn(
      site,
      <TermTable
        work={shown.work}
        source={source}
        term={term}
        found={found}
        placeAddress={({ siglum, segment }) => relative(path, place(siglum, segment))}
      />,
    ),
  );
}

async function checksPage(study: Study): Promise<SiteFile> {
  const { shown, site, source, others, place } = study;
  const path = checkPath(shown.home);
  const lists = await reviewedLists(shown.work, source, { others });
  return studyPage(study, path, [
    h('p', { class: 'quiet' }, site.say('renderings.about-check')),
    ...drawn(
      site,
      lists.map(({ other, slips }) => (
        <CheckList
          key={other.siglum}
          base={source}
          other={other}
          slips={slips}
          placeAddress={({ siglum, segment }) => relative(path, place(siglum, segment))}
        />
      )),
    ),
  ]);
}

/** A page of renderings or checks, with the ways to the others of the work. */
function studyPage(
  { shown: { work, home, nav }, site, source, others, terms }: Study,
  path: string,
  main: ReturnType<typeof drawn>,
): SiteFile {
  const { own, say } = site;
  const isCheck = path === checkPath(home);
  const views: SiteLink[] = [
    { text: say('renderings.term'), path: renderingsPath(home), current: !isCheck },
    { text: say('renderings.check'), path: checkPath(home), current: isCheck },
  ];
  const pages = terms.map((text, k) => ({ text, path: termPath(home, k) }));
  return {
    path,
    content: framed(site, {
      path,
      title: `${say('renderings.title', { title: work.title })} · Variorum`,
      language: own.lang,
      nav: nav(renderingsPath(home)),
      wide: true,
      main: [
        h('h1', { ...anyLanguage }, work.title),
        ...(others.length > 0
          ? links(path, say('renderings.views'), views, { class: 'views' })
          : []),
        ...(isCheck
          ? []
          : links(
              path,
              say('renderings.frequent'),
              pages.map((page) => ({ ...page, current: page.path === path })),
              { class: 'tabs', ...languageAttributes(source.language) },
            )),
        h('div', { class: 'study', ...own }, main),
      ],
    }),
  };
}
