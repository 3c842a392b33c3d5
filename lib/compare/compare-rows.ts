import type { LaidRow } from '../align/layout';
import { type DifferenceKind, substantiveKinds } from '../collate/kinds';
import type { Mark } from '../collate/marks';
import type { Cell, ComparedRow } from '../formats/prepared';
import type { NameTable } from '../language/name-table';
import type { Layout } from './lay-out-pairs';
import { createLinker } from './linked-sentences';
import { createRowMarker, type MarkedRow, varianceOf } from './marked-rows';

/** Compares the words of some rows of a layout. */
export function compareRows(
  layout: Layout,
  rows: readonly LaidRow[],
  names: NameTable | undefined,
  ignore: readonly DifferenceKind[] = [],
): ComparedRow[] {
  return comparedRows(layout, rows, rows.map(createRowMarker(layout, names, ignore)));
}

/** Rows with the marks that have been found for each. */
export function comparedRows(
  layout: Layout,
  rows: readonly LaidRow[],
  marked: readonly MarkedRow[],
): ComparedRow[] {
  const { editions, against } = layout;
  const sentencesOf = createLinker(layout);
  // How many editions each is compared with: the marks of several are laid over one another.
  const sides = editions.map(
    (_, shown) =>
      against.filter((base) => base === shown).length + (against[shown] === null ? 0 : 1),
  );
  return rows.map((row, n): ComparedRow => {
    const { marks, similarity } = marked[n];
    const cells = row.cells.map(({ indices, moved, division }, shown): Cell => {
      const here = marks[shown].map((each) => (sides[shown] > 1 ? union(each) : each));
      return {
        siglum: editions[shown].siglum,
        moved,
        division,
        segments: indices.map((index, k) => ({
          segment: editions[shown].segments[index],
          index,
          sentences: sentencesOf(shown, index),
          marks: here[k],
        })),
      };
    });
    return { number: row.number, score: row.score, cells, variance: varianceOf(similarity) };
  });
}

/** The one a reader would notice sooner: any difference of wording before one of form. */
function weightier(x: DifferenceKind, y: DifferenceKind): DifferenceKind {
  return substantiveKinds.includes(x) ? x : y;
}

/** Marks of several comparisons laid over one another: stretches that differ from any. */
function union(marks: readonly Mark[]): Mark[] {
  const sorted = marks.filter(({ start, end }) => end > start).sort((x, y) => x.start - y.start);
  const out: Mark[] = [];
  for (const mark of sorted) {
    const last = out.at(-1);
    if (last && mark.start < last.end) {
      last.end = Math.max(last.end, mark.end);
      if (last.kind !== mark.kind) last.kind = 'replace';
      last.difference = weightier(last.difference, mark.difference);
      if (!mark.ignored) delete last.ignored;
    } else out.push({ ...mark, other: '' });
  }
  return out;
}
