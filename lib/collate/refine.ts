import { type Band, widened } from '../align/band';
import { createPairCounts, mayGain, type PairCounts } from './pair-counts';
import { mergeProfiles, type Profile } from './profile';
import type { Words } from './words';

/** Rounds of refinement at most; most collations change in the first alone. */
const maxRounds = 2;
/** Lattices of more cells are searched only about where a witness stands already. */
const maxCells = 40_000;
/** How many columns away from there. */
const margin = 16;

/** This many columns in a row that agree are kept, whatever stands on either side. */
const firmRun = 3;
/** A witness that lacks at least this many columns one after the other does not count in them. */
const longGap = 12;

/**
 * Aligns each witness anew with all the others, for as long as that helps: what a progressive alignment
 * has joined early it never looks at again (Barton and Sternberg 1987). More pairs of equal words are
 * better; with as many, fewer columns. Between columns on which all agree each stretch is looked at by itself,
 * and in a long one each witness about where it stands, so that the time grows with the length of the texts,
 * and not with its square.
 */
export function refine(profile: Profile, words: Words): Profile {
  const { witnesses } = profile;
  if (witnesses.length < 3) return profile;
  const count = createPairCounts(words);
  return partsOf(profile, firmColumns(profile, words), (part, _, loose) =>
    loose ? refineStretch(part, words, count) : part,
  );
}

/**
 * A profile whose parts are changed.
 *
 * @param change what stands for a part, from its first column; loose is one that lies between runs of firm columns.
 */
function partsOf(
  { witnesses, cells }: Profile,
  firm: readonly boolean[],
  change: (part: Profile, from: number, loose: boolean) => Profile,
): Profile {
  const width = witnesses.length;
  const parts = looseStretches(firm).map(({ from, to, loose }) => {
    const part = { witnesses, length: to - from, cells: cells.subarray(from * width, to * width) };
    return change(part, from, loose).cells;
  });
  const all = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return { witnesses, length: all.length / width, cells: all };
}

/** Columns between runs of firm ones, and those runs, in order. */
function looseStretches(firm: readonly boolean[]): { from: number; to: number; loose: boolean }[] {
  const out: { from: number; to: number; loose: boolean }[] = [];
  for (let c = 0; c < firm.length; ) {
    let end = c;
    while (end < firm.length && firm[end]) end++;
    const loose = end - c < firmRun;
    if (loose) while (end < firm.length && !firm[end]) end++;
    const last = out.at(-1);
    if (last?.loose === loose) last.to = end;
    else out.push({ from: c, to: end, loose });
    c = end;
  }
  return out;
}

/** Which columns have one word, in all witnesses that have text there. */
function firmColumns({ witnesses, length, cells }: Profile, { ids }: Words): boolean[] {
  const width = witnesses.length;
  const firm = Array.from({ length }, (_, c) => {
    let word = -1;
    let count = 0;
    for (let k = 0; k < width; k++) {
      const token = cells[c * width + k];
      if (token < 0) continue;
      const id = ids[witnesses[k]][token];
      if (word >= 0 && id !== word) return false;
      word = id;
      count++;
    }
    return count > 1;
  });
  for (let k = 0; k < width; k++) {
    for (let c = 0; c < length; ) {
      let end = c;
      while (end < length && cells[end * width + k] < 0) end++;
      if (end - c < longGap) firm.fill(false, c, end);
      c = end + 1;
    }
  }
  return firm;
}

/** A profile with its witnesses in another order. */
function inOrder(profile: Profile, witnesses: number[]): Profile {
  const width = witnesses.length;
  const from = witnesses.map((witness) => profile.witnesses.indexOf(witness));
  const out = new Int32Array(profile.cells.length);
  for (let c = 0; c < profile.length; c++) {
    for (let k = 0; k < width; k++) out[c * width + k] = profile.cells[c * width + from[k]];
  }
  return { witnesses, length: profile.length, cells: out };
}

