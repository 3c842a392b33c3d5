import type { Side, Table } from './vocabulary';

/**
 * Evidence from words that two groups of segments say the same.
 *
 * For a feature f of b, let m(f, i) be the mass of its renderings in segment i of a: the sum,
 * over the features of i, of their table weight towards f. If i is what f was written for, its
 * renderings are thicker there than in the edition at large:
 *
 *     r = (m(f, i) / size(i)) / (m(f, all of a) / size(all of a))
 *
 * and f speaks for the pair with log(1 − κ + κ·r), where κ is how often words are rendered by
 * ones the table knows. Common words come out near 0 by themselves (their r is near 1), words
 * with no known rendering say nothing, absent renderings speak against. This is Moore's (2002)
 * use of IBM Model 1 as a likelihood ratio against chance, with the unknown scale of a
 * dictionary's weights cancelled. Both directions are averaged.
 */
export interface LexicalOptions {
  /** κ: the share of words whose known renderings are expected. */
  reliability: number;
}

/** The matches of one segment pair, in one direction: places in the target's bag, and masses. */
interface Matches {
  places: Int32Array;
  masses: Float32Array;
}

/** Mass below which a feature's renderings are too few to trust their concentration. */
const smoothing = 0.3;
/** No single word may decide an alignment: log ratios are capped here (a factor of about 90). */
const ceiling = 4.5;

/** One direction: features of `target` explained by segments of `source`. */
class Direction {
  private readonly source: Side;
  private readonly target: Side;
  private readonly table: Table;
  private readonly scratch: Float32Array;
  /** For each target feature: its rendering mass in the whole source, over the source's size. */
  private readonly expected: Float64Array;
  /** For each target segment: what it costs if nothing in it is matched. */
  private readonly silence: Float64Array;
  private readonly kappa: number;
  private readonly unmatched: number;
  private readonly merge: Float32Array;

  constructor(source: Side, target: Side, table: Table, kappa: number) {
    this.source = source;
    this.target = target;
    this.table = table;
    this.kappa = kappa;
    this.unmatched = Math.log(1 - kappa);
    this.scratch = new Float32Array(target.names.length);
    const mass = new Float64Array(target.names.length);
    for (let f = 0; f < source.names.length; f++) {
      for (let k = table.offsets[f]; k < table.offsets[f + 1]; k++) {
        mass[table.targets[k]] += table.weights[k] * source.frequency[f];
      }
    }
    const total = Math.max(1, source.total);
    this.expected = mass.map((m) => (m > 0 ? (m + smoothing) / total : 0));
    let longest = 0;
    this.silence = Float64Array.from(target.ids, (ids, j) => {
      longest = Math.max(longest, ids.length);
      let sum = 0;
      for (let k = 0; k < ids.length; k++) {
        if (this.expected[ids[k]] > 0) sum += damp(target.counts[j][k]) * this.unmatched;
      }
      return sum;
    });
    this.merge = new Float32Array(longest);
  }

  /** Calls `visit` with the matches of source segment i in each target segment of [from, to). */
  matchRow(
    i: number,
    from: number,
    to: number,
    visit: (j: number, matches: Matches) => void,
  ): void {
    const { source, target, table, scratch } = this;
    const ids = source.ids[i];
    const counts = source.counts[i];
    for (let k = 0; k < ids.length; k++) {
      for (let e = table.offsets[ids[k]]; e < table.offsets[ids[k] + 1]; e++) {
        scratch[table.targets[e]] += table.weights[e] * counts[k];
      }
    }
    for (let j = from; j < to; j++) visit(j, this.collect(target.ids[j]));
    for (let k = 0; k < ids.length; k++) {
      for (let e = table.offsets[ids[k]]; e < table.offsets[ids[k] + 1]; e++) {
        scratch[table.targets[e]] = 0;
      }
    }
  }

  private collect(bag: Int32Array): Matches {
    let size = 0;
    for (let k = 0; k < bag.length; k++) if (this.scratch[bag[k]] > 0) size++;
    const places = new Int32Array(size);
    const masses = new Float32Array(size);
    for (let k = 0, at = 0; at < size; k++) {
      const mass = this.scratch[bag[k]];
      if (mass > 0) {
        places[at] = k;
        masses[at++] = mass;
      }
    }
    return { places, masses };
  }

