import { type Band, bandSize, fullBand, rising, widened } from './band';
import { type Bead, range } from './bead';
import { type Blocks, intoBlocks } from './blocks';
import { Evidence, search } from './evidence';
import { learnRenderings } from './learn';
import { fitLength, LengthEvidence } from './length';
import { prepareRenderings } from './lexical';
import type { MatchRates } from './matching';
import { combine, type Entries, type Side } from './vocabulary';

/** A band of more cells a segment than this is too wide to search word by word… */
const widestBand = 60;
/** … if it has more cells than this in all. */
const widestAnyway = 400_000;

/** A band of more cells than this leaves too much open. */
export function openBand(n: number, m: number): number {
  return Math.max(widestAnyway, widestBand * (n + m));
}
/** Cells of the coarsest lattice, about: it is searched whole. */
const coarsestCells = 60_000;
/** By how much each finer level has more blocks than the one before. */
const refinement = 5;
/** Blocks beyond what paths of any weight pass through that the next level still looks at. */
const margin = 2;
/** Words of a block are less independent than words of a sentence. */
const coarseTemperature = 2;
/** How often a block has no counterpart: more often than a sentence, as blocks are cut anywhere. */
const coarseNull = 0.25;
const coarseShapes = [
  { p: 1, q: 1, prior: Math.log(1 - 2 * coarseNull - 0.1) },
  { p: 1, q: 0, prior: Math.log(coarseNull) },
  { p: 0, q: 1, prior: Math.log(coarseNull) },
  { p: 1, q: 2, prior: Math.log(0.05) },
  { p: 2, q: 1, prior: Math.log(0.05) },
];

/** Cells that the path by length looks at, which bounds how far it may stray. */
const pathCells = 28e6;

/**
 * Bounds the search in long texts, so that its cost grows with their length and not its square.
 *
 * From coarse to fine, as Vecalign (Thompson and Koehn 2019): large blocks of both texts are
 * aligned by the words that they share or that render each other; then smaller ones, only where
 * paths of any weight lead; then segments. No single word decides, so that a stray match does not
 * lead astray. Where words leave too much open (a pair of languages with nothing in common), a
 * first path is drawn by length alone, as Moore (2002) does; words learned from its regular
 * stretches then bound the search.
 *
 * @returns the band, and what was learned on the way.
 */
export function boundSearch(
  a: Side,
  b: Side,
  known: Entries,
  start: MatchRates,
): { band: Band; learned: Entries } {
  const open = openBand(a.ids.length, b.ids.length);
  const band = coarseToFine(a, b, known, start);
  if (bandSize(band) <= open) return { band, learned: [] };

  const path = pathByLength(a, b, band);
  const learned = learnRenderings(a, b, path);
  const second = coarseToFine(a, b, combine(known, learned, b.names.length), start);
  if (bandSize(second) <= open) return { band: second, learned };
  // No word is rare enough to hold on to: the path by length itself is the guide.
  return { band: bandAlong(path, a.ids.length, b.ids.length, 24), learned };
}

/** The band of segments that levels of ever smaller blocks leave. */
function coarseToFine(a: Side, b: Side, known: Entries, start: MatchRates): Band {
  const [n, m] = [a.ids.length, b.ids.length];
  const renderings = prepareRenderings(a, b, known, start);
  const segments = (count: number): Blocks['starts'] =>
    Int32Array.from({ length: count + 1 }, (_, k) => k);
  let share = Math.sqrt(coarsestCells / (n * m));
  let band: Band | undefined;
  let above: { a: Int32Array; b: Int32Array } | undefined;
  while (share < 1) {
    const [blocksA, blocksB] = [
      intoBlocks(a, Math.max(1, Math.round(n * share))),
      intoBlocks(b, Math.max(1, Math.round(m * share))),
    ];
    const here = { a: blocksA.starts, b: blocksB.starts };
    const size = { a: here.a.length - 1, b: here.b.length - 1 };
    const within = band && above ? finer(band, above, here) : fullBand(size.a, size.b);
    const evidence = new Evidence(blocksA.side, blocksB.side, renderings, null, () => 0);
    const { support } = search(evidence, within, coarseShapes, { temperature: coarseTemperature });
    band = widened(support, size.b, margin);
    above = here;
    share *= refinement;
  }
  const fine = { a: segments(n), b: segments(m) };
  return band && above ? finer(band, above, fine) : fullBand(n, m);
}

/** A band of one level as the next, finer one has it. */
function finer(
  band: Band,
  above: { a: Int32Array; b: Int32Array },
  below: { a: Int32Array; b: Int32Array },
): Band {
  const m = below.b.length - 1;
  const from = new Int32Array(below.a.length);
  const to = new Int32Array(below.a.length);
  // For each boundary of the coarse level in b, the fine boundary at or before, and at or after.
  const before = new Int32Array(above.b.length);
  const after = new Int32Array(above.b.length);
  for (let k = 0, f = 0; k < above.b.length; k++) {
    while (f < m && below.b[f] < above.b[k]) f++;
    after[k] = f;
    before[k] = below.b[f] === above.b[k] ? f : f - 1;
  }
  for (let i = 0, k = 0; i < below.a.length; i++) {
    while (k + 1 < above.a.length && above.a[k + 1] <= below.a[i]) k++;
    from[i] = before[band.from[k]];
    to[i] = after[band.to[Math.min(above.a.length - 1, k + 1)]];
  }
  return rising({ from, to }, m);
}

/** The cells so near the regular stretches of a path; between these the whole rectangle. */
function bandAlong(path: readonly Bead[], n: number, m: number, near: number): Band {
  const band: Band = { from: new Int32Array(n + 1).fill(m), to: new Int32Array(n + 1) };
  for (const { a, b } of path) {
    if (a.length === 0 || b.length === 0) continue;
    band.from[a[0]] = Math.min(band.from[a[0]], b[0]);
    band.to[a[0]] = Math.max(band.to[a[0]], b[0]);
  }
  return widened(rising(band, m), m, near);
}

const steps = [
  { p: 1, q: 1, cost: Math.log(0.89) },
  { p: 1, q: 0, cost: Math.log(0.01) },
  { p: 0, q: 1, cost: Math.log(0.01) },
  { p: 2, q: 1, cost: Math.log(0.045) },
  { p: 1, q: 2, cost: Math.log(0.045) },
];

/**
 * The best path by length, within a band. Only beads that lie in a run of
 * ordinary ones are claimed sure enough to learn from.
 */
function pathByLength(a: Side, b: Side, within: Band): Bead[] {
  const n = a.ids.length;
  const m = b.ids.length;
  const lengths = new LengthEvidence(fitLength(a, b), a.lengths, b.lengths, 2);
  const { from, to } = narrowed(within, n, m);
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
  return rising({ from, to }, m);
}
