import { mergeProfiles, type Profile } from './profile';
import type { Words } from './words';

/** Rounds of refinement at most; most collations change in the first alone. */
const maxRounds = 4;
/** Beyond so many cells of a lattice in all a round costs more than it gives. */
const maxCells = 6_000_000;

/**
 * Aligns each witness anew with all the others, for as long as that helps: what a progressive alignment
 * has joined early it never looks at again (Barton and Sternberg 1987). More pairs of equal words are
 * better; with as many, fewer columns.
 */
export function refine(profile: Profile, words: Words): Profile {
  const { witnesses, length } = profile;
  if (witnesses.length < 3 || length * length * witnesses.length > maxCells) return profile;
  let best = profile;
  let score = scoreOf(best, words);
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
