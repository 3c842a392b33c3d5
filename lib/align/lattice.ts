import type { Band } from './band';
import { type Bead, range } from './bead';

/** A shape of bead: p segments of a, q of b, and the log of how common the shape is. */
export interface Shape {
  p: number;
  q: number;
  prior: number;
}

/** What a search of a lattice found. */
export interface LatticeResult {
  beads: Bead[];
  /**
   * For each shape, how many beads of it all paths have on average, by their weight. Of beads with
   * one empty side only the sure ones count in full: see `nullPower`.
   */
  counts: Float64Array;
  /** The cells that paths of any weight pass through: where a second search may look. */
  support: Band;
}

/**
 * From paths this far (in log weight) behind the best of their row, only single segments are
 * tried. A long missing stretch leaves such a path, and takes up again with a single pair; beads
 * of several segments, which cost most to weigh, are kept for paths that may yet be the best.
 */
const beam = 100;

/** Cells through which less than this share of all paths' weight passes are out of the support. */
const minShare = 1e-6;

/**
 * Doubtful null beads are seldom right: of those with a certainty of a half one in four is, by
 * alignments made by hand. If they counted in full, a free translation would seem to lack many
 * sentences, and a second pass would leave still more of them alone.
 */
const nullPower = 3;

/** How often the frequency of shapes is estimated again from the paths; more changes nothing to speak of. */
const estimates = 4;

/** What passes through a cell of less than this share changes no certainty by a digit. */
const negligible = 1e-30;

const none = Number.NEGATIVE_INFINITY;

export interface LatticeOptions {
  /** Called from time to time with the share of the rows that is done. */
  progress?: (share: number) => void;
  /**
   * The shapes, in their order, with the priors that these counts speak for. Then how common each shape is comes
   * from these very texts: found by EM (Baum and Welch), as weights of beads need not be computed again for it.
   */
  estimate?: (counts: Float64Array) => readonly Shape[];
}

/**
 * Finds the best monotone sequence of beads through a lattice, and how sure each bead is.
 *
 * A bead's certainty is its share of all paths' weight by the forward-backward algorithm, so that
 * rivals lower it: two readings equally good have 0.5 each. The path chosen is the one that has
 * the most right beads by these certainties (Goodman 1996); it need not be the path of the
 * greatest weight, which a single bead may spoil.
 *
 * @param score log weight of the bead of `shapes[s]` that ends at row i and column j
 *   (−Infinity where it cannot be). Called with i rising, then j, so rows can be streamed.
 * @param temperature divides log weights: evidence of neighbouring words is not independent,
 *   and this says by how much it overstates.
 */
export function searchLattice(
  n: number,
  m: number,
  band: Band,
  shapes: readonly Shape[],
  score: (s: number, i: number, j: number) => number,
  temperature: number,
  { progress, estimate }: LatticeOptions = {},
): LatticeResult {
  const lattice = new Lattice(n, m, band, shapes);
  lattice.weigh(score, temperature, progress);
  for (let round = 0; estimate && round < estimates; round++) {
    lattice.passBack(false);
    lattice.reweigh(estimate(lattice.counts), temperature);
  }
  lattice.passBack(true);
  return lattice.choose();
}

class Lattice {
  private readonly rowStart: Int32Array;
  /** For each cell and shape: the tempered log weight of the bead, then its certainty. */
  private readonly weights: Float32Array;
  /** For each cell: log weight of all paths that lead to it. */
  private readonly before: Float64Array;
  /** For each cell: the share of all paths' weight that passes through it. */
  private readonly share: Float64Array;
  /** For each shape: see `LatticeResult`. */
  readonly counts: Float64Array;

  constructor(
    private readonly n: number,
    private readonly m: number,
    private readonly band: Band,
    private shapes: readonly Shape[],
  ) {
    this.rowStart = new Int32Array(n + 2);
    for (let i = 0; i <= n; i++)
      this.rowStart[i + 1] = this.rowStart[i] + band.to[i] - band.from[i] + 1;
    const cells = this.rowStart[n + 1];
    this.weights = new Float32Array(cells * shapes.length).fill(none);
    this.before = new Float64Array(cells).fill(none);
    this.share = new Float64Array(cells);
    this.counts = new Float64Array(shapes.length);
  }

  private cell(i: number, j: number): number {
    const { from, to } = this.band;
    return i < 0 || j < from[i] || j > to[i] ? -1 : this.rowStart[i] + j - from[i];
  }

