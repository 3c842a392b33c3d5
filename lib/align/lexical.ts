import { type Bead, isPaired } from './bead';
import {
  binOf,
  bins,
  chanceOf,
  chances,
  Direction,
  knownShare,
  type Locate,
  type MatchRates,
} from './matching';
import { RowMatches } from './row-matches';
import { type Entries, type Side, type Table, tableOf } from './vocabulary';

/** What words are known to render each other, both ways, and how far that can be relied on. */
export interface Renderings {
  forward: Table;
  backward: Table;
  /** Chances of b's features in a, and of a's in b. */
  chances: { forward: Float64Array; backward: Float64Array };
  rates: { forward: MatchRates; backward: MatchRates };
}

/** Rates before any bead is known. They are only a start: the texts themselves correct them. */
export const usualRates = {
  same: Float64Array.of(0, 0.55, 0.05, 0.05, 0.03),
  dictionary: Float64Array.of(0, 0.3, 0.12, 0.08, 0.05),
  other: Float64Array.of(0, 0.3, 0.1, 0.05, 0.05),
};

/** @param start the rates to begin with, in both directions. */
export function prepareRenderings(
  a: Side,
  b: Side,
  entries: Entries,
  start: MatchRates,
): Renderings {
  const forward = tableOf(a.names.length, entries);
  const backward = tableOf(
    b.names.length,
    entries.map(([x, y, weight]) => [y, x, weight]),
  );
  return {
    forward,
    backward,
    chances: { forward: chances(a, b, forward), backward: chances(b, a, backward) },
    rates: { forward: start, backward: start },
  };
}

/** The same renderings, with the rates that sure beads show. */
export function withLearnedRates(
  a: Side,
  b: Side,
  known: Renderings,
  beads: readonly Bead[],
): Renderings {
  const sure = beads.filter((bead) => bead.score > 0.6 && isPaired(bead));
  if (sure.length < 8) return known;
  const { forward, backward, chances: chance, rates } = known;
  return {
    ...known,
    rates: {
      forward: learnRates(
        a,
        b,
        forward,
        chance.forward,
        rates.forward,
        sure.map((bead) => [bead.a, bead.b]),
      ),
      backward: learnRates(
        b,
        a,
        backward,
        chance.backward,
        rates.backward,
        sure.map((bead) => [bead.b, bead.a]),
      ),
    },
  };
}

/** Beads that rates are learned from, at most; more would teach nothing new. */
const sample = 1500;
/** Words' worth of faith in the rates begun with. */
const faith = 60;

/** EM for the rates of one direction: a match is a rendering or an accident, in some share. */
function learnRates(
  source: Side,
  target: Side,
  table: Table,
  chance: Float64Array,
  start: MatchRates,
  pairs: [number[], number[]][],
): MatchRates {
  const step = Math.max(1, Math.floor(pairs.length / sample));
  const words: { f: number; bin: number; size: number }[] = [];
  const strengths = new Float32Array(target.names.length);
  for (let at = 0; at < pairs.length; at += step) {
    const [from, to] = pairs[at];
    const touched: number[] = [];
    let size = 0;
    for (const i of from) {
      size += source.sizes[i];
      for (const g of source.ids[i]) {
        for (let e = table.offsets[g]; e < table.offsets[g + 1]; e++) {
          const f = table.targets[e];
          if (strengths[f] === 0) touched.push(f);
          strengths[f] = Math.max(strengths[f], table.weights[e]);
        }
      }
    }
    for (const j of to)
      for (const f of target.ids[j]) words.push({ f, bin: binOf(strengths[f]), size });
    for (const f of touched) strengths[f] = 0;
  }
  let rates = start;
  const width = bins + 1;
  for (let round = 0; round < 4; round++) {
    const rendered = start.map((rate) => rate * faith);
    const able = new Float64Array(width).fill(faith);
    for (const { f, bin, size } of words) {
      for (let k = 1; k <= bins; k++) {
        if (chance[f * width + k] > (k === 1 ? 0 : chance[f * width + k - 1])) able[k]++;
      }
      if (bin === 0) continue;
      const accident = (1 - knownShare(chance, f, rates)) * chanceOf(chance, f, bin, size);
      rendered[bin] += rates[bin] / (rates[bin] + accident);
    }
    // Some doubt is kept, so that absence is never proof.
    const next = rendered.map((count, k) => (k === 0 ? 0 : count / able[k]));
    const sum = next.reduce((x, y) => x + y, 0);
    rates = sum > 0.9 ? next.map((rate) => (rate * 0.9) / sum) : next;
  }
  return rates;
}

