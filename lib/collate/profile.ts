import { type Band, fullBand, rising } from '../align/band';
import { anchorsOf, chainOfUnique } from './anchors';
import { bestPath, type Place } from './best-path';
import { type Columns, columnWords, type Profile, sameThroughout } from './columns';
import type { Step } from './facing';
import type { Words } from './words';

export type { Profile } from './columns';

/** Lattices of more cells are first cut at words unique in both. */
const maxCells = 3_000_000;
/** Where texts cannot be cut, the number of cells around the diagonal that are searched. */
const maxBandCells = 12_000_000;
/** A narrower band finds nothing but what stands at the same place. */
const narrowestBand = 16;
/** The share of the shorter stretch that has to have its equal for a search in a band to be worth it. */
const minSharedShare = 0.5;

/**
 * Aligns two profiles: Gotoh's (1982) affine gaps over columns, cut at unique words where long.
 *
 * @param near the cells to search, where it is known about where the columns belong.
 */
export function mergeProfiles(a: Profile, b: Profile, words: Words, near?: Band): Profile {
  const merger = new Merger(a, b);
  const [columnsA, columnsB] = [columnWords(a, words), columnWords(b, words)];
  if (near) {
    const place = { a: columnsA, i0: 0, b: columnsB, j0: 0 };
    for (const [i, j] of bestPath(place, near, words)) merger.emit(i, j);
    return merger.result();
  }
  for (const [i0, i1, j0, j1] of stretches(columnsA, columnsB)) {
    alignStretch(columnsA, i0, i1, columnsB, j0, j1, words, merger);
  }
  return merger.result();
}

/** Writes the columns of two profiles into one, in pairs or alone. */
class Merger {
  private readonly widthA: number;
  private readonly widthB: number;
  private cells: Int32Array;
  private at = 0;

  constructor(
    private readonly a: Profile,
    private readonly b: Profile,
  ) {
    this.widthA = a.witnesses.length;
    this.widthB = b.witnesses.length;
    this.cells = new Int32Array((this.widthA + this.widthB) * (a.length + b.length));
  }

  /** The next column: a's i and b's j, either −1 for none. */
  emit(i: number, j: number): void {
    const { widthA, widthB, cells } = this;
    for (let k = 0; k < widthA; k++) cells[this.at++] = i < 0 ? -1 : this.a.cells[i * widthA + k];
    for (let k = 0; k < widthB; k++) cells[this.at++] = j < 0 ? -1 : this.b.cells[j * widthB + k];
  }

  result(): Profile {
    const width = this.widthA + this.widthB;
    return {
      witnesses: [...this.a.witnesses, ...this.b.witnesses],
      length: this.at / width,
      cells: this.cells.slice(0, this.at),
    };
  }
}

type Stretch = [i0: number, i1: number, j0: number, j1: number];

/** Short pairs whole; long ones cut where a word is unique in both, again and again. */
function stretches(a: Columns, b: Columns): Stretch[] {
  const done: Stretch[] = [];
  const open: Stretch[] = [[0, a.length, 0, b.length]];
  while (open.length > 0) {
    const [i0, i1, j0, j1] = open.pop()!;
    const cells = (i1 - i0) * (j1 - j0);
    if (cells > maxCells) {
      // What is equal at both ends is certain, and may hide that a word between is unique.
      const [head, tail] = equalEnds(a, i0, i1, b, j0, j1);
      const rest = Math.min(i1 - i0, j1 - j0) - head - tail;
      if (rest === 0) {
        done.push([i0, i1, j0, j1]);
        continue;
      }
      if (head + tail > 0) {
        if (tail > 0) open.push([i1 - tail, i1, j1 - tail, j1]);
        open.push([i0 + head, i1 - tail, j0 + head, j1 - tail]);
        if (head > 0) done.push([i0, i0 + head, j0, j0 + head]);
        continue;
      }
    }
    const search = cells > maxCells ? anchorsOf : chainOfUnique;
    const anchors =
      cells > 10_000 ? search(a, i0, i1, b, j0, j1).filter(([i, j]) => i > i0 || j > j0) : [];
    // A lattice that fits is searched whole unless anchors are plenty: they may mislead.
    const trusted = cells > maxCells || anchors.length > 0.2 * Math.min(i1 - i0, j1 - j0);
    if (anchors.length === 0 || !trusted) {
      done.push([i0, i1, j0, j1]);
      continue;
    }
    let [i, j] = [i1, j1];
    for (const [x, y] of anchors.reverse()) {
      open.push([x, i, y, j]);
      [i, j] = [x, y];
    }
    open.push([i0, i, j0, j]);
  }
  return done;
}

