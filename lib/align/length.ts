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

/** Fits the model to whole editions; lengths of pairs known to correspond sharpen it. */
export function fitLength(a: Side, b: Side, pairs: [la: number, lb: number][] = []): LengthModel {
  const model: LengthModel = {
    ratio: ratioOf(total(a.lengths), total(b.lengths)),
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
 * Log ratio that lengths la (of p segments) and lb (of q) correspond, against chance: the mean
 * of what each says of the other.
 */
export function lengthEvidence(
  model: LengthModel,
  la: number,
  p: number,
  lb: number,
  q: number,
): number {
  if (la === 0 || lb === 0) return la === lb ? 0 : -2;
  // Both in a middle unit, so that the answer is the same seen from either side.
  const unit = Math.sqrt(model.ratio);
  const x = la * unit;
  const y = lb / unit;
  // Even a letter-for-letter version varies: 15 units of white noise keep short segments honest.
  const variance = (model.variance * (x + y)) / 2 + 15;
  const joint = (y - x) ** 2 / (2 * variance) + 0.5 * Math.log(variance);
  const chanceA = surprise(x, p, model.a.mean * unit, model.a.deviation * unit);
  const chanceB = surprise(y, q, model.b.mean / unit, model.b.deviation / unit);
  // Tails of real texts are heavier than the normal's; a wild length is doubt, not proof.
  return Math.max(-12, (chanceA + chanceB) / 2 - joint);
}

/** How unusual a length is for so many segments, as a negative log density, bounded. */
function surprise(length: number, segments: number, mean: number, deviation: number): number {
  const variance = segments * deviation ** 2;
  return Math.min(20, (length - segments * mean) ** 2 / (2 * variance) + 0.5 * Math.log(variance));
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
