import type { Profile } from './columns';
import type { Words } from './words';

/** What a profile has of pairs of equal words in one column, in all and by witness. */
export interface Counts {
  /** Pairs; between as many, fewer columns are worth a little more. */
  score: number;
  /** Of each witness: the pairs that it has a part in. */
  pairs: Float64Array;
  /** Of each witness: its tokens. */
  tokens: Int32Array;
  /** Of each witness: the columns that only it has. */
  alone: Int32Array;
}

export interface PairCounts {
  of: (profile: Profile) => Counts;
  /** The pairs that a witness can have at most, in whatever columns. */
  most: (profile: Profile, at: number) => number;
}

/** Counts pairs without a table for each profile: there are many short ones. */
export function createPairCounts({ ids, worth }: Words): PairCounts {
  /** How often a column, or a profile, has a word; 0 between calls. */
  const seen = new Int32Array(worth.length);
  return {
    of: (profile) => countsOf(profile, ids, seen),
    most: (profile, at) => mostOf(profile, at, ids, seen),
  };
}

function countsOf(
  { witnesses, length, cells }: Profile,
  ids: Words['ids'],
  seen: Int32Array,
): Counts {
  const width = witnesses.length;
  const pairs = new Float64Array(width);
  const tokens = new Int32Array(width);
  const alone = new Int32Array(width);
  const column = new Int32Array(width);
  const own = witnesses.map((witness) => ids[witness]);
  let all = 0;
  for (let c = 0; c < length; c++) {
    let having = 0;
    let last = 0;
    for (let k = 0; k < width; k++) {
      const token = cells[c * width + k];
      column[k] = token < 0 ? -1 : own[k][token];
      if (token < 0) continue;
      all += seen[column[k]]++;
      tokens[k]++;
      having++;
      last = k;
    }
    if (having === 1) alone[last]++;
    if (having > 1)
      for (let k = 0; k < width; k++) if (column[k] >= 0) pairs[k] += seen[column[k]] - 1;
    for (let k = 0; k < width; k++) if (column[k] >= 0) seen[column[k]] = 0;
  }
  return { score: all - length / (length + 1000), pairs, tokens, alone };
}

function mostOf(
  { length, witnesses, cells }: Profile,
  at: number,
  ids: Words['ids'],
  seen: Int32Array,
): number {
  const width = witnesses.length;
  const own = new Int32Array(length);
  for (let c = 0; c < length; c++) {
    const token = cells[c * width + at];
    own[c] = token < 0 ? -1 : ids[witnesses[at]][token];
    if (own[c] >= 0) seen[own[c]]++;
  }
  let most = 0;
  const taken = new Int32Array(length);
  for (let k = 0; k < width; k++) {
    if (k === at) continue;
    const others = ids[witnesses[k]];
    let count = 0;
    for (let c = 0; c < length; c++) {
      const token = cells[c * width + k];
      if (token < 0) continue;
      const id = others[token];
      if (seen[id] === 0) continue;
      seen[id]--;
      taken[count++] = id;
    }
    most += count;
    while (count > 0) seen[taken[--count]]++;
  }
  for (const id of own) if (id >= 0) seen[id] = 0;
  return most;
}

/** Whether a witness can have more pairs in other columns, or with as many leave fewer columns. */
export function mayGain(
  { pairs, tokens, alone }: Counts,
  { length }: Profile,
  at: number,
  most: number,
): boolean {
  return pairs[at] < most || length > Math.max(tokens[at], length - alone[at]);
}
