import { sameLanguage } from '../edition/model';
import { type Band, bandSize } from './band';
import { type Bead, range, shift } from './bead';
import { familiarity } from './familiarity';
import { type LatticeOptions, type LatticeResult, type Shape, searchLattice } from './lattice';
import { LengthEvidence, type LengthModel } from './length';
import { Lexical, type Renderings } from './lexical';
import { widest } from './shapes';
import type { StructureEvidence } from './structure';
import type { Groups } from './text';
import type { Side } from './vocabulary';

/** Evidence of neighbouring words is not independent; certainty is tempered by this. */
const usualTemperature = 1.5;
/** A lattice of more weights than this would not fit in memory. */
const maxWeights = 2 ** 28;

/** All that speaks for or against segments of two texts corresponding. */
export class Evidence {
  private readonly lexical: Lexical;
  private readonly lengths: LengthEvidence | null;
  /** Sums of what familiar words say before each place; of texts in one language alone, whose words are known. */
  private readonly familiar: { a: Float64Array; b: Float64Array } | null;

  constructor(
    readonly a: Side,
    readonly b: Side,
    readonly renderings: Renderings,
    length: LengthModel | null,
    private readonly structure: StructureEvidence,
  ) {
    this.lexical = new Lexical(a, b, renderings, widest + 1);
    this.familiar =
      length && sameLanguage(a, b)
        ? {
            a: summed(familiarity(a, b, renderings.backward)),
            b: summed(familiarity(b, a, renderings.forward)),
          }
        : null;
    this.lengths = length && new LengthEvidence(length, a.lengths, b.lengths, widest);
  }

  /** Makes a's segment i ready to be weighed with b's [from, to); the last few rows stay so. */
  openRow(i: number, from: number, to: number): void {
    this.lexical.openRow(i, from, to);
  }

  /** Log ratio to chance that a's p segments before i correspond to b's q before j; p, q ≥ 1. */
  weigh(i: number, p: number, j: number, q: number): number {
    // Shapes that lengths rule out are not worth the words.
    if (p + q > 2 && this.lengths) {
      const ratio = this.lengths.ratio(i, p, j, q);
      if (ratio > 4 || ratio < 0.25) return Number.NEGATIVE_INFINITY;
    }
    const { familiar } = this;
    return (
      (familiar ? familiar.a[i] - familiar.a[i - p] + familiar.b[j] - familiar.b[j - q] : 0) +
      (this.lengths ? this.lengths.of(i, p, j, q) : 0) +
      this.lexical.weigh(i - p, p, j - q, q) +
      this.structure(i - p, p, j - q, q)
    );
  }
}

/** For each place between values, the sum of those before it. */
function summed(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, k) => {
    sums[k + 1] = sums[k] + value;
  });
  return sums;
}

export interface SearchOptions extends LatticeOptions {
  /** Beads stay within these; only for searches of whole texts. */
  groups?: Groups;
  /** The segments that the band's first row and column stand for. */
  start?: readonly [number, number];
  /** Divides log weights: see `searchLattice`. */
  temperature?: number;
}

/** The best monotone beads within a band. */
export function search(
  evidence: Evidence,
  band: Band,
  shapes: readonly Shape[],
  { groups, start = [0, 0], temperature = usualTemperature, ...options }: SearchOptions = {},
): LatticeResult {
  const n = band.from.length - 1;
  const m = band.to[n];
  const [i0, j0] = start;
  if (bandSize(band) * shapes.length > maxWeights)
    return {
      beads: shift(byLengthAlone(n, m), i0, j0),
      counts: new Float64Array(shapes.length),
      support: band,
    };
  let opened = 0;
  const score = (s: number, i: number, j: number): number => {
    const { p, q, prior } = shapes[s];
    while (opened < i) {
      // Beads that end at this row or later may reach back over columns below its own bounds.
      const low = Math.max(0, band.from[opened] - widest);
      const high = Math.min(m, band.to[Math.min(n, opened + widest)]);
      evidence.openRow(i0 + opened, j0 + low, j0 + high);
      opened++;
    }
    if (groups && !sameGroup(groups, i, p, j, q)) return Number.NEGATIVE_INFINITY;
    return p === 0 || q === 0 ? prior : prior + evidence.weigh(i0 + i, p, j0 + j, q);
  };
  const found = searchLattice(n, m, band, shapes, score, temperature, options);
  return i0 === 0 && j0 === 0 ? found : { ...found, beads: shift(found.beads, i0, j0) };
}

/** Whether the bead that ends at (i, j) lies in one group of both sides. */
function sameGroup(groups: Groups, i: number, p: number, j: number, q: number): boolean {
  const group = p > 0 ? groups.a[i - 1] : groups.b[j - 1];
  return (
    (p === 0 || groups.a[i - p] === group) &&
    (q === 0 || (groups.b[j - q] === group && groups.b[j - 1] === group))
  );
}

/** When nothing bounds the search: pairs in proportion, with no certainty claimed. */
function byLengthAlone(n: number, m: number): Bead[] {
  const short = Math.min(n, m);
  const part = (k: number, whole: number) => {
    const from = Math.floor((k * whole) / short);
    return range(from, Math.floor(((k + 1) * whole) / short) - from);
  };
  return range(0, short).map((k) => ({ a: part(k, n), b: part(k, m), score: 0 }));
}
