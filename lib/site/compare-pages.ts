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
import { rowsShown } from './part';
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

/** A stretch of a work on pages that are made together, and what they are made from. */
export interface PagedStretch {
  name: string;
  of: () => readonly unknown[];
  files: () => Generator<SiteFile>;
}

/**
 * The editions side by side, a page a section; and again compared with each other edition that can be a base.
 */
export async function* comparePages(
  shown: SiteWork,
  base: Edition,
  groups: readonly CollationGroup[],
  site: SiteContext,
): AsyncGenerator<PagedStretch> {
  const { work } = shown;
  // Of long editions the pages of one base are many already.
  const varied = areLong(work.editions) ? [] : groups;
  const leads = varied.flatMap((group) =>
    group.editions.map((edition) => ({ edition, usual: edition === group.base })),
  );
  const layout = await layOut(work, work.editions, base);
  const places = () => [...placeFiles(shown, layout)].map(({ content }) => content);
  yield { name: 'places', of: places, files: () => placeFiles(shown, layout) };
  const others = leads.flatMap(({ edition, usual }) => (usual ? [] : [edition]));
  for (const lead of [undefined, ...others]) {
    const bases = lead ? [lead] : [base];
    const against = await layOut(work, work.editions, base, { bases });
    const comparison: Comparison = { layout: against, sections: sectionsOf(layout), leads, lead };
    for (const [k, { from, to }] of comparison.sections.entries())
      yield {
        name: [lead?.siglum ?? '', k + 1].join(' ').trim(),
        of: () => [
          comparison.sections.length,
          leads.map(({ edition, usual }) => [edition.siglum, usual]),
          against.against,
          rowsShown(work.editions, layout.rows.slice(from, to)),
        ],
        files: () => sectionPage(shown, comparison, k, site),
      };
  }
}

/** What the pages of a comparison with one base have in common. */
interface Comparison {
  layout: Layout;
  sections: readonly Section[];
  /** The editions that can be a base. */
  leads: readonly { edition: Edition; usual: boolean }[];
  /** The base, where it is not the usual one. */
  lead?: Edition;
}

function* sectionPage(
  { work, home, nav }: SiteWork,
  { layout, sections, leads, lead }: Comparison,
  k: number,
  site: SiteContext,
): Generator<SiteFile> {
  const pathOf = (section: number) => comparePath(home, section, lead);
  const path = pathOf(k);
  const { from, to } = sections[k];
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
      language: layout.base.language,
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
