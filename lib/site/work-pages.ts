import { h } from 'hastscript';
import { compareRows, markedBases } from '../compare/compare-rows';
import { layOut } from '../compare/layout';
import { outlineOf } from '../compare/outline';
import { languageAttributes } from '../edition/language-attributes';
import type { Edition, Work } from '../edition/model';
import { divide } from '../edition/sections';
import { writeMarkdownEdition } from '../edition/write';
import { apparatusText } from '../formats/html/apparatus';
import { comparisonTable } from '../formats/html/comparison';
import {
  aboutEdition,
  anyLanguage,
  editionHead,
  english,
  markKey,
  workHead,
} from '../formats/html/document';
import { editionText } from '../formats/html/edition';
import { collateWork, collationGroups } from '../studies/collation';
import { type ExportFormat, forms } from '../studies/export-forms';
import { exportWork } from '../studies/export-work';
import { findEdition } from '../works/load';
import { framed, pager, relative } from './frame';
import type { SiteFile } from './site-file';
import { editionData, workData } from './structured';

/** Forms in which the whole work is given to download, and each edition. */
const workForms = ['tei', 'tmx', 'csv', 'json'] as const satisfies ExportFormat[];
const editionForms = ['epub', 'docx'] as const satisfies ExportFormat[];

/** All files of one work, one after the other. */
export async function* workFiles(
  work: Work,
  library: string,
  address: string | undefined,
): AsyncGenerator<SiteFile> {
  const home = `works/${work.slug}`;
  const base = findEdition(work, work.base);
  const several = work.editions.length > 1;
  const groups = collationGroups(work.editions, [base]).map((group) => ({
    ...group,
    name: `apparatus-${group.base.language}`,
  }));
  const nav: [string, string][] = [
    [work.title, `${home}/index.html`],
    ...(several ? [['Compare', `${home}/compare/1.html`] as [string, string]] : []),
    ...groups.map(({ base: lead, name }): [string, string] => [
      groups.length > 1 ? `Apparatus (${lead.language})` : 'Apparatus',
      `${home}/${name}/1.html`,
    ]),
  ];
  yield overview(work, home, nav, address);
  for (const edition of work.editions) yield* readingPages(edition, home, nav, address);
  if (several) yield* comparePages(work, base, home, nav, address);
  for (const { base: lead, editions, name } of groups) {
    yield* apparatusPages(work, editions, lead, `${home}/${name}`, nav, address);
  }
  for (const edition of work.editions) {
    const { segments, warnings: _, ...metadata } = edition;
    yield {
      path: `${home}/downloads/${edition.siglum}.md`,
      content: writeMarkdownEdition(metadata, segments),
    };
    for (const format of editionForms) {
      const content = await exportWork(work, format, [edition.siglum], library);
      yield { path: `${home}/downloads/${edition.siglum}.${forms[format].ending}`, content };
    }
  }
  for (const format of workForms) {
    if (format === 'tmx' && !several) continue;
    const content = await exportWork(work, format, undefined, library);
    yield { path: `${home}/downloads/${work.slug}.${forms[format].ending}`, content };
  }
}

function overview(
  work: Work,
  home: string,
  nav: readonly [string, string][],
  address: string | undefined,
): SiteFile {
  const path = `${home}/index.html`;
  const download = (name: string, text: string) =>
    h('a', { href: relative(path, `${home}/downloads/${name}`), download: true }, text);
  const main = [
    ...workHead(work),
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
        aboutEdition(edition),
        h('p', { class: 'about' }, [
          'Download: ',
          download(`${edition.siglum}.md`, 'Markdown'),
          ...editionForms.flatMap((format) => [
            ', ',
            download(`${edition.siglum}.${forms[format].ending}`, format.toUpperCase()),
          ]),
        ]),
      ]),
    ),
    h('h2', 'The whole work'),
    h('p', { class: 'about' }, [
      'Download with the alignment: ',
      ...workForms
        .filter((format) => format !== 'tmx' || work.editions.length > 1)
        .flatMap((format, k) => [
          ...(k > 0 ? [', '] : []),
          download(`${work.slug}.${forms[format].ending}`, format.toUpperCase()),
        ]),
    ]),
  ];
  const data = workData(work, address);
  return {
    path,
    content: framed({
      path,
      title: `${work.title} · Variorum`,
      language: 'en',
      nav,
      address,
      data,
      main,
    }),
  };
}

