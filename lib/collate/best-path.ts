import { type Band, bandSize } from '../align/band';
import { type Columns, columnScore, facingScore } from './columns';
import { faceSteps, type Step } from './facing';
import type { Words } from './words';

/**
 * To begin a gap costs little: words that render each other stand face to face more often, as measured on three
 * books of two English Bibles, while no fewer equal words meet.
 */
const openGap = 0.35;
const extendGap = 0.15;

const match = 0;
const gapInB = 1;
const gapInA = 2;

/** Two profiles, and where the stretches of them begin that are aligned. */
export interface Place {
  a: Columns;
  i0: number;
  b: Columns;
  j0: number;
}

/**
 * The best path through the cells of a band (Gotoh 1982), with what has no counterpart set face to
 * face.
 */
export function bestPath({ a, i0, b, j0 }: Place, band: Band, words: Words): Step[] {
  const { from, to } = band;
  const n = from.length - 1;
  const m = to[n];
  const row = () => new Float64Array(m + 1).fill(-Infinity);
  // Scores of the best path to each cell by how it ends; only two rows are alive at a time.
  let before = [row(), row(), row()];
  let here = [row(), row(), row()];
  // For each cell and ending, the ending of the cell before: two bits each.
  const trace = new Uint8Array(bandSize(band));
  // Where the row of each would have its column 0.
  const origins = new Float64Array(n + 1);
  for (let i = 0, end = 0; i <= n; i++) {
    origins[i] = end - from[i];
    end += to[i] - from[i] + 1;
    // As far as the next row looks.
    const [first, last] = [Math.max(0, from[i] - 1), to[Math.min(n, i + 1)] + 1];
    for (let state = match; state <= gapInA; state++) here[state].fill(-Infinity, first, last);
    for (let j = from[i]; j <= to[i]; j++) {
      if (i === 0 && j === 0) {
        here[match][0] = 0;
        continue;
      }
      let bits = 0;
      if (i > 0 && j > 0) {
        const state = bestOf(before, j - 1, 0, 0, match);
        here[match][j] = before[state][j - 1] + columnScore(a, i0 + i - 1, b, j0 + j - 1, words);
        bits |= state;
      }
      if (i > 0) {
        const state = bestOf(before, j, openGap, extendGap, gapInB);
        here[gapInB][j] = before[state][j] - (state === gapInB ? extendGap : openGap);
        bits |= state << 2;
      }
      if (j > 0) {
        const state = bestOf(here, j - 1, openGap, extendGap, gapInA);
        here[gapInA][j] = here[state][j - 1] - (state === gapInA ? extendGap : openGap);
        bits |= state << 4;
      }
      trace[origins[i] + j] = bits;
    }
    [before, here] = [here, before];
  }
  const path: number[] = [];
  let state = bestOf(before, m, 0, 0, match);
  for (let i = n, j = m; i > 0 || j > 0; ) {
    const next = (trace[origins[i] + j] >> (2 * state)) & 3;
    if (state !== gapInA) i--;
    if (state !== gapInB) j--;
    path.push(state === gapInA ? -1 : i0 + i, state === gapInB ? -1 : j0 + j);
    state = next;
  }
  const steps: Step[] = [];
  for (let k = path.length - 2; k >= 0; k -= 2) steps.push([path[k], path[k + 1]]);
  const isMatch = (i: number, j: number) => columnScore(a, i, b, j, words) > 0;
  return faceSteps(steps, isMatch, (i, j) => facingScore(a, i, b, j, words));
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
