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
import { areLong } from '../edition/segments';
import { anyLanguage } from '../formats/html/document';
import type { CollatedRow } from '../formats/prepared';
import { type CollationGroup, collateWork } from '../studies/collation';
import { drawn, type SiteContext } from './context';
import { framed, links, pager, type SiteLink } from './frame';
import type { SiteFile } from './site-file';
import type { SiteWork } from './site-work';

/** The folder of a view of a group of editions. */
export const collationHome = (home: string, view: CollationViewName, { base }: CollationGroup) =>
  `${home}/${view}-${base.language}`;

/** Tables and graphs have an element for each word: of long editions they would be hundreds of megabytes. */
const viewsOf = ({ editions }: CollationGroup): readonly CollationViewName[] =>
  areLong(editions) ? ['apparatus', 'inline'] : collationViews;

/** The editions of one language collated, in all views. @param groups of all languages. */
export async function* collationPages(
  shown: SiteWork,
  group: CollationGroup,
  groups: readonly CollationGroup[],
  site: SiteContext,
): AsyncGenerator<SiteFile> {
  const { rows } = await collateWork(shown.work, group.editions, group.base);
  for (const view of viewsOf(group)) yield* viewPages(shown, group, groups, view, rows, site);
}

function* viewPages(
  shown: SiteWork,
  group: CollationGroup,
  groups: readonly CollationGroup[],
  view: CollationViewName,
  rows: readonly CollatedRow[],
  site: SiteContext,
): Generator<SiteFile> {
  const { work, home, nav } = shown;
  const { locale, own, say } = site;
  const size = rowsOnPage[view];
  const count = Math.ceil(rows.length / size);
  const pathOf = (page: number) => `${collationHome(home, view, group)}/${page + 1}.html`;
  const sigla = group.editions.filter((each) => each !== group.base).map(({ siglum }) => siglum);
  for (let k = 0; k < count; k++) {
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
              rows={rows.slice(k * size, (k + 1) * size)}
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
