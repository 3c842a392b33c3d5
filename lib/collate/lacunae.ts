import type { Collation, CollationToken } from './collation';
import { beginsTorn, breaksOff, wordsIn } from './torn-edges';
import { type TornWord, tornAtEnd, tornAtStart } from './torn-words';
import { findTranspositions, type Transposition } from './transpositions';
import type { Place } from './variation';

/** Columns in which a witness has no text because it is not preserved there, or never was. */
export interface Lacuna {
  /** Index of the witness. */
  witness: number;
  /** First and last column, the last excluded. */
  columns: [from: number, to: number];
  /**
   * `start`: it begins late; `end`: it breaks off; `gap`: its text says so; `whole`: it has nothing; `omitted`:
   * nothing is lost, it leaves all out.
   */
  kind: 'start' | 'end' | 'gap' | 'whole' | 'omitted';
  /** Parts of words that are left at its edges, and counted to it: before it, and after. */
  torn?: { from?: TornWord; to?: TornWord };
}

/** Which witnesses, by index, have text before what is collated, or after it, and say of none that it is missing. */
export interface Surroundings {
  before: ReadonlySet<number>;
  after: ReadonlySet<number>;
  /** Which of the others have lost their start or their end, as their editors say. */
  lost?: { start: ReadonlySet<number>; end: ReadonlySet<number> };
}

const none: Surroundings = { before: new Set(), after: new Set() };

/**
 * The fewest words of the base that are missing at an end, or at both ends of a fragment: a shorter run is an
 * omission, unless the words beside it show that the text is torn there.
 */
const minWords = 10;

/**
 * Where witnesses are lacunose beside the base: they begin late, break off, have nothing at all, or say
 * themselves that something is missing ([…]). Words that only others add are not missing in a witness,
 * nor are words of the base that it has in another place.
 *
 * @param base index of the witness that is the text.
 * @param moves its transpositions, where they are already known.
 * @param around who goes on beyond it: what such a witness has not at an end it leaves out.
 */
export function findLacunae(
  collation: Collation,
  base: number,
  moves: readonly Transposition[] = findTranspositions(collation, base),
  around: Surroundings = none,
): Lacuna[] {
  const { witnesses, columns } = collation;
  return witnesses.flatMap((_, w): Lacuna[] => {
    const own = columns.flatMap((column, c) => (column[w] ? [c] : []));
    if (own.length === 0) {
      const isOmitted = around.before.has(w) && around.after.has(w);
      const text = w === base || columns.some((column) => column[base]);
      return columns.length > 0 && text
        ? [{ witness: w, columns: [0, columns.length], kind: isOmitted ? 'omitted' : 'whole' }]
        : [];
    }
    const moved = moves.filter(({ witness }) => witness === w);
    const first = Math.min(own[0], ...moved.map((move) => move.base[0]));
    const end = Math.max(own[own.length - 1] + 1, ...moved.map((move) => move.base[1]));
    const found: Lacuna[] = [];
    const before = wordsIn(columns, 0, first, base);
    const after = wordsIn(columns, end, columns.length, base);
    // A fragment has fewer words than it lacks: both of its edges are where it is torn.
    const torn = before + after >= minWords && before + after > wordsIn(columns, first, end, base);
    const isLacuna = (words: number) => words >= minWords || (torn && words > 0);
    const isEdge = (words: number, isTorn: boolean) => isLacuna(words) || (isTorn && words > 0);
    if (!around.before.has(w)) {
      const part = first === own[0] ? tornAtStart(columns, base, w, own, 0) : null;
      const isTorn = around.lost?.start.has(w) || beginsTorn(columns, base, w, first);
      if (part && isEdge(wordsIn(columns, 0, part.base, base), isTorn)) {
        const edge = { columns: [0, part.edge] satisfies Place, torn: { to: part } };
        found.push({ witness: w, kind: 'start', ...edge });
      } else if (isEdge(before, isTorn))
        found.push({ witness: w, columns: [0, first], kind: 'start' });
    }
    found.push(...gapsOf(columns, base, w, own));
    if (!around.after.has(w)) {
      const last = own.length - 1;
      const part = end === own[last] + 1 ? tornAtEnd(columns, base, w, own, last) : null;
      const isTorn = around.lost?.end.has(w) || breaksOff(columns, base, w, end);
      if (part && isEdge(wordsIn(columns, part.base + 1, columns.length, base), isTorn)) {
        const edge = {
          columns: [part.edge, columns.length] satisfies Place,
          torn: { from: part },
        };
        found.push({ witness: w, kind: 'end', ...edge });
      } else if (isEdge(after, isTorn)) {
        found.push({ witness: w, columns: [end, columns.length], kind: 'end' });
      }
    }
    return found;
  });
}

/** Whether a text ends with the mark of a gap, or begins with one. */
export const endsInGap = (text: string): boolean => /[[［〔][.…⋯]+[\]］〕]\s*$/u.test(text);
export const beginsInGap = (text: string): boolean => /^\s*[[［〔][.…⋯]+[\]］〕]/u.test(text);

/** Gaps that the text of a witness marks: brackets around dots alone. */
function gapsOf(
  columns: Collation['columns'],
  base: number,
  w: number,
  own: readonly number[],
): Lacuna[] {
  const found: Lacuna[] = [];
  const text = (k: number) => (columns[own[k]]?.[w] as CollationToken | undefined)?.t.trim() ?? '';
  for (let k = 0; k < own.length; k++) {
    if (!/^[[［〔]$/.test(text(k))) continue;
    let to = k + 1;
    while (to < own.length && /^[.…⋯]+$/.test(text(to))) to++;
    if (to === k + 1 || to >= own.length || !/^[\]］〕]$/.test(text(to))) continue;
    const [left, right] =
      w === base
        ? [null, null]
        : [tornAtEnd(columns, base, w, own, k - 1), tornAtStart(columns, base, w, own, to + 1)];
    const from = left?.edge ?? (k === 0 ? 0 : own[k - 1] + 1);
    const end = right?.edge ?? (to + 1 < own.length ? own[to + 1] : columns.length);
    const before = found.at(-1);
    // Gaps without a word between them are one.
    if (before && before.columns[1] >= from) {
      before.columns[1] = end;
      before.torn = { ...before.torn, to: right ?? undefined };
    } else {
      const torn = { from: left ?? undefined, to: right ?? undefined };
      found.push({ witness: w, columns: [from, end], kind: 'gap', torn });
    }
    k = to;
  }
  return found;
}
