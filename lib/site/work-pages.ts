import { h } from 'hastscript';
import { languageAttributes } from '../edition/language-attributes';
import { aboutEdition, workHead } from '../formats/html/document';
import { collationGroups } from '../studies/collation';
import { type FoundWork, findEdition } from '../works/load';
import { placeNotes } from '../works/notes';
import { collationHome, collationPages } from './collation-pages';
import { comparePages, comparePath } from './compare-pages';
import type { SiteContext } from './context';
import { downloadLinks, downloads } from './downloads';
import { framed, relative, type SiteLink } from './frame';
import { notesPage, notesPath } from './notes-page';
import { readingPages, readingPath } from './reading-pages';
import type { SiteFile } from './site-file';
import type { SiteWork } from './site-work';
import { statisticsPages, statisticsPath } from './statistics-pages';
import { workData } from './structured';

/** All files of one work, one after the other. */
export async function* workFiles(
  { work, notes }: Pick<FoundWork, 'work' | 'notes'>,
  site: SiteContext,
): AsyncGenerator<SiteFile> {
  const home = `works/${work.slug}`;
  const base = findEdition(work, work.base);
  const several = work.editions.length > 1;
  const groups = collationGroups(work.editions, [base]);
  const pages: SiteLink[] = [
    { text: work.title, path: `${home}/index.html` },
    ...(several ? [{ text: site.say('work.comparison'), path: comparePath(home, 0) }] : []),
    ...(groups.length > 0
      ? [
          {
            text: site.say('work.collation'),
            path: `${collationHome(home, 'apparatus', groups[0])}/1.html`,
          },
        ]
      : []),
    { text: site.say('work.statistics'), path: statisticsPath(home) },
    ...(notes.length > 0 ? [{ text: site.say('notes.title'), path: notesPath(home) }] : []),
  ];
  const shown: SiteWork = {
    work,
    home,
    nav: (current) => pages.map((page) => ({ ...page, current: page.path === current })),
  };
  yield overview(shown, site);
  for (const edition of work.editions) yield* readingPages(edition, shown, site);
  if (several) yield* comparePages(shown, base, groups, site);
  yield* collationPages(shown, groups, site);
  yield* statisticsPages(shown, groups, site);
  if (notes.length > 0) yield notesPage(shown, placeNotes(work, notes), site);
  yield* downloads(shown, site);
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
