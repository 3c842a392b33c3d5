import type { LaidRow } from '../align/layout';
import { type DifferenceKind, substantiveKinds } from '../collate/kinds';
import { createMarker, type Mark } from '../collate/marks';
import type { Edition, Work } from '../edition/model';
import type { Cell, ComparedRow } from '../formats/prepared';
import type { NameTable } from '../language/name-table';
import { type Layout, layOut } from './layout';
import { createLinker } from './linked-sentences';
import { markRow, type Summary, summarise, varianceOf } from './marked-rows';

/** Editions side by side, compared word by word throughout. */
export interface Comparison extends Summary {
  layout: Layout;
  rows: ComparedRow[];
}

/** Lays the chosen editions out and compares all their words. */
export async function compareEditions(
  work: Work,
  editions: readonly Edition[],
  base: Edition,
  ignore: readonly DifferenceKind[] = [],
): Promise<Comparison> {
  const layout = await layOut(work, editions, base);
  const rows = compareRows(layout, layout.rows, work.names, ignore);
  return { layout, rows, ...summarise(layout, work.names, ignore) };
}

/** Compares the words of some rows of a layout. */
export function compareRows(
  layout: Layout,
  rows: readonly LaidRow[],
  names: NameTable | undefined,
  ignore: readonly DifferenceKind[] = [],
): ComparedRow[] {
  const { base, editions, compared } = layout;
  const mark = createMarker({ language: base.language, names, ignore });
  const sentencesOf = createLinker(layout);
  const single = compared.filter(Boolean).length === 1;
  return rows.map((row): ComparedRow => {
    const { baseMarks, marks, similarity } = markRow(layout, row, mark);
    const cells = row.cells.map(({ indices, moved, division }, shown): Cell => {
      const here =
        editions[shown] === base ? baseMarks.map((m) => (single ? m : union(m))) : marks[shown];
      return {
        siglum: editions[shown].siglum,
        moved,
        division,
        segments: indices.map((index, k) => ({
          segment: editions[shown].segments[index],
          index,
          sentences: sentencesOf(shown, index),
          marks: here?.[k] ?? [],
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
