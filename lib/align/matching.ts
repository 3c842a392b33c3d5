import { sameLanguage } from '../edition/model';
import type { Side, Table } from './vocabulary';

/**
 * How a word of one edition finds its match in a segment of another: `bins` kinds, by how strong
 * the best rendering there is, from the strongest (1) to the faintest; 0 is none.
 */
export const bins = 4;
const floors = [0.45, 0.2, 0.08, 0];

/** The bin of a rendering's strength, 0 to 1. */
export function binOf(strength: number): number {
  if (strength <= 0) return 0;
  let bin = 1;
  while (strength < floors[bin - 1]) bin++;
  return bin;
}

/**
 * Of words that have a rendering of each bin somewhere in the other edition, the share that is
 * rendered so in the very counterpart. Place 0 is not used.
 */
export type MatchRates = Float64Array;

/** Segment sizes, in features, are told apart by half powers of two. */
const sizeClasses = 28;
function sizeClass(size: number): number {
  return Math.min(sizeClasses - 1, Math.round(2 * Math.log2(Math.max(1, size))));
}

/** No single word may decide an alignment: log ratios are capped here (a factor of about 90). */
const ceiling = 4.5;

/**
 * Evidence, in one direction, that target segments say what source segments say.
 *
 * For each word f of the target its best rendering in the source segments falls in a bin. In
 * segments that correspond it does so with
 *
 *     P(bin | match) = rate(bin) + (1 − Σ rates of the bins f has at all) · P(bin | chance)
 *
 * where P(bin | chance) is how often a passage of that size would hold such a rendering of f by
 * accident, from the frequencies of all words that could render it. The evidence is the sum of
 * the logs of the ratios: rare words well rendered speak loudly, common ones come out near 0 by
 * themselves, words with no known rendering say nothing, absent renderings speak against. This is
 * the likelihood ratio against chance of Moore (2002), with the probabilities of IBM Model 1
 * replaced by bins, so that sure renderings, gloss words among several and renderings of a word's
 * parts weigh as much as each kind proves to be worth in this very pair of texts.
 */
export class Direction {
  private readonly silence: Float64Array;
  /** By feature, bin and size class: the log ratio, less what the word says when unmatched. */
  private readonly gains: Float32Array;
  /** By target segment: how much each place of its bag weighs. */
  private readonly weights: Float32Array[];
  private readonly found: PackedMatches = { data: new Int32Array(0), low: 0, high: 0 };
  private readonly merged: Uint8Array;
  private readonly classes: Uint8Array;
  private readonly freeShare: number;

  constructor(
    readonly source: Side,
    readonly target: Side,
    chance: Float64Array,
    rates: MatchRates,
  ) {
    const features = target.names.length;
    this.gains = new Float32Array(features * bins * sizeClasses);
    const unmatched = new Float64Array(features);
    const sizes = Float64Array.from({ length: sizeClasses }, (_, k) => 2 ** (k / 2));
    for (let f = 0; f < features; f++) {
      const known = knownShare(chance, f, rates);
      if (known === 0) continue;
      unmatched[f] = Math.log(1 - known);
      for (let k = 0; k < sizeClasses; k++) {
        let stronger = 1;
        for (let bin = 1; bin <= bins; bin++) {
          const none = absence(chance, f, bin, sizes[k]);
          const accident = stronger - none;
          stronger = none;
          if (accident === 0) continue;
          const ratio = 1 - known + rates[bin] / accident;
          this.gains[(f * bins + bin - 1) * sizeClasses + k] =
            Math.min(ceiling, Math.log(ratio)) - unmatched[f];
        }
      }
    }
    this.freeShare = freeShares[sameLanguage(source, target) ? 'same' : 'other'];
    this.weights = target.counts.map((counts) => counts.map(damp));
    let longest = 0;
    this.silence = Float64Array.from(target.ids, (ids, j) => {
      longest = Math.max(longest, ids.length);
      let sum = 0;
      for (let k = 0; k < ids.length; k++) sum += this.weights[j][k] * unmatched[ids[k]];
      return sum;
    });
    this.merged = new Uint8Array(longest);
    this.classes = Uint8Array.from({ length: 1 << 12 }, (_, size) => sizeClass(size));
  }