const readingPath = (home: string, { siglum }: Edition, section: number) =>
  `${home}/${siglum}/${section + 1}.html`;

/** An edition to be read, in sections. These pages are what the search knows. */
function* readingPages(
  edition: Edition,
  home: string,
  nav: readonly [string, string][],
  address: string | undefined,
): Generator<SiteFile> {
  const { segments, title, language, siglum } = edition;
  const headings = segments.flatMap(({ kind }, row) => (kind === 'heading' ? [{ row }] : []));
  const sections = divide(segments.length, headings);
  for (const [k, { from, to }] of sections.entries()) {
    const path = readingPath(home, edition, k);
    const part = sections.length > 1 ? ` (${k + 1}/${sections.length})` : '';
    const first = k === 0 ? editionHead(edition) : [];
    yield {
      path,
      content: framed({
        path,
        title: `${title}${part} · Variorum`,
        language,
        nav,
        address,
        data: editionData(edition),
        main: [
          h('div', { 'data-pagefind-body': true }, [
            h('p', { class: 'siglum', 'data-pagefind-ignore': true }, [h('bdi', siglum)]),
            h('span', { hidden: true, 'data-pagefind-meta': 'title' }, `${title}${part}`),
            ...first,
            editionText(edition, from, to),
          ]),
          ...pager(
            path,
            k > 0 ? readingPath(home, edition, k - 1) : undefined,
            k + 1 < sections.length ? readingPath(home, edition, k + 1) : undefined,
          ),
        ],
      }),
    };
  }
}

async function* comparePages(
  work: Work,
  base: Edition,
  home: string,
  nav: readonly [string, string][],
  address: string | undefined,
): AsyncGenerator<SiteFile> {
  const layout = await layOut(work, work.editions, base);
  const sections = divide(layout.rows.length, outlineOf(work.editions, base, layout.rows));
  for (const [k, { from, to }] of sections.entries()) {
    const pathOf = (section: number) => `${home}/compare/${section + 1}.html`;
    const path = pathOf(k);
    const rows = compareRows(layout, layout.rows.slice(from, to), work.names);
    yield {
      path,
      content: framed({
        path,
        title: `${work.title}: comparison · Variorum`,
        language: base.language,
        nav,
        address,
        wide: true,
        main: [
          ...(k === 0 ? workHead(work) : []),
          ...markKey(markedBases(layout, rows)),
          comparisonTable(work.editions, rows),
          ...pager(
            path,
            k > 0 ? pathOf(k - 1) : undefined,
            k + 1 < sections.length ? pathOf(k + 1) : undefined,
          ),
        ],
      }),
    };
  }
}

async function* apparatusPages(
  work: Work,
  editions: readonly Edition[],
  lead: Edition,
  home: string,
  nav: readonly [string, string][],
  address: string | undefined,
): AsyncGenerator<SiteFile> {
  const { rows } = await collateWork(work, editions, lead);
  const sections = divide(rows.length, []);
  for (const [k, { from, to }] of sections.entries()) {
    const pathOf = (section: number) => `${home}/${section + 1}.html`;
    const path = pathOf(k);
    yield {
      path,
      content: framed({
        path,
        title: `${work.title}: apparatus · Variorum`,
        language: lead.language,
        nav,
        address,
        main: [
          h('h1', { ...anyLanguage }, work.title),
          h(
            'p',
            { class: 'about', ...english },
            `The text of ${lead.siglum}, with the readings of ${editions
              .filter((each) => each !== lead)
              .map(({ siglum }) => siglum)
              .join(', ')}.`,
          ),
          ...apparatusText(rows.slice(from, to), lead.language, work.apparatus),
          ...pager(
            path,
            k > 0 ? pathOf(k - 1) : undefined,
            k + 1 < sections.length ? pathOf(k + 1) : undefined,
          ),
        ],
      }),
    };
  }
}
