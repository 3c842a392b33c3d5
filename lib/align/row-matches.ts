import { binOf, type PackedMatches } from './matching';
import type { Side, Table } from './vocabulary';

/** Matches of one segment with a run of others, packed so that rows are reused, not made anew. */
interface PackedRow {
  from: number;
  to: number;
  /** Where the matches of each column begin in `data`. */
  starts: Int32Array;
  /** A place in a bag and the bin of its best match there: `place * 8 + bin`. */
  data: Int32Array;
}

const emptyRow = (): PackedRow => ({
  from: 0,
  to: 0,
  starts: new Int32Array(64),
  data: new Int32Array(1024),
});

/**
 * Best matches between segments of a and of b, both ways, a row of a's at a time; the last
 * `depth` rows are kept. `forward` holds places in b's bags, `backward` places in a's.
 */
export class RowMatches {
  private readonly rows: { forward: PackedRow; backward: PackedRow }[];
  private readonly entryBins: Uint8Array;
  /** By feature of b: its strongest bin in the row's segment, and the head of its list. */
  private readonly best: Uint8Array;
  private readonly heads: Int32Array;
  // Lists of (place in a's bag, bin) by feature of b, as linked cells.
  private cellNext = new Int32Array(4096);
  private cellPlace = new Int32Array(4096);
  private cellBin = new Uint8Array(4096);
  private strongest = new Uint8Array(256);

  constructor(
    private readonly a: Side,
    private readonly b: Side,
    private readonly table: Table,
    depth: number,
  ) {
    this.rows = Array.from({ length: depth }, () => ({
      forward: emptyRow(),
      backward: emptyRow(),
    }));
    this.entryBins = Uint8Array.from(table.weights, binOf);
    this.best = new Uint8Array(b.names.length);
    this.heads = new Int32Array(b.names.length).fill(-1);
  }

  /** Computes the matches of a's segment i with b's segments [from, to). */
  open(i: number, from: number, to: number): void {
    const { a, b, best, heads } = this;
    const { offsets, targets } = this.table;
    const ids = a.ids[i];
    const { forward, backward } = this.rows[i % this.rows.length];
    begin(forward, from, to);
    begin(backward, from, to);
    const cells = this.listRenderings(ids);
    if (this.strongest.length < ids.length) this.strongest = new Uint8Array(ids.length * 2);
    const strongest = this.strongest;
    let [f, w] = [0, 0];
    for (let j = from; j < to; j++) {
      const bag = b.ids[j];
      forward.data = withRoom(forward.data, f + bag.length);
      backward.data = withRoom(backward.data, w + ids.length);
      strongest.fill(0, 0, ids.length);
      for (let place = 0; place < bag.length; place++) {
        const g = bag[place];
        if (best[g] === 0) continue;
        forward.data[f++] = place * 8 + best[g];
        for (let cell = heads[g]; cell >= 0; cell = this.cellNext[cell]) {
          const k = this.cellPlace[cell];
          const bin = this.cellBin[cell];
          if (strongest[k] === 0 || bin < strongest[k]) strongest[k] = bin;
        }
      }
      for (let k = 0; k < ids.length; k++) {
        if (strongest[k] > 0) backward.data[w++] = k * 8 + strongest[k];
      }
      forward.starts[j - from + 1] = f;
      backward.starts[j - from + 1] = w;
    }
    if (cells > 0) {
      for (let k = 0; k < ids.length; k++) {
        for (let e = offsets[ids[k]]; e < offsets[ids[k] + 1]; e++) {
          best[targets[e]] = 0;
          heads[targets[e]] = -1;
        }
      }
    }
  }

  /** Lists, for each feature of b, the places of a bag that render it. @returns how many cells. */
  private listRenderings(ids: Int32Array): number {
    const { best, heads, entryBins } = this;
    const { offsets, targets } = this.table;
    let cells = 0;
    for (let k = 0; k < ids.length; k++) {
      const room = cells + offsets[ids[k] + 1] - offsets[ids[k]];
      if (room > this.cellNext.length) this.growCells(room * 2);
      for (let e = offsets[ids[k]]; e < offsets[ids[k] + 1]; e++) {
        const bin = entryBins[e];
        if (bin === 0) continue;
        const g = targets[e];
        if (best[g] === 0 || bin < best[g]) best[g] = bin;
        this.cellPlace[cells] = k;
        this.cellBin[cells] = bin;
        this.cellNext[cells] = heads[g];
        heads[g] = cells++;
      }
    }
    return cells;
  }

  private growCells(size: number): void {
    const grown = <T extends Int32Array | Uint8Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.cellNext = grown(this.cellNext, new Int32Array(size));
    this.cellPlace = grown(this.cellPlace, new Int32Array(size));
    this.cellBin = grown(this.cellBin, new Uint8Array(size));
  }

  /** Points `into` at the matches of places in b's segment j, found in a's segment i. */
  forward(i: number, j: number, into: PackedMatches): void {
    find(this.rows[i % this.rows.length].forward, j, into);
  }

  /** Points `into` at the matches of places in a's segment i, found in b's segment j. */
  backward(i: number, j: number, into: PackedMatches): void {
    find(this.rows[i % this.rows.length].backward, j, into);
  }
}

function begin(row: PackedRow, from: number, to: number): void {
  row.from = from;
  row.to = to;
  if (row.starts.length < to - from + 1) row.starts = new Int32Array((to - from + 1) * 2);
  row.starts[0] = 0;
}

function withRoom(data: Int32Array, size: number): Int32Array {
  if (data.length >= size) return data;
  const grown = new Int32Array(size * 2);
  grown.set(data);
  return grown;
}

function find({ from, to, starts, data }: PackedRow, j: number, into: PackedMatches): void {
  into.data = data;
  const inside = j >= from && j < to;
  into.low = inside ? starts[j - from] : 0;
  into.high = inside ? starts[j - from + 1] : 0;
}