  /**
   * The evidence of target segment t against source segments [i, i + p) together.
   * `locate` finds the matches of a pair, packed as in `row-matches.ts`.
   */
  weigh(i: number, p: number, t: number, locate: Locate): number {
    const { source, target, gains, merged, found } = this;
    let size = 0;
    for (let s = i; s < i + p; s++) size += source.sizes[s];
    if (size === 0) return 0;
    const k = size < this.classes.length ? this.classes[size] : sizeClass(size);
    const ids = target.ids[t];
    const weights = this.weights[t];
    let sum = this.silence[t];
    if (p === 1) {
      locate(i, t, found);
      for (let m = found.low; m < found.high; m++) {
        const place = found.data[m] >> 3;
        const bin = found.data[m] & 7;
        sum += weights[place] * gains[(ids[place] * bins + bin - 1) * sizeClasses + k];
      }
      return floored(sum, this.freeShare);
    }
    merged.fill(0, 0, ids.length);
    for (let s = i; s < i + p; s++) {
      locate(s, t, found);
      for (let m = found.low; m < found.high; m++) {
        const place = found.data[m] >> 3;
        const bin = found.data[m] & 7;
        if (merged[place] === 0 || bin < merged[place]) merged[place] = bin;
      }
    }
    for (let place = 0; place < ids.length; place++) {
      if (merged[place] === 0) continue;
      sum += weights[place] * gains[(ids[place] * bins + merged[place] - 1) * sizeClasses + k];
    }
    return floored(sum, this.freeShare);
  }
}

/**
 * The share of sentences that are rendered freely, with other words than the usual ones; two versions in one language
 * hardly have any without a word in common.
 */
const freeShares = { same: 0.001, other: 0.01 };
/** From here on words speak so clearly that freedom changes nothing that a number shows. */
const clear = 6;

/**
 * Log evidence of words, given that some sentences that correspond are free renderings: then words
 * say nothing either way. So no lack of matches counts against a pair more than `freeShares` allow.
 */
function floored(evidence: number, freeShare: number): number {
  if (evidence > clear) return evidence;
  return Math.log((1 - freeShare) * Math.exp(evidence) + freeShare);
}

/** The matches of one pair of segments, as a stretch `[low, high)` of packed data. */
export interface PackedMatches {
  data: Int32Array;
  low: number;
  high: number;
}

/** Finds the matches of target segment t in source segment s. */
export type Locate = (s: number, t: number, into: PackedMatches) => void;

/** Repeats of a word in one segment are one choice of the writer more than several. */
function damp(count: number): number {
  return count === 1 ? 1 : 1 + Math.log(count);
}

/**
 * How often any one word of the source renders each feature of the target, by bin and stronger:
 * `chance[f * (bins + 1) + bin]`, rising with the bin.
 */
export function chances(source: Side, target: Side, table: Table): Float64Array {
  const width = bins + 1;
  const chance = new Float64Array(target.names.length * width);
  const total = Math.max(1, source.total);
  for (let g = 0; g < source.names.length; g++) {
    for (let e = table.offsets[g]; e < table.offsets[g + 1]; e++) {
      chance[table.targets[e] * width + binOf(table.weights[e])] += source.frequency[g] / total;
    }
  }
  for (let f = 0; f < target.names.length; f++) {
    for (let bin = 2; bin <= bins; bin++) chance[f * width + bin] += chance[f * width + bin - 1];
  }
  return chance;
}

/** The chance that the best rendering of f among `size` random words falls in a bin. */
export function chanceOf(chance: Float64Array, f: number, bin: number, size: number): number {
  const stronger = bin === 1 ? 1 : absence(chance, f, bin - 1, size);
  return stronger - absence(chance, f, bin, size);
}

/** The chance that none among `size` random words renders f as well as a bin asks, or better. */
function absence(chance: Float64Array, f: number, bin: number, size: number): number {
  return Math.exp(-chance[f * (bins + 1) + bin] * size);
}

/** The share of f's occurrences that any of its bins should account for. */
export function knownShare(chance: Float64Array, f: number, rates: MatchRates): number {
  let known = 0;
  for (let bin = 1; bin <= bins; bin++) {
    const at = f * (bins + 1) + bin;
    if (chance[at] > (bin === 1 ? 0 : chance[at - 1])) known += rates[bin];
  }
  return known;
}
