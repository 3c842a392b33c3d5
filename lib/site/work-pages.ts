import { h } from 'hastscript';
import { languageAttributes } from '../edition/language-attributes';
import type { Work } from '../edition/model';
import type { Note } from '../edition/notes';
import { aboutEdition, workHead } from '../formats/html/document';
import { type CollationGroup, collationGroups } from '../studies/collation';
import { type FoundWork, findEdition } from '../works/load';
import { placeNotes } from '../works/notes';
import { collationHome, collationPages } from './collation-pages';
import { comparePages, comparePath } from './compare-pages';
import type { SiteContext } from './context';
import { downloadLinks, editionDownloads, workDownloads } from './downloads';
import { framed, relative, type SiteLink } from './frame';
import { notesPage, notesPath } from './notes-page';
import { partKey, type SitePart, workKeys } from './part';
import { readingPages, readingPath } from './reading-pages';
import { renderingsPages, renderingsPath } from './renderings-pages';
import type { SiteFile } from './site-file';
import type { SiteWork } from './site-work';
import { statisticsPages, statisticsPath } from './statistics-pages';
import { workData } from './structured';

/** All parts of one work, in the order of its pages. */
export async function* workParts(
  { work, notes }: Pick<FoundWork, 'work' | 'notes'>,
  site: SiteContext,
): AsyncGenerator<SitePart> {
  const home = `works/${work.slug}`;
  const base = findEdition(work, work.base);
  const groups = collationGroups(work.editions, [base]);
  const pages = pagesOf(work, home, groups, notes, site);
  const shown: SiteWork = {
    work,
    home,
    nav: (current) => pages.map((page) => ({ ...page, current: page.path === current })),
  };
  const keys = workKeys(work);
  const { locale, address, program } = site;
  const part = (
    name: string,
    of: () => readonly unknown[],
    files: SitePart['files'],
  ): SitePart => ({
    name: `${home}/${name}`,
    key: () => partKey(program, locale, address, pages, keys.known(), ...of()),
    files,
  });
  const whole = () => [keys.whole()];
  const withNotes = () => [keys.whole(), notes];
  const long = (each: SitePart): SitePart => ({ ...each, isLong: true });
  const several = work.editions.length > 1;
  yield part(
    'index',
    () => [],
    () => [overview(shown, site)],
  );
  for (const edition of work.editions) {
    const of = () => [keys.edition(edition)];
    yield part(`${textPart}${edition.siglum}`, of, () => readingPages(edition, shown, site));
    yield part(
      `download ${edition.siglum}`,
      () => [...of(), notes],
      () => editionDownloads(edition, shown, site),
    );
  }
  if (several)
    for await (const { name, of, files } of comparePages(shown, base, groups, site))
      yield part(`compare ${name}`, of, files);
  for (const group of groups)
    for await (const { name, of, files } of collationPages(shown, group, groups, site))
      yield part(`collation ${group.language} ${name}`, of, files);
  if (several) yield long(part('renderings', whole, () => renderingsPages(shown, base, site)));
  yield long(part('statistics', whole, () => statisticsPages(shown, groups, site)));
  if (notes.length > 0)
    yield part('notes', withNotes, () => [notesPage(shown, placeNotes(work, notes), site)]);
  yield long(part('download', withNotes, () => workDownloads(shown, site)));
}

/** What the names of parts begin with that hold the pages of a text, which the search knows. */
const textPart = 'text ';
export const isText = ({ name }: Pick<SitePart, 'name'>): boolean => name.includes(`/${textPart}`);

/** The pages of a work that others lead to. */
function pagesOf(
  work: Work,
  home: string,
  groups: readonly CollationGroup[],
  notes: readonly Note[],
  { say }: SiteContext,
): SiteLink[] {
  const several = work.editions.length > 1;
  return [
    { text: work.title, path: `${home}/index.html` },
    ...(several ? [{ text: say('work.comparison'), path: comparePath(home, 0) }] : []),
    ...(groups.length > 0
      ? [
          {
            text: say('work.collation'),
            path: `${collationHome(home, 'apparatus', groups[0])}/1.html`,
          },
        ]
      : []),
    ...(several ? [{ text: say('work.renderings'), path: renderingsPath(home) }] : []),
    { text: say('work.statistics'), path: statisticsPath(home) },
    ...(notes.length > 0 ? [{ text: say('notes.title'), path: notesPath(home) }] : []),
  ];
}

function overview({ work, home, nav }: SiteWork, site: SiteContext): SiteFile {
  const { own, say, address } = site;
  const path = `${home}/index.html`;
  const main = [
    ...workHead(work, site.labels),
    ...work.editions.map((edition) =>
      h('section', [
        h('h2', [
          h(
            'a',
            {
              href: relative(path, readingPath(home, edition, 0)),
              ...languageAttributes(edition.language),
            },
            edition.title,
          ),
          ' ',
          h('span', { class: 'siglum' }, edition.siglum),
        ]),
        aboutEdition(edition, site.labels),
        h('p', { class: 'about', ...own }, [
          `${say('download.download')}: `,
          ...downloadLinks(path, home, { edition }),
        ]),
      ]),
    ),
    h('h2', { ...own }, say('static-site.whole-work')),
    h('p', { class: 'about', ...own }, [
      `${say('static-site.with-alignment')} `,
      ...downloadLinks(path, home, { work }),
    ]),
  ];
  return {
    path,
    content: framed(site, {
      path,
      title: `${work.title} · Variorum`,
      language: own.lang,
      nav: nav(path),
      data: workData(work, address),
      main,
    }),
  };
}
