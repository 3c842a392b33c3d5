import { boundaryBefore, maxSlide } from './slide';
import { type Column, endsParagraph } from './witness';

/** What it is worth that a gap of other witnesses begins or ends at the same column: as an end of a sentence. */
const otherEdge = 3;

/** Columns in which some witnesses have nothing, between words that they have. */
interface Gap {
  witnesses: number[];
  from: number;
  to: number;
}

/**
 * Columns in which what witnesses leave out, where it could be cut out of the others in several places, begins
 * and ends where those divide best: “He paid. [He slept.] He left” for “He paid. He [slept. He] left”. No pair
 * of equal words is lost.
 */
export function slideGaps(columns: readonly Column[]): Column[] {
  const out = columns.map((column) => [...column]);
  for (const gap of gapsOf(out)) slide(out, gap);
  return out.filter((column) => column.some(Boolean));
}

/** Gaps in order of place; witnesses with the same are together. */
function gapsOf(columns: readonly Column[]): Gap[] {
  const gaps = new Map<string, Gap>();
  const last = (columns[0] ?? []).map(() => -1);
  columns.forEach((column, to) => {
    column.forEach((token, w) => {
      if (!token) return;
      const from = last[w] + 1;
      last[w] = to;
      if (from === 0 || from === to) return;
      const key = `${from} ${to}`;
      const known = gaps.get(key);
      if (known) known.witnesses.push(w);
      else gaps.set(key, { witnesses: [w], from, to });
    });
  });
  return [...gaps.values()];
}

/** Slides a gap to where the fullest of the witnesses that have words in it divides best. */
function slide(columns: Column[], { witnesses, from, to }: Gap): void {
  const here = columns.slice(from, to);
  // Another gap may have been slid into it.
  if (here.some((column) => witnesses.some((w) => column[w]))) return;
  const sizes = columns[from].map((_, w) => here.filter((column) => column[w]).length);
  const own = sizes.indexOf(Math.max(...sizes));
  const textBefore = (c: number) =>
    columns.slice(Math.max(0, c - maxSlide), c).findLast((each) => each[own])?.[own]?.t ?? '';
  const boundary = (c: number) => boundaryBefore(textBefore(c), columns[c]?.[own]?.t.trim() ?? '');
  // Where another gap begins or ends no place of variation is cut in two.
  const isEdge = (c: number) =>
    columns[from].some(
      (_, w) => w !== own && !witnesses.includes(w) && !columns[c - 1]?.[w] !== !columns[c]?.[w],
    );
  const score = (by: number) =>
    [from + by, to + by].reduce((sum, c) => sum + boundary(c) + (isEdge(c) ? otherEdge : 0), 0);
  let best = 0;
  for (const step of [-1, 1] as const) {
    for (let by = step; Math.abs(by) <= maxSlide; by += step) {
      // The column that the gap takes in, and the one that it leaves.
      const [taken, left] = step < 0 ? [from + by, to + by] : [to + by - 1, from + by - 1];
      if (!canMove(columns, witnesses, own, taken, left)) break;
      if (score(by) > score(best)) best = by;
    }
  }
  const step = Math.sign(best);
  for (let by = step; by !== best + step; by += step) {
    const [taken, left] = step < 0 ? [from + by, to + by] : [to + by - 1, from + by - 1];
    for (const w of witnesses) {
      columns[left][w] = columns[taken][w];
      columns[taken][w] = null;
    }
  }
}

/**
 * Whether words of some witnesses may go from one column to another: all have the same there, as has the witness
 * that has the gap's words in both, and as many others have it in the new column as in the old.
 */
function canMove(
  columns: readonly Column[],
  witnesses: readonly number[],
  own: number,
  taken: number,
  left: number,
): boolean {
  const n = columns[taken]?.[own]?.n;
  if (!n || columns[left]?.[own]?.n !== n) return false;
  if (!witnesses.every((w) => columns[taken][w]?.n === n)) return false;
  if (witnesses.some((w) => endsParagraph(columns[taken][w]) !== endsParagraph(columns[left][own])))
    return false;
  const others = (c: number) =>
    columns[c].filter((token, w) => token?.n === n && !witnesses.includes(w)).length;
  return others(left) >= others(taken);
}
