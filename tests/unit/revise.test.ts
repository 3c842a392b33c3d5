import { describe, expect, test } from 'vitest';
import {
  type Confirmed,
  confirm,
  isRun,
  link,
  merge,
  shiftEdge,
  split,
  unconfirm,
  unlink,
} from '../../lib/align/revise';

const bead = (a: number[], b: number[]): Confirmed => ({ a, b });

describe('beads are revised', () => {
  test('by joining two that meet', () => {
    expect(merge(bead([1], [2]), bead([2], []))).toEqual(bead([1, 2], [2]));
    expect(merge(bead([1], [2]), bead([3], [3]))).toBeNull();
    // A passage that stands elsewhere does not meet its neighbour there.
    expect(merge(bead([1], [9]), bead([2], [2]))).toBeNull();
  });
  test('by dividing one', () => {
    expect(split(bead([1, 2], [3, 4]))).toEqual([bead([1], [3]), bead([2], [4])]);
    expect(split(bead([1, 2], [3]))).toEqual([bead([1], [3]), bead([2], [])]);
    expect(split(bead([1], [3]))).toEqual([bead([1], []), bead([], [3])]);
    expect(split(bead([1], []))).toEqual([bead([1], [])]);
    expect(unlink(bead([1, 2], [3]))).toEqual([bead([1], []), bead([2], []), bead([], [3])]);
  });
  test('by linking neighbouring segments only', () => {
    expect(link([3, 2], [5])).toEqual(bead([2, 3], [5]));
    expect(link([1, 3], [5])).toBeNull();
    expect(link([], [])).toBeNull();
    expect(isRun([4, 5, 6])).toBe(true);
    expect(isRun([4, 6])).toBe(false);
  });
  test('by moving the segment at the edge of a side to a neighbour', () => {
    expect(shiftEdge(bead([1, 2], [1]), bead([3], [2]), 'a')).toEqual([
      bead([1], [1]),
      bead([2, 3], [2]),
    ]);
    expect(shiftEdge(bead([2, 3], [2]), bead([1], [1]), 'a')).toEqual([
      bead([3], [2]),
      bead([1, 2], [1]),
    ]);
    expect(shiftEdge(bead([1], [1]), bead([2], []), 'b')).toEqual([bead([1], []), bead([2], [1])]);
    expect(shiftEdge(bead([1], []), bead([2], [1]), 'a')).toEqual([bead([1, 2], [1])]);
    expect(shiftEdge(bead([1], []), bead([2], [1]), 'b')).toBeNull();
    expect(shiftEdge(bead([5], [5]), bead([1], [1]), 'a')).toBeNull();
  });
  test('and what is confirmed anew takes the place of what it touches', () => {
    const known = [bead([0], [0]), bead([1, 2], [1]), bead([3], [])];
    expect(confirm(known, [bead([2], [2])])).toEqual([
      bead([0], [0]),
      bead([3], []),
      bead([2], [2]),
    ]);
    expect(unconfirm(known, bead([3], [7]))).toEqual(known.slice(0, 2));
  });
});