  /** Weighs all beads and adds up, for each cell, the weight of the paths that lead to it. */
  weigh(
    score: (s: number, i: number, j: number) => number,
    temperature: number,
    progress?: (share: number) => void,
  ): void {
    const { n, band, shapes, weights, before, rowStart } = this;
    const S = shapes.length;
    const behind = beam / temperature;
    const rowBest = new Float64Array(n + 1).fill(none);
    before[0] = 0;
    for (let i = 0; i <= n; i++) {
      if (progress && i % 256 === 0) progress(i / (n + 1));
      for (let j = band.from[i]; j <= band.to[i]; j++) {
        const here = rowStart[i] + j - band.from[i];
        let sum = before[here];
        for (let s = 0; s < S; s++) {
          const { p, q } = shapes[s];
          const from = this.cell(i - p, j - q);
          if (from < 0 || before[from] === none) continue;
          if (p + q > 2 && before[from] < rowBest[i - p] - behind) continue;
          const weight = score(s, i, j) / temperature;
          weights[here * S + s] = weight;
          sum = logAdd(sum, before[from] + weight);
        }
        before[here] = sum;
        if (sum > rowBest[i]) rowBest[i] = sum;
      }
    }
  }

  /** Gives shapes other priors, and adds up the weights of the paths that have been counted again. */
  reweigh(shapes: readonly Shape[], temperature: number): void {
    const { n, band, weights, before, share, rowStart } = this;
    const S = shapes.length;
    const change = shapes.map(({ prior }, s) => (prior - this.shapes[s].prior) / temperature);
    this.shapes = shapes;
    before.fill(none);
    before[0] = 0;
    for (let i = 0; i <= n; i++) {
      for (let j = band.from[i]; j <= band.to[i]; j++) {
        const here = rowStart[i] + j - band.from[i];
        // Other priors bring no path back that was so far behind.
        if (share[here] < negligible) continue;
        let sum = before[here];
        for (let s = 0; s < S; s++) {
          const at = here * S + s;
          if (weights[at] === none) continue;
          weights[at] += change[s];
          sum = logAdd(sum, before[this.cell(i - shapes[s].p, j - shapes[s].q)] + weights[at]);
        }
        before[here] = sum;
      }
    }
  }

  /**
   * Counts shapes by the certainties of their beads, from the end back.
   *
   * @param keep whether certainties take the place of the weights.
   */
  passBack(keep: boolean): void {
    const { n, band, shapes, weights, before, share, counts, rowStart } = this;
    const S = shapes.length;
    share.fill(0);
    counts.fill(0);
    share[share.length - 1] = 1;
    for (let i = n; i >= 0; i--) {
      for (let j = band.to[i]; j >= band.from[i]; j--) {
        const here = rowStart[i] + j - band.from[i];
        if (share[here] < negligible) {
          if (keep) weights.fill(0, here * S, (here + 1) * S);
          continue;
        }
        for (let s = 0; s < S; s++) {
          const at = here * S + s;
          if (weights[at] === none) {
            if (keep) weights[at] = 0;
            continue;
          }
          const from = this.cell(i - shapes[s].p, j - shapes[s].q);
          // Of the weight that reaches this cell, so much comes by this bead.
          const certainty = share[here] * Math.exp(before[from] + weights[at] - before[here]);
          if (keep) weights[at] = certainty;
          share[from] += certainty;
          counts[s] += rightness(shapes[s], certainty);
        }
      }
    }
  }

  /** The path with the most right beads. */
  choose(): LatticeResult {
    const { n, m, band, shapes, weights, share, counts, rowStart } = this;
    const S = shapes.length;
    const best = new Float64Array(share.length).fill(none);
    const choice = new Int8Array(share.length).fill(-1);
    best[0] = 0;
    const support: Band = { from: new Int32Array(n + 1).fill(m), to: new Int32Array(n + 1) };
    for (let i = 0; i <= n; i++) {
      for (let j = band.from[i]; j <= band.to[i]; j++) {
        const here = rowStart[i] + j - band.from[i];
        if (share[here] >= minShare) {
          if (j < support.from[i]) support.from[i] = j;
          if (j > support.to[i]) support.to[i] = j;
        }
        for (let s = 0; s < S; s++) {
          const certainty = weights[here * S + s];
          if (certainty === 0) continue;
          const from = this.cell(i - shapes[s].p, j - shapes[s].q);
          const value = best[from] + certainty;
          if (value > best[here]) {
            best[here] = value;
            choice[here] = s;
          }
        }
      }
    }
    const beads: Bead[] = [];
    for (let i = n, j = m; i > 0 || j > 0; ) {
      const here = this.cell(i, j);
      const s = choice[here];
      const { p, q } = shapes[s];
      beads.push({
        a: range(i - p, p),
        b: range(j - q, q),
        score: rightness(shapes[s], Math.min(1, weights[here * S + s])),
      });
      i -= p;
      j -= q;
    }
    return { beads: beads.reverse(), counts, support };
  }
}

/** How often a bead of this certainty is right: see `nullPower`. */
const rightness = ({ p, q }: Shape, certainty: number): number =>
  p === 0 || q === 0 ? certainty ** nullPower : certainty;

function logAdd(x: number, y: number): number {
  if (x === none) return y;
  if (y === none) return x;
  const apart = x - y;
  if (apart > 30) return x;
  if (apart < -30) return y;
  return apart > 0 ? x + Math.log1p(Math.exp(-apart)) : y + Math.log1p(Math.exp(apart));
}
