import { mergeProfiles, type Profile } from './profile';
import type { Words } from './words';

/** Rounds of refinement at most; most collations change in the first alone. */
const maxRounds = 4;
/** Cells of a lattice in all, beyond which a round costs more than it gives. */
const maxCells = 6_000_000;

/** This many columns in a row on which all agree are kept, whatever stands on either side. */
const firmRun = 3;
/** A witness that lacks at least this many columns one after the other does not count in them. */
const longGap = 12;

/**
 * Aligns each witness anew with all the others, for as long as that helps: what a progressive alignment
 * has joined early it never looks at again (Barton and Sternberg 1987). More pairs of equal words are
 * better; with as many, fewer columns. Between columns on which all agree each stretch is looked at by itself,
 * so that the time grows with the length of the texts, and not with its square.
 */
export function refine(profile: Profile, words: Words): Profile {
  const { witnesses, cells } = profile;
  const width = witnesses.length;
  if (width < 3) return profile;
  const parts = looseStretches(profile, words).flatMap(({ from, to, loose }) => {
    const part = { witnesses, length: to - from, cells: cells.subarray(from * width, to * width) };
    return loose ? inOrder(refineStretch(part, words), witnesses) : part.cells;
  });
  const all = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return { witnesses, length: all.length / width, cells: all };
}

/** Columns between runs of agreement, and those runs, in order. */
function looseStretches(
  profile: Profile,
  words: Words,
): { from: number; to: number; loose: boolean }[] {
  const firm = firmColumns(profile, words);
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

/** The cells of a profile with the witnesses in another order. */
function inOrder(profile: Profile, witnesses: readonly number[]): Int32Array {
  const width = witnesses.length;
  const from = witnesses.map((witness) => profile.witnesses.indexOf(witness));
  const out = new Int32Array(profile.cells.length);
  for (let c = 0; c < profile.length; c++) {
    for (let k = 0; k < width; k++) out[c * width + k] = profile.cells[c * width + from[k]];
  }
  return out;
}

function refineStretch(profile: Profile, words: Words): Profile {
  const { witnesses, length } = profile;
  if (length * length * witnesses.length > maxCells) return profile;
  let best = profile;
  let score = scoreOf(best, words);
  if (Math.ceil(score) >= mostPairs(profile, words)) return profile;
  for (let round = 0; round < maxRounds; round++) {
    let improved = false;
    for (const witness of witnesses) {
      const { one, others } = takeOut(best, witness);
      const found = mergeProfiles(others, one, words);
      const value = scoreOf(found, words);
      if (value <= score) continue;
      best = found;
      score = value;
      improved = true;
    }
    if (!improved) break;
  }
  return best;
}

/** How many pairs of equal words there can be at most, in whatever columns. */
function mostPairs({ witnesses, cells }: Profile, { ids }: Words): number {
  const width = witnesses.length;
  const counts = new Map<number, Uint16Array>();
  cells.forEach((token, at) => {
    if (token < 0) return;
    const id = ids[witnesses[at % width]][token];
    const of = counts.get(id) ?? new Uint16Array(width);
    of[at % width]++;
    counts.set(id, of);
  });
  let most = 0;
  // Of a word that n witnesses have k times or more, each k gives a pair of each two of them.
  for (const of of counts.values()) {
    for (let k = 1; ; k++) {
      const having = of.reduce((sum, count) => sum + (count >= k ? 1 : 0), 0);
      if (having < 2) break;
      most += (having * (having - 1)) / 2;
    }
  }
  return most;
}

/** Pairs of equal words in one column; fewer columns decide between equals. */
function scoreOf({ witnesses, length, cells }: Profile, { ids }: Words): number {
  const width = witnesses.length;
  const counts = new Map<number, number>();
  let pairs = 0;
  for (let c = 0; c < length; c++) {
    counts.clear();
    for (let k = 0; k < width; k++) {
      const token = cells[c * width + k];
      if (token < 0) continue;
      const id = ids[witnesses[k]][token];
      const count = counts.get(id) ?? 0;
      pairs += count;
      counts.set(id, count + 1);
    }
  }
  return pairs - length / (length + 1000);
}

/** A witness by itself, and the others without the columns that only it has. */
function takeOut(
  { witnesses, length, cells }: Profile,
  witness: number,
): { one: Profile; others: Profile } {
  const width = witnesses.length;
  const at = witnesses.indexOf(witness);
  const own: number[] = [];
  const rest: number[] = [];
  for (let c = 0; c < length; c++) {
    const column = [...cells.subarray(c * width, (c + 1) * width)];
    const [token] = column.splice(at, 1);
    if (token >= 0) own.push(token);
    if (column.some((each) => each >= 0)) rest.push(...column);
  }
  return {
    one: { witnesses: [witness], length: own.length, cells: Int32Array.from(own) },
    others: {
      witnesses: witnesses.filter((each) => each !== witness),
      length: rest.length / (width - 1),
      cells: Int32Array.from(rest),
    },
  };
}
