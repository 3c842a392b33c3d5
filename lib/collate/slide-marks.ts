import { hasWords, surelyCloses } from './mark-sides';
import { type CollationToken, type Column, endsParagraph } from './witness';

/**
 * Columns in which the stop after words that a witness leaves out is left out with them, and not the stop
 * before: “One. [Two.]” for “One[. Two].”. No pair of equal words is lost.
 */
export function slideMarks(columns: readonly Column[]): Column[] {
  const out = columns.map((column) => [...column]);
  const last = (out[0] ?? []).map((_, w) => out.findLastIndex((column) => column[w]));
  // The column of the last token of each witness before the one that is looked at.
  const before = (out[0] ?? []).map(() => -1);
  for (const [c, column] of out.entries()) {
    for (const w of column.keys()) {
      const token = column[w];
      if (token && before[w] < c - 1 && isStop(token)) slide(out, c, w, before, last[w] === c);
    }
    column.forEach((token, w) => {
      if (token) before[w] = c;
    });
  }
  return out.filter((column) => column.some(Boolean));
}

const isStop = ({ t, n }: CollationToken): boolean =>
  n !== '' && !hasWords(t) && surelyCloses(t.trim());

/**
 * Moves a stop, with those of all witnesses that leave the same out, to the beginning of what is left out.
 *
 * @param isLast whether it ends its witness, and so may end a paragraph or none.
 */
function slide(columns: Column[], c: number, w: number, before: number[], isLast: boolean): void {
  const { n } = columns[c][w]!;
  const start = before[w];
  const group = columns[c].flatMap((token, v) =>
    token?.n === n && before[v] === start ? [v] : [],
  );
  const others = (column: Column) =>
    column.flatMap((token, v) => (token?.n === n && !group.includes(v) ? [v] : []));
  const stay = others(columns[c]);
  for (let e = start + 1; e < c; e++) {
    const there = others(columns[e]);
    if (there.length === 0) continue;
    const follows = there.some((v) => !columns.slice(start + 1, e).some((column) => column[v]));
    const alike =
      isLast || there.some((v) => endsParagraph(columns[e][v]) === endsParagraph(columns[c][w]));
    if (!follows || !alike || there.length < stay.length || stay.length === 0) return;
    for (const v of group) {
      columns[e][v] = columns[c][v];
      columns[c][v] = null;
      before[v] = e;
    }
    return;
  }
}
