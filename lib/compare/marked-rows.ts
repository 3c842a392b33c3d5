import type { LaidRow, LaidTexts } from '../align/layout';
import type { DifferenceKind } from '../collate/kinds';
import { createMarker, type Mark } from '../collate/marks';
import type { NameTable } from '../language/name-table';

/** How near the editions are to the base, and where they are not. */
export interface Summary {
  /** Per edition: the share of words in common with the base, where compared. */
  similarity: (number | null)[];
  /** Per row: how much the editions differ, 0 to 1; null where nothing is compared by word. */
  variance: (number | null)[];
}

/** Compares all words of a layout, and keeps only how much they differ. */
export function summarise(
  layout: LaidTexts,
  names: NameTable | undefined,
  ignore: readonly DifferenceKind[] = [],
): Summary {
  const mark = createMarker({ language: layout.base.language, names, ignore });
  const weights = layout.editions.map(() => ({ shared: 0, size: 0 }));
  const variance = layout.rows.map((row) => {
    const { similarity, sizes } = markRow(layout, row, mark);
    similarity.forEach((value, shown) => {
      if (value === null) return;
      weights[shown].size += sizes[shown];
      weights[shown].shared += value * sizes[shown];
    });
    return varianceOf(similarity);
  });
  return {
    similarity: weights.map(({ shared, size }) => (size > 0 ? shared / size : null)),
    variance,
  };
}

/** The marks of one row. */
interface MarkedRow {
  /** For each base segment the marks of all comparisons; for each edition those of its own. */
  baseMarks: Mark[][];
  marks: (Mark[][] | undefined)[];
  /** Per edition; null where it is not compared, or where neither has words. */
  similarity: (number | null)[];
  /** Per edition: letters compared, on both sides. */
  sizes: number[];
}

/** Compares the words of one row: the base's with those of each edition of its language. */
export function markRow(
  { base, editions, compared }: LaidTexts,
  row: LaidRow,
  mark: ReturnType<typeof createMarker>,
): MarkedRow {
  const textsOf = (shown: number) =>
    row.cells[shown].indices.map((index) => editions[shown].segments[index].text);
  const length = (texts: string[]) => texts.reduce((sum, text) => sum + text.length, 0);
  const inBase = textsOf(editions.indexOf(base));
  const found: MarkedRow = {
    baseMarks: inBase.map(() => []),
    marks: editions.map(() => undefined),
    similarity: editions.map(() => null),
    sizes: editions.map(() => 0),
  };
  editions.forEach((_, shown) => {
    if (!compared[shown]) return;
    const texts = textsOf(shown);
    found.sizes[shown] = length(texts) + length(inBase);
    if (texts.length === 0 || inBase.length === 0) {
      if (found.sizes[shown] > 0) found.similarity[shown] = 0;
      return;
    }
    const marked = mark(inBase, texts);
    found.similarity[shown] = marked.similarity;
    found.marks[shown] = marked.b;
    marked.a.forEach((marks, k) => {
      found.baseMarks[k].push(...marks);
    });
  });
  return found;
}

/** How much a row's editions differ at most. */
export function varianceOf(similarity: readonly (number | null)[]): number | null {
  const values = similarity.filter((value) => value !== null);
  return values.length === 0 ? null : 1 - Math.min(...values);
}
