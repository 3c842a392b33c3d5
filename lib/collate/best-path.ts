import { type Band, bandSize } from '../align/band';
import { type Columns, facingScore } from './columns';
import { faceSteps, type Step } from './facing';
import { RowScores } from './row-scores';
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
  // Scores of the best path to each cell by how it ends: of the row above until its own are known.
  const row = () => new Float64Array(m + 1).fill(-Infinity);
  const [toMatch, toGapB, toGapA] = [row(), row(), row()];
  // For each cell and ending, the ending of the cell before: two bits each.
  const trace = new Uint8Array(bandSize(band));
  // Where the row of each would have its column 0.
  const origins = new Int32Array(n + 1);
  const rowScores = new RowScores(a, b, j0, m, words);
  for (let i = 0, end = 0; i <= n; i++) {
    const [first, last] = [from[i], to[i]];
    origins[i] = end - first;
    end += last - first + 1;
    // What is left of a band is not part of it, whatever its cells had in rows above.
    const inBand = i > 0 && first > from[i - 1];
    const from0 = first > 0 ? first - 1 : 0;
    const scores = i > 0 && last > 0 ? rowScores.of(i0 + i - 1, from0, last) : noScores;
    let diagonalMatch = inBand ? toMatch[first - 1] : -Infinity;
    let diagonalGapB = inBand ? toGapB[first - 1] : -Infinity;
    let diagonalGapA = inBand ? toGapA[first - 1] : -Infinity;
    let leftMatch = -Infinity;
    let leftGapB = -Infinity;
    let leftGapA = -Infinity;
    for (let j = first; j <= last; j++) {
      const aboveMatch = toMatch[j];
      const aboveGapB = toGapB[j];
      const aboveGapA = toGapA[j];
      let bits = 0;
      let here = i === 0 && j === 0 ? 0 : -Infinity;
      if (i > 0 && j > 0) {
        bits = bestOf(diagonalMatch, diagonalGapB, diagonalGapA);
        here =
          (bits === match ? diagonalMatch : bits === gapInB ? diagonalGapB : diagonalGapA) +
          scores[j - 1];
      }
      let x = aboveMatch - openGap;
      let y = aboveGapB - extendGap;
      let z = aboveGapA - openGap;
      let best = bestOf(x, y, z);
      const hereGapB = best === match ? x : best === gapInB ? y : z;
      bits |= best << 2;
      x = leftMatch - openGap;
      y = leftGapB - openGap;
      z = leftGapA - extendGap;
      best = bestOf(x, y, z);
      const hereGapA = best === match ? x : best === gapInB ? y : z;
      bits |= best << 4;
      trace[origins[i] + j] = bits;
      diagonalMatch = aboveMatch;
      diagonalGapB = aboveGapB;
      diagonalGapA = aboveGapA;
      leftMatch = toMatch[j] = here;
      leftGapB = toGapB[j] = hereGapB;
      leftGapA = toGapA[j] = hereGapA;
    }
  }
  const path: number[] = [];
  let state = bestOf(toMatch[m], toGapB[m], toGapA[m]);
  for (let i = n, j = m; i > 0 || j > 0; ) {
    const next = (trace[origins[i] + j] >> (2 * state)) & 3;
    if (state !== gapInA) i--;
    if (state !== gapInB) j--;
    path.push(state === gapInA ? -1 : i0 + i, state === gapInB ? -1 : j0 + j);
    state = next;
  }
  const steps: Step[] = [];
  for (let k = path.length - 2; k >= 0; k -= 2) steps.push([path[k], path[k + 1]]);
  const matches = (i: number, j: number) => rowScores.of(i, j - j0, j - j0 + 1)[j - j0] > 0;
  return faceSteps(steps, matches, (i, j) => facingScore(a, i, b, j, words));
}

const noScores = new Float64Array(0);

/** The ending to come from: the best; the first of equals. */
function bestOf(afterMatch: number, afterGapB: number, afterGapA: number): number {
  if (afterGapB > afterMatch) return afterGapA > afterGapB ? gapInA : gapInB;
  return afterGapA > afterMatch ? gapInA : match;
}
