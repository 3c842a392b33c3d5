import { type Bead, byOrder, shift } from './bead';
import type { AlignmentSegment, AlignmentText } from './text';

/** An alignment as it was, with the ids of the segments it was made of. */
export interface Precedent {
  a: readonly string[];
  b: readonly string[];
  beads: readonly Bead[];
}

export interface IdentifiedText extends AlignmentText {
  segments: readonly (AlignmentSegment & { id: string })[];
}

/** Segments on either side of a change that are aligned anew with it: a chapter, not a book. */
const margin = 150;
/** When more than this share of either text is to be done again, all of it may as well be. */
const maxRealignedShare = 0.5;

/** What was kept of a precedent: segments before `from` and from `to` on, on either side. */
export interface Realignment {
  beads: Bead[];
  from: { a: number; b: number };
  to: { a: number; b: number };
}

/**
 * Aligns two texts of which one or both were edited since they were last aligned: only a stretch
 * around the edit is aligned again, and what lies before and after it is kept.
 *
 * @param align aligns the stretch.
 * @returns null where nothing worth keeping is left, or where a passage that stands elsewhere
 *   would be cut off from its counterpart.
 */
export function realign(
  precedent: Precedent,
  a: IdentifiedText,
  b: IdentifiedText,
  align: (a: AlignmentText, b: AlignmentText) => Bead[],
): Realignment | null {
  const idsA = a.segments.map(({ id }) => id);
  const idsB = b.segments.map(({ id }) => id);
  const [headA, tailA] = unchanged(precedent.a, idsA);
  const [headB, tailB] = unchanged(precedent.b, idsB);
  const beads = precedent.beads;

  // The beads kept before: whole ones, in order, that end a margin short of the first change.
  let first = 0;
  let [i, j] = [0, 0];
  for (let k = 0; k < beads.length && inOrder(beads[k], i, j); k++) {
    i += beads[k].a.length;
    j += beads[k].b.length;
    if (i > headA - margin || j > headB - margin) break;
    if (beads[k].score > 0.9) first = k + 1;
  }
  const kept = beads.slice(0, first);
  const from = { a: count(kept, 'a'), b: count(kept, 'b') };

  // And those kept after, as far from the end.
  let last = beads.length;
  let [x, y] = [precedent.a.length, precedent.b.length];
  for (let k = beads.length - 1; k >= first; k--) {
    if (!inOrder(beads[k], x - beads[k].a.length, y - beads[k].b.length)) break;
    x -= beads[k].a.length;
    y -= beads[k].b.length;
    if (precedent.a.length - x > tailA - margin || precedent.b.length - y > tailB - margin) break;
    if (beads[k].score > 0.9) last = k;
  }
  const after = beads.slice(last);
  const to = { a: idsA.length - count(after, 'a'), b: idsB.length - count(after, 'b') };

  if (to.a < from.a || to.b < from.b) return null;
  if (
    to.a - from.a > maxRealignedShare * idsA.length ||
    to.b - from.b > maxRealignedShare * idsB.length
  )
    return null;
  if ([...kept, ...after].some(({ transposition }) => transposition)) return null;
  const again = align(
    { language: a.language, segments: a.segments.slice(from.a, to.a) },
    { language: b.language, segments: b.segments.slice(from.b, to.b) },
  );
  return {
    beads: splice(kept, again, after, from, {
      a: idsA.length - precedent.a.length,
      b: idsB.length - precedent.b.length,
    }),
    from,
    to,
  };
}

/** Puts newly made beads, which count from `from`, between kept ones; those after move by `by`. */
export function splice(
  before: readonly Bead[],
  again: readonly Bead[],
  after: readonly Bead[],
  from: { a: number; b: number },
  by: { a: number; b: number },
): Bead[] {
  return byOrder([...before, ...shift(again, from.a, from.b), ...shift(after, by.a, by.b)]);
}

/** How many segments at the head and at the tail of a text are as they were. */
function unchanged(
  before: readonly string[],
  now: readonly string[],
): [head: number, tail: number] {
  const most = Math.min(before.length, now.length);
  let head = 0;
  while (head < most && before[head] === now[head]) head++;
  if (head === before.length && head === now.length) return [Infinity, Infinity];
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === now[now.length - 1 - tail])
    tail++;
  return [head, tail];
}

function inOrder({ a, b }: Bead, i: number, j: number): boolean {
  return (a.length === 0 || a[0] === i) && (b.length === 0 || b[0] === j);
}

function count(beads: readonly Bead[], side: 'a' | 'b'): number {
  return beads.reduce((sum, bead) => sum + bead[side].length, 0);
}
