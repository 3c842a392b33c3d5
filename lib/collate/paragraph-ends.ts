import type { Collation } from './collation';
import type { Lacuna } from './lacunae';
import { endsParagraph, tokensIn } from './witness';

/** Where the paragraphs of all the witnesses end. */
export interface ParagraphEnds {
  /** Whether all witnesses are at the end of a paragraph, or their text has not begun or is over, after a column. */
  inAll: (column: number) => boolean;
  /**
   * Whether a paragraph ends in a column in a witness but not in the base, or in the base alone: as it does
   * where the base ends one within a gap of the witness, and the witness does not.
   */
  differs: (witness: number, column: number) => boolean;
  /** Whether a witness begins a paragraph after a gap that ends before a column, and no other ends there. */
  endsWithGap: (witness: number, column: number) => boolean;
}

/**
 * @param base index of the witness that is the text.
 * @param lacunae of the witnesses: a gap that a text marks ends a paragraph where the mark does.
 */
export function paragraphEnds(
  { witnesses, columns }: Collation,
  base: number,
  lacunae: readonly Lacuna[] = [],
): ParagraphEnds {
  const state = witnesses.map(() => true);
  const last = witnesses.map((_, w) => columns.findLastIndex((column) => column[w]));
  const endsWith = ({ witness, columns: [from, to], kind, torn }: Lacuna) => {
    if (kind !== 'gap' || to > last[witness]) return true;
    const own = tokensIn(columns, witness, [from, to]);
    return endsParagraph(own.findLast((token) => !torn?.to?.tokens.includes(token)) ?? null);
  };
  // A part of a word that is left at an end stands in columns of the gap beyond it.
  const gaps = lacunae
    .filter(({ kind, torn }) => kind === 'gap' || torn)
    .map((gap) => ({ ...gap, ends: endsWith(gap) }));
  const gapAt = (w: number, c: number) =>
    gaps.find(({ witness, columns: [from, to] }) => witness === w && from <= c && c < to);
  const after = columns.map((column, c) => {
    column.forEach((token, w) => {
      const gap = gapAt(w, c);
      if (gap) state[w] = gap.ends;
      else if (token) state[w] = c === last[w] || endsParagraph(token);
    });
    return [...state];
  });
  return {
    inAll: (c) => after[c].every(Boolean),
    endsWithGap: (w, c) =>
      gaps.some((gap) => {
        const [from, to] = gap.columns;
        if (gap.kind !== 'gap' || gap.witness !== w || to !== c || c >= columns.length || !gap.ends)
          return false;
        return !columns.some(
          (column, k) =>
            from <= k && k < to && endsParagraph(column[base]) && after[k].every(Boolean),
        );
      }),
    differs: (w, c) => {
      const [own, other] = [columns[c][base], columns[c][w]];
      if (gapAt(w, c)) return endsParagraph(own) && !after[c][w];
      if (own && other) return endsParagraph(own) !== endsParagraph(other);
      const token = own ?? other;
      if (!endsParagraph(token)) return false;
      // A mark that is not compared may be all that ends the paragraph.
      return token?.n === '' || !after[c][own ? w : base];
    },
  };
}
