import type { LaidRow } from '../align/layout';
import type { DifferenceKind } from '../collate/kinds';
import { unionOfMarks } from '../collate/union-of-marks';
import { type Cell, type ComparedRow, type ComparedSegment, isMarked } from '../formats/prepared';
import type { NameTable } from '../language/name-table';
import { basesOf } from './bases';
import type { Layout } from './lay-out-pairs';
import { createLinker } from './linked-sentences';
import { createRowMarker, type MarkedRow, type MarkedSide, varianceOf } from './marked-rows';

/** Compares the words of some rows of a layout. */
export function compareRows(
  layout: Layout,
  rows: readonly LaidRow[],
  names: NameTable | undefined,
  ignore: readonly DifferenceKind[] = [],
): ComparedRow[] {
  return comparedRows(layout, rows, rows.map(createRowMarker(layout, names, ignore)));
}

/** Sigla of the editions with which others are compared; none where nothing in the rows is marked. */
export const markedBases = (
  { editions, against }: Pick<Layout, 'editions' | 'against'>,
  rows: readonly ComparedRow[],
): string[] => (isMarked(rows) ? basesOf(editions, against).map(({ siglum }) => siglum) : []);

/** Rows with the marks that have been found for each. */
export function comparedRows(
  layout: Layout,
  rows: readonly LaidRow[],
  marked: readonly MarkedRow[],
): ComparedRow[] {
  const { editions, against } = layout;
  const sentencesOf = createLinker(layout);
  // How many editions each is compared with: the marks of several are laid over one another.
  const several = editions.map(
    (_, shown) =>
      against.filter((base) => base === shown).length + (against[shown] === null ? 0 : 1) > 1,
  );
  return rows.map((row, n): ComparedRow => {
    const { sides, similarity } = marked[n];
    const cells = row.cells.map(({ indices, moved, division }, shown): Cell => {
      return {
        siglum: editions[shown].siglum,
        moved,
        division,
        segments: indices.map((index, k) => ({
          segment: editions[shown].segments[index],
          index,
          sentences: sentencesOf(shown, index),
          ...marksOf(sides[shown], k, several[shown]),
        })),
      };
    });
    return { number: row.number, score: row.score, cells, variance: varianceOf(similarity) };
  });
}

/** What is marked in a segment, by all comparisons together and, where there are several, by each. */
function marksOf(
  sides: readonly MarkedSide[],
  segment: number,
  several: boolean,
): Pick<ComparedSegment, 'marks' | 'shared' | 'comparisons'> {
  const each = sides.map(({ other, marks, shared }) => ({
    other,
    marks: marks[segment],
    ...(shared ? { shared: shared[segment] } : {}),
  }));
  if (!several)
    return { marks: each[0]?.marks ?? [], ...(each[0]?.shared ? { shared: each[0].shared } : {}) };
  return { marks: unionOfMarks(each.map(({ marks }) => marks)), comparisons: each };
}
