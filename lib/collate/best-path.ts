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
  let [wasMatch, wasGapB, wasGapA] = [row(), row(), row()];
  let [isMatch, isGapB, isGapA] = [row(), row(), row()];
  // For each cell and ending, the ending of the cell before: two bits each.
  const trace = new Uint8Array(bandSize(band));
  // Where the row of each would have its column 0.
  const origins = new Float64Array(n + 1);
  for (let i = 0, end = 0; i <= n; i++) {
    origins[i] = end - from[i];
    end += to[i] - from[i] + 1;
    // As far as the next row looks.
    const [first, last] = [Math.max(0, from[i] - 1), to[Math.min(n, i + 1)] + 1];
    for (const scores of [isMatch, isGapB, isGapA]) scores.fill(-Infinity, first, last);
    for (let j = from[i]; j <= to[i]; j++) {
      if (i === 0 && j === 0) {
        isMatch[0] = 0;
        continue;
      }
      let bits = 0;
      if (i > 0 && j > 0) {
        const x = wasMatch[j - 1];
        const y = wasGapB[j - 1];
        const z = wasGapA[j - 1];
        isMatch[j] = Math.max(x, y, z) + columnScore(a, i0 + i - 1, b, j0 + j - 1, words);
        bits |= bestOf(x, y, z);
      }
      if (i > 0) {
        const x = wasMatch[j] - openGap;
        const y = wasGapB[j] - extendGap;
        const z = wasGapA[j] - openGap;
        isGapB[j] = Math.max(x, y, z);
        bits |= bestOf(x, y, z) << 2;
      }
      if (j > 0) {
        const x = isMatch[j - 1] - openGap;
        const y = isGapB[j - 1] - openGap;
        const z = isGapA[j - 1] - extendGap;
        isGapA[j] = Math.max(x, y, z);
        bits |= bestOf(x, y, z) << 4;
      }
      trace[origins[i] + j] = bits;
    }
    [wasMatch, isMatch] = [isMatch, wasMatch];
    [wasGapB, isGapB] = [isGapB, wasGapB];
    [wasGapA, isGapA] = [isGapA, wasGapA];
  }
  const path: number[] = [];
  let state = bestOf(wasMatch[m], wasGapB[m], wasGapA[m]);
  for (let i = n, j = m; i > 0 || j > 0; ) {
    const next = (trace[origins[i] + j] >> (2 * state)) & 3;
    if (state !== gapInA) i--;
    if (state !== gapInB) j--;
    path.push(state === gapInA ? -1 : i0 + i, state === gapInB ? -1 : j0 + j);
    state = next;
  }
  const steps: Step[] = [];
  for (let k = path.length - 2; k >= 0; k -= 2) steps.push([path[k], path[k + 1]]);
  const matches = (i: number, j: number) => columnScore(a, i, b, j, words) > 0;
  return faceSteps(steps, matches, (i, j) => facingScore(a, i, b, j));
}

/** The ending to come from: the best; the first of equals. */
function bestOf(afterMatch: number, afterGapB: number, afterGapA: number): number {
  if (afterGapB > afterMatch) return afterGapA > afterGapB ? gapInA : gapInB;
  return afterGapA > afterMatch ? gapInA : match;
}
