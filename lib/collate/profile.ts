import { anchorsOf, chainOfUnique } from './anchors';
import { faceSteps, type Step } from './facing';
import { markWorth, type Words, weights } from './words';

/**
 * Some witnesses aligned: column by column, which token each has there (−1 for none), in the order
 * of `witnesses`; all columns in one array.
 */
export interface Profile {
  witnesses: number[];
  length: number;
  cells: Int32Array;
}

const openGap = 0.7;
const extendGap = 0.08;
/** To set two different words in one column is better than two gaps, if only just. */
const mismatch = -0.5;
const contentMismatch = -0.35;
/** Lattices of more cells are first cut at words unique in both; larger stretches stay apart. */
const mostCells = 3_000_000;

/** Aligns two profiles: Gotoh's (1982) affine gaps over columns, cut at unique words where long. */
export function mergeProfiles(a: Profile, b: Profile, words: Words): Profile {
  const merger = new Merger(a, b);
  const [columnsA, columnsB] = [columnWords(a, words), columnWords(b, words)];
  for (const [i0, i1, j0, j1] of stretches(columnsA, columnsB)) {
    if (i0 === i1 || j0 === j1 || (i1 - i0) * (j1 - j0) > mostCells) {
      // Wholly different and long: one after the other, which costs nothing and claims nothing.
      for (let i = i0; i < i1; i++) merger.emit(i, -1);
      for (let j = j0; j < j1; j++) merger.emit(-1, j);
    } else alignStretch(columnsA, i0, i1, columnsB, j0, j1, words, merger);
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

/** The different words of each column, with the share of the witnesses that have each. */
export interface Columns {
  length: number;
  /** Where the words of each column begin. */
  starts: Int32Array;
  ids: Int32Array;
  shares: Float32Array;
  /** 1 where a witness ends a paragraph. */
  ends: Uint8Array;
}

function columnWords({ witnesses, length, cells }: Profile, words: Words): Columns {
  const width = witnesses.length;
  const starts = new Int32Array(length + 1);
  const ids = new Int32Array(cells.length);
  const shares = new Float32Array(cells.length);
  const ends = new Uint8Array(length);
  let end = 0;
  for (let c = 0; c < length; c++) {
    const start = end;
    for (let k = 0; k < width; k++) {
      const token = cells[c * width + k];
      if (token < 0) continue;
      const id = words.ids[witnesses[k]][token];
      ends[c] |= words.ends[witnesses[k]][token];
      let at = start;
      while (at < end && ids[at] !== id) at++;
      ids[at] = id;
      if (at === end) {
        shares[at] = 1;
        end++;
      } else shares[at]++;
    }
    for (let at = start; at < end; at++) shares[at] /= width;
    starts[c + 1] = end;
  }
  return { length, starts, ids, shares, ends };
}

/** Whether two columns hold one word, and every witness has it. */
function sameThroughout(a: Columns, i: number, b: Columns, j: number): boolean {
  const [x, y] = [a.starts[i], b.starts[j]];
  return a.ids[x] === b.ids[y] && a.shares[x] === 1 && b.shares[y] === 1;
}

type Stretch = [i0: number, i1: number, j0: number, j1: number];

/** Short pairs whole; long ones cut where a word is unique in both, again and again. */
function stretches(a: Columns, b: Columns): Stretch[] {
  const done: Stretch[] = [];
  const open: Stretch[] = [[0, a.length, 0, b.length]];
  while (open.length > 0) {
    const [i0, i1, j0, j1] = open.pop()!;
    const cells = (i1 - i0) * (j1 - j0);
    const search = cells > mostCells ? anchorsOf : chainOfUnique;
    const anchors =
      cells > 10_000 ? search(a, i0, i1, b, j0, j1).filter(([i, j]) => i > i0 || j > j0) : [];
    // A lattice that fits is searched whole unless anchors are plenty: they may mislead.
    const trusted = cells > mostCells || anchors.length > 0.2 * Math.min(i1 - i0, j1 - j0);
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

/** What it is worth to set two columns as one: their words, and that both end a paragraph. */
function columnScore(a: Columns, i: number, b: Columns, j: number, words: Words): number {
  return wordScore(a, i, b, j, words) + (a.ends[i] & b.ends[j] ? bothEnd : 0);
}

/** Ends of paragraphs hold together, whatever the words there: about as much as an equal word does. */
const bothEnd = 0.6;

/** What it is worth to set the words of two columns as one, −1 to 1. */
function wordScore(a: Columns, i: number, b: Columns, j: number, words: Words): number {
  const { worth, likeness } = words;
  let best = 0;
  let lightA = true;
  let lightB = true;
  for (let x = a.starts[i]; x < a.starts[i + 1]; x++) {
    if (worth[a.ids[x]] > markWorth) lightA = false;
    for (let y = b.starts[j]; y < b.starts[j + 1]; y++) {
      if (worth[b.ids[y]] > markWorth) lightB = false;
      const share = a.shares[x] * b.shares[y];
      if (a.ids[x] === b.ids[y]) best += worth[a.ids[x]] * (0.6 + 0.4 * share);
      else {
        const like = likeness(a.ids[x], b.ids[y]);
        if (like > 0) best += 0.9 * like * (0.6 + 0.4 * share);
      }
    }
  }
  if (best > 0) return best;
  // A word in the place of a mark is not a rendering of it; words of meaning render each other.
  if (lightA !== lightB) return 2 * mismatch;
  const both = Math.min(heaviest(a, i, words), heaviest(b, j, words));
  return both === weights.content ? contentMismatch : mismatch;
}

const match = 0;
const gapInB = 1;
const gapInA = 2;

/** Aligns a stretch that fits: what is equal at its head and tail, and the best path between. */
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
  while (i0 < i1 && j0 < j1 && sameThroughout(a, i0, b, j0)) merger.emit(i0++, j0++);
  let tail = 0;
  while (i0 < i1 - tail && j0 < j1 - tail && sameThroughout(a, i1 - tail - 1, b, j1 - tail - 1))
    tail++;
  const [n, m] = [i1 - i0 - tail, j1 - j0 - tail];
  if (n === 0 || m === 0) {
    for (let i = 0; i < n; i++) merger.emit(i0 + i, -1);
    for (let j = 0; j < m; j++) merger.emit(-1, j0 + j);
  } else if (n === 1 && m === 1) merger.emit(i0, j0);
  else bestPath(a, i0, n, b, j0, m, words, merger);
  for (let k = tail; k > 0; k--) merger.emit(i1 - k, j1 - k);
}

function bestPath(
  a: Columns,
  i0: number,
  n: number,
  b: Columns,
  j0: number,
  m: number,
  words: Words,
  merger: Merger,
): void {
  const width = m + 1;
  // Scores of the best path to each cell by how it ends; only two rows are alive at a time.
  let before = [new Float64Array(width), new Float64Array(width), new Float64Array(width)];
  let here = [new Float64Array(width), new Float64Array(width), new Float64Array(width)];
  // For each cell and ending, the ending of the cell before: two bits each.
  const trace = new Uint8Array((n + 1) * width);
  for (let i = 0; i <= n; i++) {
    for (let state = match; state <= gapInA; state++) here[state].fill(-Infinity);
    for (let j = 0; j <= m; j++) {
      if (i === 0 && j === 0) {
        here[match][0] = 0;
        continue;
      }
      let bits = 0;
      if (i > 0 && j > 0) {
        const from = bestOf(before, j - 1, 0, 0, match);
        here[match][j] = before[from][j - 1] + columnScore(a, i0 + i - 1, b, j0 + j - 1, words);
        bits |= from;
      }
      if (i > 0) {
        const from = bestOf(before, j, openGap, extendGap, gapInB);
        here[gapInB][j] = before[from][j] - (from === gapInB ? extendGap : openGap);
        bits |= from << 2;
      }
      if (j > 0) {
        const from = bestOf(here, j - 1, openGap, extendGap, gapInA);
        here[gapInA][j] = here[from][j - 1] - (from === gapInA ? extendGap : openGap);
        bits |= from << 4;
      }
      trace[i * width + j] = bits;
    }
    [before, here] = [here, before];
  }
  const path: number[] = [];
  let state = bestOf(before, m, 0, 0, match);
  for (let i = n, j = m; i > 0 || j > 0; ) {
    const next = (trace[i * width + j] >> (2 * state)) & 3;
    if (state !== gapInA) i--;
    if (state !== gapInB) j--;
    path.push(state === gapInA ? -1 : i0 + i, state === gapInB ? -1 : j0 + j);
    state = next;
  }
  const steps: Step[] = [];
  for (let k = path.length - 2; k >= 0; k -= 2) steps.push([path[k], path[k + 1]]);
  const isMatch = (i: number, j: number) => columnScore(a, i, b, j, words) > 0;
  for (const [i, j] of faceSteps(steps, isMatch, (i, j) => facingScore(a, i, b, j, words))) {
    merger.emit(i, j);
  }
}

/**
 * What it is worth that two columns without a word in common face each other, more than 0; 0 for a word
 * and a mark, neither of which renders the other.
 */
function facingScore(a: Columns, i: number, b: Columns, j: number, words: Words): number {
  const [x, y] = [heaviest(a, i, words), heaviest(b, j, words)];
  if ((x === weights.mark) !== (y === weights.mark)) return 0;
  // Paragraphs that end face each other at their ends.
  const ending = a.ends[i] & b.ends[j] ? bothEnd : 0;
  // Function words render function words, if anything; only words of meaning are sure of a counterpart.
  if (x !== y) return unlikeWeights + ending;
  return (x === weights.content ? 1 : lightPair) + ending;
}

const unlikeWeights = 0.05;
const lightPair = 0.5;

/** The weight of a column's weightiest word. */
function heaviest({ starts, ids }: Columns, at: number, { weight }: Words): number {
  let found = 0;
  for (let k = starts[at]; k < starts[at + 1]; k++) found = Math.max(found, weight[ids[k]]);
  return found;
}

/** The ending to come from: the best, with what it costs to open or extend a gap from it. */
function bestOf(
  rows: readonly Float64Array[],
  at: number,
  open: number,
  extend: number,
  same: number,
): number {
  let best = match;
  let value = -Infinity;
  for (let state = match; state <= gapInA; state++) {
    const cost = rows[state][at] - (state === same ? extend : open);
    if (cost > value) {
      value = cost;
      best = state;
    }
  }
  return best;
}
