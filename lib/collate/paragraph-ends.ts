import type { Collation } from './collation';
import { endsParagraph } from './witness';

/** Where the paragraphs of all the witnesses end. */
export interface ParagraphEnds {
  /** Whether all witnesses are at the end of a paragraph, or their text has not begun or is over, after a column. */
  inAll: (column: number) => boolean;
  /** Whether a paragraph ends in a column in a witness but not in the base, or in the base alone. */
  differs: (witness: number, column: number) => boolean;
}

/** @param base index of the witness that is the text. */
export function paragraphEnds({ witnesses, columns }: Collation, base: number): ParagraphEnds {
  const state = witnesses.map(() => true);
  const last = witnesses.map((_, w) => columns.findLastIndex((column) => column[w]));
  const after = columns.map((column, c) => {
    column.forEach((token, w) => {
      if (token) state[w] = c === last[w] || endsParagraph(token);
    });
    return [...state];
  });
  return {
    inAll: (c) => after[c].every(Boolean),
    differs: (w, c) => {
      const [own, other] = [columns[c][base], columns[c][w]];
      if (own && other) return endsParagraph(own) !== endsParagraph(other);
      const token = own ?? other;
      if (!endsParagraph(token)) return false;
      // A mark that is not compared may be all that ends the paragraph.
      return token?.n === '' || !after[c][own ? w : base];
    },
  };
}
