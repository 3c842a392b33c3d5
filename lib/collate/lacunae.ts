import type { Collation, CollationToken } from './collation';

/** Columns in which a witness has no text because it is not preserved there, or never was. */
export interface Lacuna {
  /** Index of the witness. */
  witness: number;
  /** First and last column, the last excluded. */
  columns: [from: number, to: number];
  /** `start`: it begins late; `end`: it breaks off; `gap`: its text says so; `whole`: it has nothing. */
  kind: 'start' | 'end' | 'gap' | 'whole';
}

/** So many words that all the others share are missing at an end: a shorter run is an omission. */
const minWords = 10;

/**
 * Where witnesses are lacunose: they begin late, break off, have nothing at all, or say themselves that
 * something is missing ([…]).
 */
export function findLacunae({ witnesses, columns }: Collation): Lacuna[] {
  return witnesses.flatMap((_, w): Lacuna[] => {
    const own = columns.flatMap((column, c) => (column[w] ? [c] : []));
    if (own.length === 0) {
      return columns.length === 0
        ? []
        : [{ witness: w, columns: [0, columns.length], kind: 'whole' }];
    }
    const found: Lacuna[] = [];
    const [first, last] = [own[0], own[own.length - 1]];
    if (wordsIn(columns, 0, first, w) >= minWords) {
      found.push({ witness: w, columns: [0, first], kind: 'start' });
    }
    found.push(...gapsOf(columns, w, own));
    if (wordsIn(columns, last + 1, columns.length, w) >= minWords) {
      found.push({ witness: w, columns: [last + 1, columns.length], kind: 'end' });
    }
    return found;
  });
}

/** Words of the fullest other witness in some columns. */
function wordsIn(columns: Collation['columns'], from: number, to: number, without: number): number {
  const counts = new Map<number, number>();
  for (const column of columns.slice(from, to)) {
    column.forEach((token, w) => {
      if (w !== without && token && /[\p{L}\p{N}]/u.test(token.t)) {
        counts.set(w, (counts.get(w) ?? 0) + 1);
      }
    });
  }
  return Math.max(0, ...counts.values());
}

/** Gaps that the text of a witness marks: brackets around dots alone. */
function gapsOf(columns: Collation['columns'], w: number, own: readonly number[]): Lacuna[] {
  const found: Lacuna[] = [];
  const text = (k: number) => (columns[own[k]]?.[w] as CollationToken | undefined)?.t.trim() ?? '';
  for (let k = 0; k < own.length; k++) {
    if (!/^[[［〔]$/.test(text(k))) continue;
    let to = k + 1;
    while (to < own.length && /^[.…⋯]+$/.test(text(to))) to++;
    if (to === k + 1 || to >= own.length || !/^[\]］〕]$/.test(text(to))) continue;
    const from = k === 0 ? 0 : own[k - 1] + 1;
    const end = to + 1 < own.length ? own[to + 1] : columns.length;
    found.push({ witness: w, columns: [from, end], kind: 'gap' });
    k = to;
  }
  return found;
}
