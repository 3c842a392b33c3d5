import type { Side } from './vocabulary';

/**
 * Evidence from length, after Gale and Church (1993): texts that translate each other are long
 * and short together. Where they give the probability of a deviation, this gives its ratio to
 * chance, so that it adds to other evidence: the density of b's length given a's, over the
 * density of such a length anywhere in b (as Moore, 2002).
 */
export interface LengthModel {
  /** Letters of b for one letter of a. */
  ratio: number;
  /**
   * Variance of the difference of lengths per letter, in a unit midway
   * between the two. Gale and Church found 6.8. */
  variance: number;
  /** Mean and standard deviation of segment lengths on each side. */
  a: Spread;
  b: Spread;
}

interface Spread {
  mean: number;
  deviation: number;
}

const usualVariance = 6.8;

/**
 * Fits the model to whole editions; lengths of pairs known to correspond sharpen it.
 *
 * @param usual letters of b for one of a, where the whole lengths say nothing of it: see `excerptOf`.
 */
export function fitLength(
  a: Side,
  b: Side,
  pairs: [la: number, lb: number][] = [],
  usual?: number,
): LengthModel {
  const model: LengthModel = {
    ratio: usual ?? ratioOf(total(a.lengths), total(b.lengths)),
    variance: usualVariance,
    a: spread(a.lengths),
    b: spread(b.lengths),
  };
  const usable = pairs.filter(([la, lb]) => la > 0 && lb > 0);
  if (usable.length >= 8) {
    const ratio = ratioOf(
      usable.reduce((sum, [la]) => sum + la, 0),
      usable.reduce((sum, [, lb]) => sum + lb, 0),
    );
    const squares = usable
      .map(([la, lb]) => (2 * (lb - la * ratio) ** 2) / (la * ratio + lb) / Math.sqrt(ratio))
      .sort((x, y) => x - y);
    // The median of a squared normal deviate is 0.455 of its variance; outliers do not move it.
    const variance = squares[squares.length >> 1] / 0.455;
    model.ratio = ratio;
    model.variance = clamp(variance, usualVariance * 0.3, usualVariance * 4);
  }
  return model;
}

function total(values: Float64Array): number {
  return Math.max(
    1,
    values.reduce((sum, value) => sum + value, 0),
  );
}

function ratioOf(totalA: number, totalB: number): number {
  return clamp(totalB / totalA, 0.05, 20);
}

function spread(lengths: Float64Array): Spread {
  const count = Math.max(1, lengths.length);
  const mean = total(lengths) / count;
  const variance = lengths.reduce((sum, length) => sum + (length - mean) ** 2, 0) / count;
  return { mean, deviation: Math.max(Math.sqrt(variance), mean * 0.3, 1) };
}

/**
 * Log ratio that segments correspond by their lengths, against chance: the mean of what each
 * side says of the other. What depends on one side alone is computed once a segment.
 */
export class LengthEvidence {
  private readonly a: OneSide;
  private readonly b: OneSide;
  private readonly variance: number;

  /** @param widest the most segments of a side that a bead may have. */
  constructor(model: LengthModel, a: Float64Array, b: Float64Array, widest: number) {
    // Both in a middle unit, so that the answer is the same seen from either side.
    const unit = Math.sqrt(model.ratio);
    this.a = oneSide(a, unit, model.a, widest);
    this.b = oneSide(b, 1 / unit, model.b, widest);
    this.variance = model.variance;
  }

  /** The evidence for a's p segments before i with b's q before j; p and q are at least 1. */
  of(i: number, p: number, j: number, q: number): number {
    const x = this.a.sums[i] - this.a.sums[i - p];
    const y = this.b.sums[j] - this.b.sums[j - q];
    if (x === 0 || y === 0) return x === y ? 0 : -2;
    // Even a letter-for-letter version varies: 15 units of white noise keep short segments honest.
    const variance = (this.variance * (x + y)) / 2 + 15;
    const joint = (y - x) ** 2 / (2 * variance) + 0.5 * Math.log(variance);
    const chance = (this.a.surprise[p][i] + this.b.surprise[q][j]) / 2;
    // Tails of real texts are heavier than the normal's; a wild length is doubt, not proof.
    return Math.max(-12, chance - joint);
  }

  /** How many times longer b's segments are than a's would make one expect. */
  ratio(i: number, p: number, j: number, q: number): number {
    const x = this.a.sums[i] - this.a.sums[i - p];
    const y = this.b.sums[j] - this.b.sums[j - q];
    return (y + 10) / (x + 10);
  }
}

interface OneSide {
  /** Lengths of all segments before each, in the middle unit. */
  sums: Float64Array;
  /** By number of segments, then by the segment after the last: how unusual their length is. */
  surprise: Float64Array[];
}

function oneSide(lengths: Float64Array, unit: number, usual: Spread, widest: number): OneSide {
  const n = lengths.length;
  const sums = new Float64Array(n + 1);
  for (let k = 0; k < n; k++) sums[k + 1] = sums[k] + lengths[k] * unit;
  const surprise = Array.from({ length: widest + 1 }, (_, p) => {
    const variance = p * (usual.deviation * unit) ** 2;
    const values = new Float64Array(n + 1);
    for (let k = p; p > 0 && k <= n; k++) {
      const deviation = sums[k] - sums[k - p] - p * usual.mean * unit;
      // A negative log density, bounded.
      values[k] = Math.min(20, deviation ** 2 / (2 * variance) + 0.5 * Math.log(variance));
    }
    return values;
  });
  return { sums, surprise };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