/** How many columns are equal at the head and, after them, at the tail of two stretches. */
function equalEnds(
  a: Columns,
  i0: number,
  i1: number,
  b: Columns,
  j0: number,
  j1: number,
): [head: number, tail: number] {
  const most = Math.min(i1 - i0, j1 - j0);
  let head = 0;
  while (head < most && sameThroughout(a, i0 + head, b, j0 + head)) head++;
  let tail = 0;
  while (head + tail < most && sameThroughout(a, i1 - tail - 1, b, j1 - tail - 1)) tail++;
  return [head, tail];
}

/** Aligns a stretch: what is equal at its head and tail, and the best path between. */
function alignStretch(
  a: Columns,
  i0: number,
  i1: number,
  b: Columns,
  j0: number,
  j1: number,
  words: Words,
  merger: Merger,
): void {
  const [head, tail] = equalEnds(a, i0, i1, b, j0, j1);
  for (let k = 0; k < head; k++) merger.emit(i0 + k, j0 + k);
  const place = { a, i0: i0 + head, b, j0: j0 + head };
  const [n, m] = [i1 - i0 - head - tail, j1 - j0 - head - tail];
  if (n === 1 && m === 1) merger.emit(place.i0, place.j0);
  else {
    const band = n === 0 || m === 0 ? null : bandFor(place, n, m);
    const steps = band ? bestPath(place, band, words) : [];
    if (steps.length > 0 && (n * m <= maxCells || isWorthIt(place, steps, n, m))) {
      for (const [i, j] of steps) merger.emit(i, j);
    } else {
      // Wholly different and long: one after the other, which costs nothing and claims nothing.
      for (let i = 0; i < n; i++) merger.emit(place.i0 + i, -1);
      for (let j = 0; j < m; j++) merger.emit(-1, place.j0 + j);
    }
  }
  for (let k = tail; k > 0; k--) merger.emit(i1 - k, j1 - k);
}

/** The cells to search: all that there are, or those about the diagonal; null where that does not help. */
function bandFor({ a, i0, b, j0 }: Place, n: number, m: number): Band | null {
  if (n * m <= maxCells) return fullBand(n, m);
  const half = Math.floor((maxBandCells / (n + 1) - 1) / 2);
  if (half < Math.max(narrowestBand, m / n) || !shareWords(a, i0, n, b, j0, m)) return null;
  const middle = Int32Array.from({ length: n + 1 }, (_, i) => Math.round((i * m) / n));
  return rising(
    {
      from: middle.map((j) => Math.max(0, j - half)),
      to: middle.map((j) => Math.min(m, j + half)),
    },
    m,
  );
}

/** Whether enough words of the shorter stretch stand in the other, wherever. */
function shareWords(a: Columns, i0: number, n: number, b: Columns, j0: number, m: number): boolean {
  const counts = new Map<number, number>();
  for (let k = a.starts[i0]; k < a.starts[i0 + n]; k++)
    counts.set(a.ids[k], (counts.get(a.ids[k]) ?? 0) + 1);
  let shared = 0;
  for (let k = b.starts[j0]; k < b.starts[j0 + m]; k++) {
    const count = counts.get(b.ids[k]) ?? 0;
    if (count === 0) continue;
    counts.set(b.ids[k], count - 1);
    shared++;
  }
  return shared >= minSharedShare * Math.min(n, m);
}

/** Whether a path through a band sets enough equal words in one column. */
function isWorthIt({ a, b }: Place, steps: readonly Step[], n: number, m: number): boolean {
  let equal = 0;
  for (const [i, j] of steps) if (i >= 0 && j >= 0 && shareWords(a, i, 1, b, j, 1)) equal++;
  return equal >= minSharedShare * Math.min(n, m);
}
