import type { Side, Table } from './vocabulary';

export interface Candidate {
  i: number;
  j: number;
  weight: number;
}

/** Words in more segments than this are not rare, and are not looked up. */
const maxPostings = 200;
/** Rarest words of a segment by which it is looked up. */
const rarest = 10;

/**
 * Pairs of segments that share rare words, as a rising chain: the skeleton that bounds the
 * search in long texts. Works like patience diff, but a word is rare when few segments have it,
 * and translations count.
 *
 * Near-linear: each segment looks only where its few rarest words stand, and the chain is a
 * weighted longest increasing subsequence.
 */
export function findAnchors(a: Side, b: Side, table: Table): [number, number][] {
  const postings = segmentsByFeature(b);
  const scores = new Float64Array(b.ids.length);
  const candidates: Candidate[] = [];
  a.ids.forEach((ids, i) => {
    const touched: number[] = [];
    for (const f of rareOf(ids, a.frequency)) {
      for (let e = table.offsets[f]; e < table.offsets[f + 1]; e++) {
        const places = postings[table.targets[e]];
        if (places.length === 0 || places.length > maxPostings) continue;
        const rarity = Math.log((1 + b.ids.length) / places.length);
        const gain = (table.weights[e] * rarity) / Math.sqrt(a.frequency[f]);
        for (const j of places) {
          if (scores[j] === 0) touched.push(j);
          scores[j] += gain;
        }
      }
    }
    let first = 0;
    let second = 0;
    let at = -1;
    for (const j of touched) {
      if (scores[j] > first) {
        second = first;
        first = scores[j];
        at = j;
      } else second = Math.max(second, scores[j]);
      scores[j] = 0;
    }
    // A clear winner only: a tie is a refrain or a formula, and anchors nothing.
    if (at >= 0 && first > 4 && first > 1.3 * second) {
      candidates.push({ i, j: at, weight: Math.min(first - second, 30) });
    }
  });
  return withoutStrays(heaviestChain(candidates, b.ids.length));
}

function rareOf(ids: Int32Array, frequency: Float64Array): number[] {
  return [...ids]
    .filter((f) => frequency[f] <= maxPostings)
    .sort((x, y) => frequency[x] - frequency[y])
    .slice(0, rarest);
}

function segmentsByFeature(side: Side): number[][] {
  const postings: number[][] = Array.from({ length: side.names.length }, () => []);
  side.ids.forEach((ids, segment) => {
    for (const f of ids) if (postings[f].length <= maxPostings) postings[f].push(segment);
  });
  return postings;
}

/** The rising chain of greatest total weight, by a Fenwick tree of prefix maxima. */
export function heaviestChain(candidates: readonly Candidate[], columns: number): Candidate[] {
  const tree = new Int32Array(columns + 1).fill(-1);
  const total = new Float64Array(candidates.length);
  const previous = new Int32Array(candidates.length).fill(-1);
  let end = -1;
  candidates.forEach(({ j, weight }, index) => {
    let before = -1;
    for (let k = j; k > 0; k -= k & -k) {
      if (tree[k] >= 0 && (before < 0 || total[tree[k]] > total[before])) before = tree[k];
    }
    previous[index] = before;
    total[index] = weight + (before < 0 ? 0 : total[before]);
    for (let k = j + 1; k <= columns; k += k & -k) {
      if (tree[k] < 0 || total[index] > total[tree[k]]) tree[k] = index;
    }
    if (end < 0 || total[index] > total[end]) end = index;
  });
  const chain: Candidate[] = [];
  for (let at = end; at >= 0; at = previous[at]) chain.push(candidates[at]);
  return chain.reverse();
}

/** Drops anchors that leap aside from both neighbours, which the chain took only in passing. */
function withoutStrays(chain: Candidate[]): [number, number][] {
  const kept = chain.filter((anchor, k) => {
    const before = chain[k - 1];
    const after = chain[k + 1];
    if (!before || !after) return anchor.weight > 6;
    const drift = (x: Candidate, y: Candidate) => Math.abs(y.j - x.j - (y.i - x.i));
    const aside = Math.min(drift(before, anchor), drift(anchor, after));
    return aside <= 3 + 2 * drift(before, after) || anchor.weight > 20;
  });
  return kept.map(({ i, j }) => [i, j]);
}
