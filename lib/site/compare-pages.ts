import { compareRows, markedBases } from '../compare/compare-rows';
import { type Layout, layOut } from '../compare/layout';
import { outlineOf } from '../compare/outline';
import type { Edition } from '../edition/model';
import { divide, type Section } from '../edition/sections';
import { areLong, segmentIndex } from '../edition/segments';
import { comparisonTable } from '../formats/html/comparison';
import { markKey, workHead } from '../formats/html/document';
import type { CollationGroup } from '../studies/collation';
import { comparisonChoices } from './choices';
import type { SiteContext } from './context';
import { framed, pager } from './frame';
import { placesPath } from './reading-pages';
import type { SiteFile } from './site-file';
import type { SiteWork } from './site-work';

/** @param lead what others of its language are compared with, where it is not the usual one. */
export const comparePath = (home: string, section: number, lead?: Edition) =>
  `${home}/compare${lead ? `-${lead.siglum}` : ''}/${section + 1}.html`;

/** Makes the way to the place of a segment in the comparison. */
export async function comparedPlaces(
  { work, home }: Pick<SiteWork, 'work' | 'home'>,
  base: Edition,
): Promise<(siglum: string, segment: string) => string> {
  const layout = await layOut(work, work.editions, base);
  const placeOf = placesIn(layout);
  return (siglum, segment) => {
    const shown = layout.editions.findIndex((edition) => edition.siglum === siglum);
    const index = segmentIndex(layout.editions[shown]).get(segment) ?? 0;
    const [section, row] = placeOf(shown, index);
    return `${comparePath(home, section)}#row-${row}`;
  };
}

/** Makes what tells the section, from 0, and the number of the row of a segment. */
function placesIn(layout: Layout): (shown: number, segment: number) => [number, number] {
  const sectionOf = sectionsOf(layout).flatMap(({ from, to }, section) =>
    Array<number>(to - from).fill(section),
  );
  return (shown, segment) => {
    const row = layout.rowOf[shown][segment];
    return [sectionOf[row], layout.rows[row].number];
  };
}

/** Section and row of each segment of the editions, for the search: a file for each edition. */
function* placeFiles({ home }: SiteWork, layout: Layout): Generator<SiteFile> {
  const placeOf = placesIn(layout);
  for (const [shown, edition] of layout.editions.entries()) {
    const places = edition.segments.map(({ id }, segment) => {
      const [section, row] = placeOf(shown, segment);
      return [id, [section + 1, row]];
    });
    yield {
      path: placesPath(home, edition),
      content: JSON.stringify(Object.fromEntries(places)),
    };
  }
}

const sectionsOf = ({ editions, base, rows }: Layout): Section[] =>
  divide(rows.length, outlineOf(editions, base, rows));

/** The editions side by side, in sections; and again compared with each other edition that can be a base. */
export async function* comparePages(
  shown: SiteWork,
  base: Edition,
  groups: readonly CollationGroup[],
  site: SiteContext,
): AsyncGenerator<SiteFile> {
  // Of long editions the pages of one base are many already.
  const varied = areLong(shown.work.editions) ? [] : groups;
  const leads = varied.flatMap((group) =>
    group.editions.map((edition) => ({ edition, usual: edition === group.base })),
  );
  yield* placeFiles(shown, await layOut(shown.work, shown.work.editions, base));
  yield* leadPages(shown, base, leads, undefined, site);
  for (const { edition, usual } of leads)
    if (!usual) yield* leadPages(shown, base, leads, edition, site);
}

async function* leadPages(
  { work, home, nav }: SiteWork,
  base: Edition,
  leads: readonly { edition: Edition; usual: boolean }[],
  lead: Edition | undefined,
  site: SiteContext,
): AsyncGenerator<SiteFile> {
  const layout = await layOut(work, work.editions, base, { bases: lead ? [lead] : [base] });
  const sections = sectionsOf(layout);
  const pathOf = (section: number) => comparePath(home, section, lead);
  for (const [k, { from, to }] of sections.entries()) {
    const path = pathOf(k);
    const rows = compareRows(layout, layout.rows.slice(from, to), work.names);
    const bases = leads.map(({ edition, usual }) => ({
      text: edition.siglum,
      path: comparePath(home, k, usual ? undefined : edition),
      current: lead ? edition === lead : usual,
    }));
    yield {
      path,
      content: framed(site, {
        path,
        title: `${work.title} · ${site.say('work.comparison')} · Variorum`,
        language: base.language,
        nav: nav(comparePath(home, 0)),
        wide: true,
        main: [
          ...(k === 0 ? workHead(work, site.labels) : []),
          comparisonChoices({ path, work }, rows, bases, site),
          ...markKey(markedBases(layout, rows), site.labels),
          comparisonTable(work.editions, rows),
          ...pager(site, k, sections.length, pathOf),
        ],
      }),
    };
  }
}
