import type { Side } from './vocabulary';

/** A text cut into blocks of neighbouring segments, for a search from coarse to fine. */
export interface Blocks {
  /** The first segment of each block, and at the end the number of segments. */
  starts: Int32Array;
  /** The blocks as if each were one segment. */
  side: Side;
}

/** Words that stand in more than this share of the blocks tell none of them apart. */
const commonest = 0.25;

/**
 * Cuts a side into at most `count` blocks of like length, so that blocks of two editions that
 * correspond stand at like places even where the one has shorter segments than the other.
 */
export function intoBlocks(side: Side, count: number): Blocks {
  const n = side.ids.length;
  if (count >= n) return { starts: Int32Array.from({ length: n + 1 }, (_, i) => i), side };
  const starts = blockStarts(side.lengths, count);
  const blocks = starts.length - 1;
  const spread = new Uint16Array(side.names.length);
  const seenIn = new Int32Array(side.names.length).fill(-1);
  for (let k = 0; k < blocks; k++) {
    for (let s = starts[k]; s < starts[k + 1]; s++) {
      for (const f of side.ids[s]) {
        if (seenIn[f] === k) continue;
        seenIn[f] = k;
        spread[f]++;
      }
    }
  }
  const limit = Math.max(2, commonest * blocks);
  const ids: Int32Array[] = [];
  const counts: Float32Array[] = [];
  const lengths = new Float64Array(blocks);
  const sizes = new Float64Array(blocks);
  for (let k = 0; k < blocks; k++) {
    const bag = new Map<number, number>();
    for (let s = starts[k]; s < starts[k + 1]; s++) {
      lengths[k] += side.lengths[s];
      sizes[k] += side.sizes[s];
      side.ids[s].forEach((f, at) => {
        if (spread[f] <= limit) bag.set(f, (bag.get(f) ?? 0) + side.counts[s][at]);
      });
    }
    const sorted = Int32Array.from(bag.keys()).sort();
    ids.push(sorted);
    counts.push(Float32Array.from(sorted, (f) => bag.get(f)!));
  }
  return { starts, side: { ...side, ids, counts, lengths, sizes } };
}

function blockStarts(lengths: Float64Array, count: number): Int32Array {
  const n = lengths.length;
  // A segment without letters has its share of the length, too.
  const whole = lengths.reduce((sum, length) => sum + length + 1, 0);
  const starts = [0];
  let sum = 0;
  for (let s = 0; s < n; s++) {
    if (s > starts[starts.length - 1] && sum >= (whole * starts.length) / count) starts.push(s);
    sum += lengths[s] + 1;
  }
  return Int32Array.from([...starts, n]);
}
