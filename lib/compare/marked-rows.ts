import type { LaidRow, LaidTexts } from '../align/layout';
import type { DifferenceKind } from '../collate/kinds';
import { createMarker, type Mark, type Stretch } from '../collate/marks';
import { sharedLanguage } from '../language/literary';
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
  layout: Pick<LaidTexts, 'editions' | 'against' | 'rows'>,
  names: NameTable | undefined,
  ignore: readonly DifferenceKind[] = [],
): Summary {
  const mark = createRowMarker(layout, names, ignore);
  return summaryOfRows(layout.editions.length, layout.rows.map(mark));
}

/** How much editions differ, from rows that have been compared. */
export function summaryOfRows(
  editions: number,
  rows: readonly Pick<MarkedRow, 'similarity' | 'sizes'>[],
): Summary {
  const weights = Array.from({ length: editions }, () => ({ shared: 0, size: 0 }));
  for (const { similarity, sizes } of rows) {
    similarity.forEach((value, shown) => {
      if (value === null) return;
      weights[shown].size += sizes[shown];
      weights[shown].shared += value * sizes[shown];
    });
  }
  return {
    similarity: weights.map(({ shared, size }) => (size > 0 ? shared / size : null)),
    variance: rows.map(({ similarity }) => varianceOf(similarity)),
  };
}

/** One side of a comparison within a row. */
export interface MarkedSide {
  /** Column of the other side. */
  other: number;
  /** Per segment. */
  marks: Mark[][];
  /** Per segment, where the two share few words: what they do share. */
  shared?: Stretch[][];
}

/** The marks of one row. */
export interface MarkedRow {
  /** Per edition: each comparison that it is a side of. */
  sides: MarkedSide[][];
  /** Per edition: with its base; null where it is not compared, or where neither has words. */
  similarity: (number | null)[];
  /** Per edition: letters compared, on both sides. */
  sizes: number[];
}

/** Makes the marker of each language that is compared in a layout, ready for many rows. */
export function createRowMarker(
  { editions, against }: Pick<LaidTexts, 'editions' | 'against'>,
  names: NameTable | undefined,
  ignore: readonly DifferenceKind[],
): (row: LaidRow) => MarkedRow {
  const markers = against.map((base, shown) => {
    if (base === null) return null;
    const language = sharedLanguage(editions[base].language, editions[shown].language);
    return createMarker({ language, names, ignore });
  });
  const textsOf = (row: LaidRow, shown: number) =>
    row.cells[shown].indices.map((index) => editions[shown].segments[index].text);
  const length = (texts: string[]) => texts.reduce((sum, text) => sum + text.length, 0);
  return (row) => {
    const found: MarkedRow = {
      sides: editions.map(() => []),
      similarity: editions.map(() => null),
      sizes: editions.map(() => 0),
    };
    against.forEach((base, shown) => {
      const mark = markers[shown];
      if (base === null || !mark) return;
      const [inBase, here] = [textsOf(row, base), textsOf(row, shown)];
      found.sizes[shown] = length(here) + length(inBase);
      if (here.length === 0 || inBase.length === 0) {
        if (found.sizes[shown] > 0) found.similarity[shown] = 0;
        return;
      }
      const marked = mark(inBase, here);
      found.similarity[shown] = marked.similarity;
      const { a, b, shared } = marked;
      found.sides[base].push({ other: shown, marks: a, ...(shared ? { shared: shared.a } : {}) });
      found.sides[shown].push({ other: base, marks: b, ...(shared ? { shared: shared.b } : {}) });
    });
    return found;
  };
}

/** How much a row's editions differ at most. */
export function varianceOf(similarity: readonly (number | null)[]): number | null {
  const values = similarity.filter((value) => value !== null);
  return values.length === 0 ? null : 1 - Math.min(...values);
}
