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
  /** Variance of b's length per letter of a. Gale and Church found 6.8 for European pairs. */
  variance: number;
  mean: number;
  deviation: number;
}

/** Fits the model to whole editions; `path` of pairs known to correspond sharpens it. */
export function fitLength(a: Side, b: Side, pairs?: [la: number, lb: number][]): LengthModel {
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  const totalA = Math.max(1, sum(a.lengths));
  const totalB = Math.max(1, sum(b.lengths));
  const mean = totalB / Math.max(1, b.lengths.length);
  const spread =
    sum(b.lengths.map((length) => (length - mean) ** 2)) / Math.max(1, b.lengths.length);
  const model = {
    ratio: clamp(totalB / totalA, 0.05, 20),
    variance: 0,
    mean,
    deviation: Math.max(Math.sqrt(spread), mean * 0.3, 1),
  };
  model.variance = 6.8 * Math.max(0.3, model.ratio);
  const usable = pairs?.filter(([la, lb]) => la > 0 && lb > 0) ?? [];
  if (usable.length >= 8) {
    const la = usable.reduce((total, [x]) => total + x, 0);
    const lb = usable.reduce((total, [, y]) => total + y, 0);
    model.ratio = clamp(lb / la, 0.05, 20);
    const squares = usable.map(([x, y]) => (y - x * model.ratio) ** 2 / x).sort((x, y) => x - y);
    // The median of a squared normal deviate is 0.455 of its variance; outliers do not move it.
    model.variance = clamp(
      squares[squares.length >> 1] / 0.455,
      model.variance * 0.3,
      model.variance * 4,
    );
  }
  return model;
}

/** Log ratio that lengths la and lb (of q segments) correspond, against chance. */
export function lengthEvidence(model: LengthModel, la: number, lb: number, q: number): number {
  if (la === 0 || lb === 0) return la === lb ? 0 : -2;
  const expected = la * model.ratio;
  const scale = (expected + lb) / 2;
  // Even a letter-for-letter version varies: 15 units of white noise keep short segments honest.
  const variance = (model.variance / model.ratio) * scale + 15;
  const joint = (lb - expected) ** 2 / (2 * variance) + 0.5 * Math.log(variance);
  const chanceVariance = q * model.deviation ** 2;
  const chance = (lb - q * model.mean) ** 2 / (2 * chanceVariance) + 0.5 * Math.log(chanceVariance);
  // Tails of real texts are heavier than the normal's; a wild length is doubt, not proof.
  return Math.max(-12, chance > 20 ? 20 - joint : chance - joint);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
