import type { Division, LaidCell, LaidRow, LaidTexts } from '../align/layout';
import { joinAlignments } from '../align/table';
import type { Edition } from '../edition/model';
import type { PairAlignment } from './alignments';
import { comparedWith } from './bases';

/** Editions side by side: which segments stand in which row. */
export interface Layout extends LaidTexts {
  /** The base with each other edition, in the order of `editions`. */
  pairs: PairAlignment[];
  /** The row, by its index, of each segment of each edition. */
  rowOf: Int32Array[];
}

/** Puts the segments of editions, each aligned with the base, side by side in rows. */
export function layOutPairs(
  editions: readonly Edition[],
  base: Edition,
  pairs: PairAlignment[],
): Layout {
  const table = joinAlignments(
    base.segments.length,
    pairs.map(({ beads }) => beads),
  );
  // Columns of the table: the base first; of the page: as the reader has them.
  const order = [base, ...editions.filter((edition) => edition !== base)];
  const column = editions.map((edition) => order.indexOf(edition));
  // The shape of the bead each base segment is in, for each other edition.
  const shapes = pairs.map(({ beads }) => {
    const shape = new Map<number, [number, number]>();
    for (const { a, b } of beads) for (const i of a) shape.set(i, [a.length, b.length]);
    return shape;
  });
  const rowOf = editions.map(({ segments }) => new Int32Array(segments.length).fill(-1));
  const rows = table.rows.map(
    (row, index): LaidRow => ({
      number: index + 1,
      score: row.score,
      cells: column.map((at, shown): LaidCell => {
        const indices = row.cells[at];
        for (const segment of indices) rowOf[shown][segment] = index;
        return {
          indices,
          moved: row.moved[at],
          division: at === 0 ? 'same' : division(row.cells[0], indices, shapes[at - 1]),
        };
      }),
    }),
  );
  return {
    base,
    editions: [...editions],
    against: comparedWith(editions, [base]),
    pairs,
    rows,
    rowOf,
  };
}

/** How a cell's paragraphs are divided, by the beads that make up its row. */
function division(
  inBase: number[],
  here: number[],
  shape: Map<number, [number, number]>,
): Division {
  if (here.length === 0) return 'missing';
  if (inBase.length === 0) return 'added';
  const beads = inBase.map((i) => shape.get(i) ?? [1, 0]);
  if (beads.every(([p, q]) => p === 1 && q === 1)) return 'same';
  if (beads.every(([p, q]) => q === 1 && p >= 1)) return 'merged';
  if (beads.every(([p, q]) => p === 1 && q >= 1)) return 'split';
  return 'redivided';
}
