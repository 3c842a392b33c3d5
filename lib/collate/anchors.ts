/** Words by place: those of place k are `ids[starts[k]]` up to `ids[starts[k + 1]]`. */
export interface Places {
  starts: Int32Array;
  ids: Int32Array;
}

/**
 * Words that stand once in either stretch, as the longest chain that rises on both sides
 * (patience diff, after Bram Cohen; the chain by patience sorting).
 *
 * @returns pairs of places, in order.
 */
export function chainOfUnique(
  a: Places,
  i0: number,
  i1: number,
  b: Places,
  j0: number,
  j1: number,
): [number, number][] {
  const inB = unique(b, j0, j1);
  const pairs: [number, number][] = [];
  for (const [word, i] of unique(a, i0, i1)) {
    const j = inB.get(word);
    if (i >= 0 && j !== undefined && j >= 0) pairs.push([i, j]);
  }
  pairs.sort((x, y) => x[0] - y[0] || x[1] - y[1]);
  return longestRise(pairs);
}

/** Lengths of the phrases that are looked for where no word stands once. */
const gramLengths = [2, 3, 4, 6, 8, 12];

/**
 * Anchors of two stretches: words that stand once in either, else the shortest phrases that do. A fragment
 * of a long text has its place though each of its words is common.
 *
 * @returns pairs of places, in order; none where the stretches share no phrase either.
 */
export function anchorsOf(
  a: Places,
  i0: number,
  i1: number,
  b: Places,
  j0: number,
  j1: number,
): [number, number][] {
  // One that begins both stretches cuts nothing off.
  const cutting = (pairs: [number, number][]) => pairs.filter(([i, j]) => i > i0 || j > j0);
  let found = cutting(chainOfUnique(a, i0, i1, b, j0, j1));
  for (const length of gramLengths) {
    if (found.length > 0) break;
    found = cutting(chainOfGrams(a, i0, i1, b, j0, j1, length));
  }
  return found;
}

/** As `chainOfUnique`, of phrases of `length` places; of a place the first word counts. */
function chainOfGrams(
  a: Places,
  i0: number,
  i1: number,
  b: Places,
  j0: number,
  j1: number,
  length: number,
): [number, number][] {
  const inB = uniqueGrams(b, j0, j1, length);
  const pairs: [number, number][] = [];
  for (const [gram, i] of uniqueGrams(a, i0, i1, length)) {
    const j = inB.get(gram);
    if (i >= 0 && j !== undefined && j >= 0) pairs.push([i, j]);
  }
  pairs.sort((x, y) => x[0] - y[0] || x[1] - y[1]);
  return longestRise(pairs);
}

function uniqueGrams(
  { starts, ids }: Places,
  from: number,
  to: number,
  length: number,
): Map<string, number> {
  const places = new Map<string, number>();
  for (let place = from; place + length <= to; place++) {
    let gram = '';
    for (let k = 0; k < length; k++) gram += `${ids[starts[place + k]]} `;
    places.set(gram, places.has(gram) ? -1 : place);
  }
  return places;
}

/** The place of each word that stands once; −1 for those that stand more often. */
function unique({ starts, ids }: Places, from: number, to: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let place = from; place < to; place++) {
    for (let at = starts[place]; at < starts[place + 1]; at++) {
      places.set(ids[at], places.has(ids[at]) ? -1 : place);
    }
  }
  return places;
}

/** The longest subsequence that rises on both sides; pairs come sorted by the first. */
export function longestRise(pairs: readonly [number, number][]): [number, number][] {
  const tops: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  for (let k = 0; k < pairs.length; k++) {
    const j = pairs[k][1];
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tops[middle]][1] < j) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[k] = tops[low - 1];
    tops[low] = k;
  }
  const chain: [number, number][] = [];
  for (let k = tops.at(-1) ?? -1; k >= 0; k = previous[k]) {
    // A place may come twice, where a column holds several words: once is enough.
    const last = chain.at(-1);
    if (!last || (pairs[k][0] < last[0] && pairs[k][1] < last[1])) chain.push(pairs[k]);
  }
  return chain.reverse();
}