/** Values by column, from column `from` on; NaN where none has been computed. */
interface Columns {
  from: number;
  width: number;
  values: Float64Array;
}

const noColumns = (): Columns => ({ from: 0, width: 0, values: new Float64Array(0) });

function begin(columns: Columns, from: number, to: number): void {
  columns.from = from;
  columns.width = Math.max(0, to - from);
  if (columns.values.length < columns.width)
    columns.values = new Float64Array(2 * columns.width).fill(Number.NaN);
  else columns.values.fill(Number.NaN, 0, columns.width);
}

/**
 * Lexical evidence between two sides, computed row by row: `openRow(i)` must have been called
 * for each source row a bead touches, and the last `depth` rows are kept.
 *
 * Beads of many shapes have segments of one side in common. What a segment says of a run of the
 * other side is computed once for all of them.
 */
export class Lexical {
  private readonly forward: Direction;
  private readonly backward: Direction;
  private readonly matches: RowMatches;
  /** By p: what each segment of b says of the p segments of a that end with the row opened last. */
  private readonly inColumns: Columns[];
  /** By row and q: what a's segment says of the q segments of b from each column on. */
  private readonly inRows: Columns[][];
  /** The end of the row opened last. */
  private end = 0;

  constructor(
    a: Side,
    b: Side,
    known: Renderings,
    private readonly depth: number,
  ) {
    this.forward = new Direction(a, b, known.chances.forward, known.rates.forward);
    this.backward = new Direction(b, a, known.chances.backward, known.rates.backward);
    this.matches = new RowMatches(a, b, known.forward, depth);
    this.inColumns = Array.from({ length: depth }, noColumns);
    this.inRows = Array.from({ length: depth }, () => Array.from({ length: depth }, noColumns));
  }

  /** Computes the matches of a's segment i with b's segments [from, to). */
  openRow(i: number, from: number, to: number): void {
    this.matches.open(i, from, to);
    for (const columns of this.inColumns) begin(columns, from, to);
    for (const columns of this.inRows[i % this.depth]) begin(columns, from, to);
    this.end = i + 1;
  }

  private readonly inB: Locate = (i, j, into) => this.matches.forward(i, j, into);
  private readonly inA: Locate = (j, i, into) => this.matches.backward(i, j, into);

  /** Log ratio, mean of both directions, that a's [i, i+p) and b's [j, j+q) correspond. */
  weigh(i: number, p: number, j: number, q: number): number {
    let forward = 0;
    for (let t = j; t < j + q; t++) forward += this.ofColumn(i, p, t);
    let backward = 0;
    for (let s = i; s < i + p; s++) backward += this.ofRow(j, q, s);
    return (forward + backward) / 2;
  }

  private ofColumn(i: number, p: number, t: number): number {
    const { from, width, values } = this.inColumns[p];
    const k = t - from;
    if (k < 0 || k >= width || i + p !== this.end) return this.forward.weigh(i, p, t, this.inB);
    if (Number.isNaN(values[k])) values[k] = this.forward.weigh(i, p, t, this.inB);
    return values[k];
  }

  private ofRow(j: number, q: number, s: number): number {
    const { from, width, values } = this.inRows[s % this.depth][q];
    const k = j - from;
    if (k < 0 || k >= width) return this.backward.weigh(j, q, s, this.inA);
    if (Number.isNaN(values[k])) values[k] = this.backward.weigh(j, q, s, this.inA);
    return values[k];
  }
}
