import { h } from 'hastscript';
import type { ReactNode } from 'react';
import {
  CollationPlaces,
  type CollationViewName,
  collationViews,
  rowsOnPage,
} from '../../app/components/collation/collation-places';
import { languageName } from '../../app/components/names';
import { listed } from '../../app/components/separators';
import { layOut } from '../compare/layout';
import { areLong } from '../edition/segments';
import { anyLanguage } from '../formats/html/document';
import type { CollatedRow } from '../formats/prepared';
import { type CollationGroup, collateRows, surroundings } from '../studies/collation';
import type { PagedStretch } from './compare-pages';
import { drawn, type SiteContext } from './context';
import { framed, links, pager, type SiteLink } from './frame';
import { rowsShown } from './part';
import type { SiteFile } from './site-file';
import type { SiteWork } from './site-work';

/** The folder of a view of a group of editions. */
export const collationHome = (home: string, view: CollationViewName, { base }: CollationGroup) =>
  `${home}/${view}-${base.language}`;

/** Tables and graphs have an element for each word: of long editions they would be hundreds of megabytes. */
const viewsOf = ({ editions }: CollationGroup): readonly CollationViewName[] =>
  areLong(editions) ? ['apparatus', 'inline'] : collationViews;

/**
 * The editions of one language collated, in all views: as many places at a time as fill whole pages of each view.
 *
 * @param groups of all languages.
 */
export async function* collationPages(
  shown: SiteWork,
  group: CollationGroup,
  groups: readonly CollationGroup[],
  site: SiteContext,
): AsyncGenerator<PagedStretch> {
  const { work } = shown;
  const layout = await layOut(work, group.editions, group.base);
  const surroundingsOf = surroundings(group.editions, layout.rows);
  const together = viewsOf(group)
    .map((view) => rowsOnPage[view])
    .reduce(leastCommonMultiple);
  for (let from = 0; from < layout.rows.length; from += together) {
    const rows = layout.rows.slice(from, from + together);
    const place: PlaceOfRows = { from, count: layout.rows.length };
    yield {
      name: String(from / together + 1),
      of: () => [
        groups.map(({ language, base }) => [language, base.siglum]),
        group.editions.map(({ siglum }) => siglum),
        place,
        rowsShown(group.editions, rows),
        rows.map(({ cells, number }) => {
          const { before, after } = surroundingsOf(cells, number);
          return [[...before], [...after]];
        }),
      ],
      *files() {
        const collated = collateRows(work, layout, rows);
        for (const view of viewsOf(group))
          yield* viewPages(shown, group, groups, view, collated, place, site);
      },
    };
  }
}

/** Where rows begin that are shown together, and how many there are in all. */
interface PlaceOfRows {
  from: number;
  count: number;
}

const leastCommonMultiple = (x: number, y: number): number => {
  let common = x;
  while (common % y !== 0) common += x;
  return common;
};

function* viewPages(
  shown: SiteWork,
  group: CollationGroup,
  groups: readonly CollationGroup[],
  view: CollationViewName,
  rows: readonly CollatedRow[],
  { from, count: all }: PlaceOfRows,
  site: SiteContext,
): Generator<SiteFile> {
  const { work, home, nav } = shown;
  const { locale, own, say } = site;
  const size = rowsOnPage[view];
  const count = Math.ceil(all / size);
  const pathOf = (page: number) => `${collationHome(home, view, group)}/${page + 1}.html`;
  const sigla = group.editions.filter((each) => each !== group.base).map(({ siglum }) => siglum);
  for (let at = 0; at < rows.length; at += size) {
    const k = (from + at) / size;
    const path = pathOf(k);
    yield {
      path,
      content: framed(site, {
        path,
        title: `${say('collation.title', { title: work.title })} · Variorum`,
        language: own.lang,
        nav: nav(`${collationHome(home, 'apparatus', groups[0])}/1.html`),
        wide: true,
        main: [
          h('h1', { ...anyLanguage }, work.title),
          ...links(path, say('collation.views'), viewLinks(shown, group, groups, view, site), {
            class: 'views',
          }),
          h('p', { class: 'quiet' }, [
            say('static-site.collated', {
              base: group.base.siglum,
              sigla: listed(locale, sigla),
            }),
            viewsOf(group).length < collationViews.length ? ` ${say('static-site.not-drawn')}` : '',
          ]),
          ...drawn(
            site,
            <CollationPlaces
              rows={rows.slice(at, at + size)}
              view={view}
              base={group.base.siglum}
              lang={group.base.language}
              form={work.apparatus}
              isEditable={false}
              graphFrame={Scroller}
              placeAddress={(number) => `#row-${number}`}
            />,
          ),
          ...pager(site, k, count, pathOf),
        ],
      }),
    };
  }
}

/** A drawing that is scrolled. */
function Scroller({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className="scroller" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}

/** The other views, and the same of other languages. */
function viewLinks(
  { home }: SiteWork,
  group: CollationGroup,
  groups: readonly CollationGroup[],
  view: CollationViewName,
  { locale, say }: SiteContext,
): SiteLink[] {
  const first = (name: CollationViewName, of: CollationGroup) =>
    `${collationHome(home, name, of)}/1.html`;
  return [
    ...viewsOf(group).map((name) => ({
      text: say(`collation.${name}`),
      path: first(name, group),
      current: name === view,
    })),
    ...(groups.length > 1
      ? groups.map((each) => ({
          text: languageName(each.base.language, locale),
          path: first(viewsOf(each).includes(view) ? view : 'apparatus', each),
          current: each === group,
        }))
      : []),
  ];
}
