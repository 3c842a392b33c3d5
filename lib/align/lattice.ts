import type { Band } from './band';
import { type Bead, range } from './bead';

/** A shape of bead: p segments of a, q of b, and the log of how common the shape is. */
export interface Shape {
  p: number;
  q: number;
  prior: number;
}

/**
 * From paths this far (in log weight) behind the best of their row, only single segments are
 * tried. A long missing stretch leaves such a path, and takes up again with a single pair; beads
 * of several segments, which cost most to weigh, are kept for paths that may yet be the best.
 */
const beam = 100;

/**
 * Finds the best monotone sequence of beads through a lattice, and how sure each bead is.
 *
 * The best path is Viterbi's; a bead's certainty is its share of all paths' weight by the
 * forward-backward algorithm, so that rivals lower it: two readings equally good have 0.5 each.
 *
 * @param score log weight of the bead of `shapes[s]` that ends at row i and column j
 *   (−Infinity where it cannot be). Called with i rising, then j, so rows can be streamed.
 * @param temperature divides log weights for certainty only: evidence of neighbouring words is
 *   not independent, and this says by how much it overstates.
 * @param progress told from time to time what share of the rows is done.
 */
export function searchLattice(
  n: number,
  m: number,
  band: Band,
  shapes: readonly Shape[],
  score: (s: number, i: number, j: number) => number,
  temperature: number,
  progress?: (share: number) => void,
): Bead[] {
  const rowStart = new Int32Array(n + 2);
  for (let i = 0; i <= n; i++) rowStart[i + 1] = rowStart[i] + band.to[i] - band.from[i] + 1;
  const cells = rowStart[n + 1];
  const S = shapes.length;
  const best = new Float64Array(cells).fill(-Infinity);
  const choice = new Int8Array(cells).fill(-1);
  const weights = new Float32Array(cells * S).fill(-Infinity);
  const cell = (i: number, j: number) =>
    i < 0 || j < band.from[i] || j > band.to[i] ? -1 : rowStart[i] + j - band.from[i];
  best[0] = 0;
  const rowBest = new Float64Array(n + 1).fill(-Infinity);

  for (let i = 0; i <= n; i++) {
    if (progress && i % 256 === 0) progress(i / (n + 1));
    for (let j = band.from[i]; j <= band.to[i]; j++) {
      const here = rowStart[i] + j - band.from[i];
      for (let s = 0; s < S; s++) {
        const before = cell(i - shapes[s].p, j - shapes[s].q);
        if (before < 0 || best[before] === -Infinity) continue;
        const behind = best[before] < rowBest[i - shapes[s].p] - beam;
        if (behind && shapes[s].p + shapes[s].q > 2) continue;
        const weight = score(s, i, j);
        weights[here * S + s] = weight;
        if (best[before] + weight > best[here]) {
          best[here] = best[before] + weight;
          choice[here] = s;
        }
      }
      if (best[here] > rowBest[i]) rowBest[i] = best[here];
    }
  }

  const posterior = certainty(n, band, rowStart, shapes, weights, temperature);
  const beads: Bead[] = [];
  for (let i = n, j = m; i > 0 || j > 0; ) {
    const s = choice[cell(i, j)];
    const { p, q } = shapes[s];
    beads.push({ a: range(i - p, p), b: range(j - q, q), score: posterior(i, j, s) });
    i -= p;
    j -= q;
  }
  return beads.reverse();
}

/** Forward-backward over the stored weights. @returns the certainty of shape s ending at (i, j). */
function certainty(
  n: number,
  band: Band,
  rowStart: Int32Array,
  shapes: readonly Shape[],
  weights: Float32Array,
  temperature: number,
): (i: number, j: number, s: number) => number {
  const S = shapes.length;
  const cells = rowStart[n + 1];
  const before = new Float64Array(cells).fill(-Infinity);
  const after = new Float64Array(cells).fill(-Infinity);
  before[0] = 0;
  after[cells - 1] = 0;
  const cell = (i: number, j: number) =>
    i < 0 || j < band.from[i] || j > band.to[i] ? -1 : rowStart[i] + j - band.from[i];
  for (let i = 0; i <= n; i++) {
    for (let j = band.from[i]; j <= band.to[i]; j++) {
      const here = rowStart[i] + j - band.from[i];
      for (let s = 0; s < S; s++) {
        const weight = weights[here * S + s];
        if (weight === -Infinity) continue;
        const from = cell(i - shapes[s].p, j - shapes[s].q);
        before[here] = logAdd(before[here], before[from] + weight / temperature);
      }
    }
  }
  for (let i = n; i >= 0; i--) {
    for (let j = band.to[i]; j >= band.from[i]; j--) {
      const here = rowStart[i] + j - band.from[i];
      if (after[here] === -Infinity) continue;
      for (let s = 0; s < S; s++) {
        const weight = weights[here * S + s];
        if (weight === -Infinity) continue;
        const from = cell(i - shapes[s].p, j - shapes[s].q);
        after[from] = logAdd(after[from], after[here] + weight / temperature);
      }
    }
  }
  const whole = before[cells - 1];
  return (i, j, s) => {
    const at = cell(i, j);
    const from = cell(i - shapes[s].p, j - shapes[s].q);
    const log = before[from] + weights[at * S + s] / temperature + after[at] - whole;
    return Math.min(1, Math.max(0, Math.exp(log)));
  };
}

function logAdd(x: number, y: number): number {
  if (x === -Infinity) return y;
  if (y === -Infinity) return x;
  const high = Math.max(x, y);
  return high + Math.log1p(Math.exp(Math.min(x, y) - high));
}
