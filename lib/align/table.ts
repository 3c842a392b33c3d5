import type { Bead } from './bead';

/** A place of the work: for each edition (column), the segments that stand there. */
export interface Row {
  cells: number[][];
  /** For each edition: whether the passage stands in another place there. */
  moved: boolean[];
  /** The lowest certainty of the beads that make up the row, 0 to 1. */
  score: number;
}

/** The many-edition form of beads. Each segment of each edition is in exactly one row. */
export interface AlignmentTable {
  rows: Row[];
}

/**
 * Joins alignments that share one edition (column 0) into a table.
 *
 * Where beads of different editions overlap on column 0, their rows become one. Segments that
 * correspond to nothing in column 0 get rows of their own, after the place they follow.
 *
 * @param segments how many segments column 0 has.
 * @param alignments beads of column 0 (as `a`) with each further column, in order.
 */
export function joinAlignments(
  segments: number,
  alignments: readonly (readonly Bead[])[],
): AlignmentTable {
  const columns = alignments.length + 1;
  // Segments of column 0 that any bead holds together: `end[i]` is past the last one tied to i.
  const tied = new Uint8Array(segments + 1);
  for (const beads of alignments) {
    for (const { a } of beads) for (let k = 1; k < a.length; k++) tied[a[k]] = 1;
  }
  const rowOf = new Int32Array(segments);
  const rows: Row[] = [];
  const empty = (): Row => ({
    cells: Array.from({ length: columns }, () => []),
    moved: Array.from({ length: columns }, () => false),
    score: 1,
  });
  for (let i = 0; i < segments; i++) {
    if (!tied[i]) rows.push(empty());
    rowOf[i] = rows.length - 1;
    rows[rows.length - 1].cells[0].push(i);
  }
  const extras: { after: number; row: Row }[] = [];
  alignments.forEach((beads, index) => {
    let after = -1;
    // For each bead: the row of the next one that has a side in column 0.
    const ahead = new Int32Array(beads.length + 1).fill(-1);
    for (let k = beads.length - 1; k >= 0; k--) {
      const inOrder = beads[k].a.length > 0 && !beads[k].transposition;
      ahead[k] = inOrder ? rowOf[beads[k].a[0]] : ahead[k + 1];
    }
    for (const [k, { a, b, score, transposition }] of beads.entries()) {
      if (a.length === 0) {
        if (after >= 0 && ahead[k] === after) {
          // What comes before and after it is one row, by the joins of another edition.
          rows[after].cells[index + 1].push(...b);
          continue;
        }
        const row = { ...empty(), score };
        row.cells[index + 1].push(...b);
        extras.push({ after, row });
        continue;
      }
      const row = rowOf[a[0]];
      rows[row].cells[index + 1].push(...b);
      rows[row].score = Math.min(rows[row].score, score);
      if (transposition) rows[row].moved[index + 1] = true;
      else after = row;
    }
  });
  // A stable sort keeps the order of extras that follow the same place.
  extras.sort((x, y) => x.after - y.after);
  const out: Row[] = [];
  let next = 0;
  const flush = (after: number) => {
    while (next < extras.length && extras[next].after <= after) out.push(extras[next++].row);
  };
  flush(-1);
  rows.forEach((row, at) => {
    out.push(row);
    flush(at);
  });
  return { rows: out };
}
