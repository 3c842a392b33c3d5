import { distance } from 'fastest-levenshtein';
import { guideTree } from './guide';
import { markWorth, mergeProfiles, type Profile, type Words } from './profile';
import type { CollationToken, Witness } from './witness';

/** Witnesses aligned token by token: each column has, for each witness, its token there or none. */
export type { CollationToken } from './witness';

export interface Collation {
  witnesses: string[];
  columns: (CollationToken | null)[][];
}

/**
 * Collates any number of witnesses: progressive alignment along a guide tree, the likest first.
 * Where CollateX (Dekker and others 2015) adds each witness in turn to a variant graph, so that
 * the result hangs on their order, groups of witnesses are aligned with groups here, and the same
 * witnesses in another order come out the same. Equal words are matched; words much alike
 * (`colour`, `color`) draw each other where nothing is equal.
 *
 * Bounded on texts with nothing in common: long stretches without a shared unique word are set
 * one after the other, unaligned, instead of in columns.
 */
export function collate(witnesses: readonly Witness[]): Collation {
  const { ids, names } = internWords(witnesses);
  // An order that the words alone decide, so that the order given cannot.
  const keys = witnesses.map(({ tokens }) => tokens.map(({ n, t }) => `${n}\t${t}`).join('\n'));
  const order = witnesses
    .map((_, w) => w)
    .sort((x, y) => (keys[x] < keys[y] ? -1 : keys[x] > keys[y] ? 1 : x - y));
  const words = wordsOf(ids, names);
  const groups: Profile[] = order.map((w) => ({
    witnesses: [w],
    length: ids[w].length,
    cells: ids[w].map((_, token) => token),
  }));
  for (const { left, right } of guideTree(order.map((w) => ids[w]))) {
    groups.push(mergeProfiles(groups[left], groups[right], words));
  }
  const whole = groups.at(-1) ?? { witnesses: [], length: 0, cells: new Int32Array(0) };
  const width = whole.witnesses.length;
  const place = witnesses.map((_, w) => whole.witnesses.indexOf(w));
  return {
    witnesses: witnesses.map(({ siglum }) => siglum),
    columns: Array.from({ length: whole.length }, (_, column) =>
      witnesses.map(({ tokens }, w) => tokens[whole.cells[column * width + place[w]]] ?? null),
    ),
  };
}

/** Words as numbers: equal `n`, equal number. Tokens whose `n` is empty never match. */
function internWords(witnesses: readonly Witness[]): { ids: Int32Array[]; names: string[] } {
  const known = new Map<string, number>();
  const names: string[] = [];
  const ids = witnesses.map(({ tokens }) =>
    Int32Array.from(tokens, ({ n, t }) => {
      // What folding leaves nothing of is told apart from words by its text.
      const key = n === '' ? `\0${t.trim()}` : n;
      let id = known.get(key);
      if (id === undefined) {
        id = names.length;
        known.set(key, id);
        names.push(key);
      }
      return id;
    }),
  );
  return { ids, names };
}

/** Words this much alike may stand for each other: four letters in five. */
const leastLikeness = 0.6;

function wordsOf(ids: Int32Array[], names: string[]): Words {
  const worth = Float64Array.from(names, (name) =>
    /[\p{L}\p{N}]/u.test(name) ? Math.min(1, 0.55 + 0.08 * name.length) : markWorth,
  );
  const known = new Map<number, number>();
  const likeness = (x: number, y: number) => {
    const [a, b] = [names[x], names[y]];
    if (a.length < 3 || b.length < 3 || Math.abs(a.length - b.length) > 3) return 0;
    const key = Math.min(x, y) * names.length + Math.max(x, y);
    let like = known.get(key);
    if (like === undefined) {
      const found = 1 - distance(a.toLowerCase(), b.toLowerCase()) / Math.max(a.length, b.length);
      like = found >= leastLikeness ? found : 0;
      if (known.size < 2_000_000) known.set(key, like);
    }
    return like;
  };
  return { ids, worth, likeness };
}
