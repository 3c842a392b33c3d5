import { findAnchors } from './anchors';
import { type Band, bandAround, bandSize } from './band';
import { type Bead, range } from './bead';
import { learnRenderings } from './learn';
import { fitLength, LengthEvidence } from './length';
import { type Entries, type Side, tableOf } from './vocabulary';

/** Cells on either side of the expected path that the fine search looks at. */
const margin = 8;
/** A band of more cells a segment than this is too wide to search word by word. */
export const widestBand = 90;
/** The path by length looks at so many cells, which bounds how far it may stray. */
const pathCells = 28e6;

/**
 * Bounds the search in long texts, so that its cost grows with their length and not its square.
 *
 * Rare words shared or known from a dictionary give anchors. Where they leave too much open (a
 * pair of languages with nothing in common), a first path is drawn by length alone, as Moore
 * (2002) does; words learned from its regular stretches then give the anchors.
 *
 * @returns the band, and what was learned on the way.
 */
export function boundSearch(a: Side, b: Side, known: Entries): { band: Band; learned: Entries } {
  const n = a.ids.length;
  const m = b.ids.length;
  const anchorsBy = (entries: Entries) => findAnchors(a, b, tableOf(a.names.length, entries));
  let anchors = anchorsBy(known);
  let band = bandAround(n, m, anchors, margin);
  if (bandSize(band) <= widestBand * (n + m)) return { band, learned: [] };

  const path = pathByLength(a, b, anchors);
  const learned = learnRenderings(a, b, path);
  const found = anchorsBy([...known, ...learned]);
  if (found.length > anchors.length) anchors = found;
  band = bandAround(n, m, anchors, margin);
  if (bandSize(band) > widestBand * (n + m)) {
    // No word is rare enough to hold on to: the path by length itself is the guide.
    const corners = path.filter(({ score }) => score > 0.5).map(({ a: [i], b: [j] }) => [i, j]);
    band = bandAround(n, m, corners as [number, number][], 3 * margin);
  }
  return { band, learned };
}

const steps = [
  { p: 1, q: 1, cost: Math.log(0.89) },
  { p: 1, q: 0, cost: Math.log(0.01) },
  { p: 0, q: 1, cost: Math.log(0.01) },
  { p: 2, q: 1, cost: Math.log(0.045) },
  { p: 1, q: 2, cost: Math.log(0.045) },
];

/**
 * The best path by length, within a corridor around the anchors. Only beads that lie in a run of
 * ordinary ones are claimed sure enough to learn from.
 */
export function pathByLength(a: Side, b: Side, anchors: readonly [number, number][]): Bead[] {
  const n = a.ids.length;
  const m = b.ids.length;
  const lengths = new LengthEvidence(fitLength(a, b), a.lengths, b.lengths, 2);
  const wide = bandAround(n, m, anchors, margin);
  const { from, to } = narrowed(wide, n, m);
  const start = new Float64Array(n + 2);
  for (let i = 0; i <= n; i++) start[i + 1] = start[i] + to[i] - from[i] + 1;
  const choice = new Int8Array(start[n + 1]).fill(-1);
  // Only three rows of sums are alive at a time; the choices are what is kept.
  const rows = [0, 1, 2].map(() => new Float64Array(0));
  for (let i = 0; i <= n; i++) {
    const row = new Float64Array(to[i] - from[i] + 1).fill(Number.NEGATIVE_INFINITY);
    rows[i % 3] = row;
    for (let j = from[i]; j <= to[i]; j++) {
      if (i === 0 && j === 0) {
        row[0] = 0;
        continue;
      }
      for (let s = 0; s < steps.length; s++) {
        const { p, q, cost } = steps[s];
        if (i < p || j < q || j - q < from[i - p] || j - q > to[i - p]) continue;
        const before = rows[(i - p) % 3][j - q - from[i - p]];
        if (before === Number.NEGATIVE_INFINITY) continue;
        const gain = p > 0 && q > 0 ? cost + lengths.of(i, p, j, q) : cost;
        if (before + gain > row[j - from[i]]) {
          row[j - from[i]] = before + gain;
          choice[start[i] + j - from[i]] = s;
        }
      }
    }
  }
  const beads: Bead[] = [];
  for (let i = n, j = m; i > 0 || j > 0; ) {
    const { p, q } = steps[choice[start[i] + j - from[i]]];
    beads.push({ a: range(i - p, p), b: range(j - q, q), score: p === 1 && q === 1 ? 1 : 0 });
    i -= p;
    j -= q;
  }
  beads.reverse();
  const regular = 2;
  return beads.map((bead, k) => {
    const near = beads.slice(Math.max(0, k - regular), k + regular + 1);
    return { ...bead, score: near.every(({ score }) => score === 1) ? 0.9 : 0.1 };
  });
}

/** Cuts a band down to what `pathCells` allows, on either side of the middle of each row. */
function narrowed(band: Band, n: number, m: number): Band {
  const farthest = Math.max(300, Math.floor(pathCells / (2 * n)));
  const from = band.from.map((low, i) => Math.max(low, ((low + band.to[i]) >> 1) - farthest));
  const to = band.to.map((high, i) => Math.min(high, ((band.from[i] + high) >> 1) + farthest));
  from[0] = 0;
  to[n] = m;
  for (let i = n - 1; i >= 0; i--) from[i] = Math.min(from[i], from[i + 1]);
  for (let i = 1; i <= n; i++) to[i] = Math.max(to[i], to[i - 1]);
  for (let i = 1; i <= n; i++) from[i] = Math.min(from[i], to[i - 1]);
  return { from, to };
}