  /**
   * The evidence of target segments [j, j + q) against source segments [i, i + p) together.
   * `get(i, j)` gives the matches of a pair.
   */
  weigh(
    i: number,
    p: number,
    j: number,
    q: number,
    get: (i: number, j: number) => Matches,
  ): number {
    const { source, target, expected, merge, kappa, unmatched } = this;
    let size = 0;
    for (let s = i; s < i + p; s++) size += source.sizes[s];
    if (size === 0) return 0;
    let sum = 0;
    for (let t = j; t < j + q; t++) {
      const bag = target.ids[t];
      const counts = target.counts[t];
      sum += this.silence[t];
      if (p > 1) merge.fill(0, 0, bag.length);
      const single = p === 1 ? get(i, t) : null;
      if (single) {
        for (let k = 0; k < single.places.length; k++) {
          const place = single.places[k];
          const ratio = single.masses[k] / (size * expected[bag[place]]);
          sum +=
            damp(counts[place]) *
            (Math.min(ceiling, Math.log(1 - kappa + kappa * ratio)) - unmatched);
        }
        continue;
      }
      for (let s = i; s < i + p; s++) {
        const { places, masses } = get(s, t);
        for (let k = 0; k < places.length; k++) merge[places[k]] += masses[k];
      }
      for (let k = 0; k < bag.length; k++) {
        if (merge[k] === 0) continue;
        const ratio = merge[k] / (size * expected[bag[k]]);
        sum +=
          damp(counts[k]) * (Math.min(ceiling, Math.log(1 - kappa + kappa * ratio)) - unmatched);
      }
    }
    return sum;
  }
}

/** Repeats of a word in one segment are one choice of the writer more than several. */
function damp(count: number): number {
  return count === 1 ? 1 : 1 + Math.log(count);
}

/**
 * Lexical evidence between two sides, computed row by row: `openRow(i)` must have been called
 * for each source row a bead touches, and the last `depth` rows are kept.
 */
export class Lexical {
  private readonly forward: Direction;
  private readonly backward: Direction;
  private readonly a: Side;
  private readonly rows: { i: number; from: number; forward: Matches[]; backward: Matches[] }[];

  constructor(
    a: Side,
    b: Side,
    table: Table,
    reverse: Table,
    options: LexicalOptions,
    depth: number,
  ) {
    this.a = a;
    this.forward = new Direction(a, b, table, options.reliability);
    this.backward = new Direction(b, a, reverse, options.reliability);
    this.rows = Array.from({ length: depth }, () => ({
      i: -1,
      from: 0,
      forward: [],
      backward: [],
    }));
    this.reversed = reverse;
    this.b = b;
  }
  private readonly reversed: Table;
  private readonly b: Side;
  private slots: Int32Array | null = null;

  /** Computes the matches of a's segment i with b's segments [from, to). */
  openRow(i: number, from: number, to: number): void {
    const row = this.rows[i % this.rows.length];
    row.i = i;
    row.from = from;
    row.forward = [];
    row.backward = [];
    this.forward.matchRow(i, from, to, (_, matches) => row.forward.push(matches));
    // Backwards, segment j explains i: the mass of each place of i's bag, from j's features.
    const ids = this.a.ids[i];
    this.slots ??= new Int32Array(this.a.names.length).fill(-1);
    for (let k = 0; k < ids.length; k++) this.slots[ids[k]] = k;
    const mass = new Float32Array(ids.length);
    for (let j = from; j < to; j++) {
      mass.fill(0);
      let size = 0;
      const bag = this.b.ids[j];
      for (let k = 0; k < bag.length; k++) {
        for (let e = this.reversed.offsets[bag[k]]; e < this.reversed.offsets[bag[k] + 1]; e++) {
          const slot = this.slots[this.reversed.targets[e]];
          if (slot < 0) continue;
          if (mass[slot] === 0) size++;
          mass[slot] += this.reversed.weights[e] * this.b.counts[j][k];
        }
      }
      const places = new Int32Array(size);
      const masses = new Float32Array(size);
      for (let k = 0, at = 0; at < size; k++) {
        if (mass[k] === 0) continue;
        places[at] = k;
        masses[at++] = mass[k];
      }
      row.backward.push({ places, masses });
    }
    for (let k = 0; k < ids.length; k++) this.slots[ids[k]] = -1;
  }

  private readonly getForward = (i: number, j: number): Matches => {
    const row = this.rows[i % this.rows.length];
    return row.forward[j - row.from] ?? nothing;
  };
  private readonly getBackward = (j: number, i: number): Matches => {
    const row = this.rows[i % this.rows.length];
    return row.backward[j - row.from] ?? nothing;
  };

  /** Log ratio, mean of both directions, that a's [i, i+p) and b's [j, j+q) correspond. */
  weigh(i: number, p: number, j: number, q: number): number {
    return (
      (this.forward.weigh(i, p, j, q, this.getForward) +
        this.backward.weigh(j, q, i, p, this.getBackward)) /
      2
    );
  }
}

const nothing: Matches = { places: new Int32Array(0), masses: new Float32Array(0) };