function refineStretch(profile: Profile, words: Words, count: PairCounts): Profile {
  const width = profile.witnesses.length;
  let counts = count.of(profile);
  let best: Tried = { profile, changes: new Int32Array(profile.length) };
  const tried = new Int32Array(width).fill(-1);
  for (let k = 0, idle = 0; idle < width && k < maxRounds * width; k++) {
    const at = k % width;
    // Most stretches are as good as can be; what cannot gain as a whole cannot in any part.
    const may = mayGain(counts, best.profile, at, count.most(best.profile, at));
    const found = may ? realigned(best, at, tried[at], k + 1, words, count) : null;
    tried[at] = k + 1;
    idle = found ? 0 : idle + 1;
    if (!found) continue;
    best = found;
    counts = count.of(best.profile);
  }
  return best.profile;
}

/** A profile, and of each column the try that has changed it last. */
interface Tried {
  profile: Profile;
  changes: Int32Array;
}

/**
 * A profile with one of its witnesses aligned anew with all the others, where columns have changed since that
 * was tried last: elsewhere it finds the same again. Null where that is not better.
 */
function realigned(
  { profile, changes }: Tried,
  at: number,
  since: number,
  now: number,
  words: Words,
  count: PairCounts,
): Tried | null {
  const whole = profile.length ** 2 <= maxCells;
  const firm = whole
    ? new Array<boolean>(profile.length).fill(false)
    : agreeing(profile, at, words);
  let better = false;
  const changed: number[] = [];
  const found = partsOf(profile, firm, (part, from, loose) => {
    const before = changes.subarray(from, from + part.length);
    const next =
      loose && before.some((change) => change > since)
        ? realignedPart(part, at, words, count)
        : null;
    if (!next) for (const change of before) changed.push(change);
    else for (let c = 0; c < next.length; c++) changed.push(now);
    better ||= next !== null;
    return next ?? part;
  });
  return better ? { profile: found, changes: Int32Array.from(changed) } : null;
}

function realignedPart(
  profile: Profile,
  at: number,
  words: Words,
  count: PairCounts,
): Profile | null {
  const counts = count.of(profile);
  if (!mayGain(counts, profile, at, count.most(profile, at))) return null;
  const { one, others, path } = takeOut(profile, at);
  const near =
    one.length * others.length > 16 * margin ** 2 ? widened(path, one.length, margin) : undefined;
  const found = inOrder(mergeProfiles(others, one, words, near), profile.witnesses);
  return count.of(found).score > counts.score ? found : null;
}

/** Columns in which a witness has the word of at least half of the others that have one. */
function agreeing({ witnesses, length, cells }: Profile, at: number, { ids }: Words): boolean[] {
  const width = witnesses.length;
  return Array.from({ length }, (_, c) => {
    const token = cells[c * width + at];
    if (token < 0) return false;
    const id = ids[witnesses[at]][token];
    let [same, others] = [0, 0];
    for (let k = 0; k < width; k++) {
      const other = cells[c * width + k];
      if (k === at || other < 0) continue;
      others++;
      if (ids[witnesses[k]][other] === id) same++;
    }
    return others > 0 && 2 * same >= others;
  });
}

/** A witness by itself, the others without the columns that only it has, and where it stood among them. */
function takeOut(
  { witnesses, length, cells }: Profile,
  at: number,
): { one: Profile; others: Profile; path: Band } {
  const width = witnesses.length;
  const own = new Int32Array(length);
  const rest = new Int32Array(length * (width - 1));
  const from = new Int32Array(length + 1);
  const to = new Int32Array(length + 1);
  let [n, m] = [0, 0];
  for (let c = 0; c < length; c++) {
    const token = cells[c * width + at];
    const start = n * (width - 1);
    let some = false;
    for (let k = 0, next = start; k < width; k++) {
      if (k === at) continue;
      rest[next] = cells[c * width + k];
      if (rest[next++] >= 0) some = true;
    }
    if (token >= 0) own[m++] = token;
    if (some) from[++n] = m;
    to[n] = m;
  }
  return {
    one: { witnesses: [witnesses[at]], length: m, cells: own.subarray(0, m) },
    others: {
      witnesses: witnesses.filter((_, k) => k !== at),
      length: n,
      cells: rest.subarray(0, n * (width - 1)),
    },
    path: { from: from.subarray(0, n + 1), to: to.subarray(0, n + 1) },
  };
}
