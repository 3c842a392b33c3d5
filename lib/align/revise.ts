import type { Bead } from './bead';

/** What a person confirms: segments that correspond, by index. Either side may be empty. */
export type Confirmed = Pick<Bead, 'a' | 'b'>;

type Side = 'a' | 'b';
const sides: readonly Side[] = ['a', 'b'];

/**
 * Puts beads in place of whatever else was confirmed of their segments. What is left of confirmed
 * beads that lose a segment is no longer confirmed: nobody has said so of what remains.
 */
export function confirm(confirmed: readonly Confirmed[], beads: readonly Confirmed[]): Confirmed[] {
  const kept = confirmed.filter((known) => !beads.some((bead) => touch(known, bead)));
  return [...kept, ...beads.map(({ a, b }) => ({ a: [...a], b: [...b] }))];
}

/** Takes back what was confirmed of a bead's segments. */
export function unconfirm(confirmed: readonly Confirmed[], bead: Confirmed): Confirmed[] {
  return confirmed.filter((known) => !touch(known, bead));
}

/** Whether two beads have a segment in common. */
export function touch(x: Confirmed, y: Confirmed): boolean {
  return sides.some((side) => x[side].some((s) => y[side].includes(s)));
}

/** Two neighbouring beads as one; null where a side would be no run of neighbours. */
export function merge(first: Confirmed, second: Confirmed): Confirmed | null {
  const a = [...first.a, ...second.a].sort((x, y) => x - y);
  const b = [...first.b, ...second.b].sort((x, y) => x - y);
  return isRun(a) && isRun(b) ? { a, b } : null;
}

/** A bead as two: the first segments of both sides, and the rest. A pair becomes two alone. */
export function split({ a, b }: Confirmed): Confirmed[] {
  if (a.length === 1 && b.length === 1) return unlink({ a, b });
  if (a.length + b.length < 2) return [{ a, b }];
  const rest = { a: a.slice(1), b: b.slice(1) };
  return [{ a: a.slice(0, 1), b: b.slice(0, 1) }, rest].filter(
    (bead) => bead.a.length + bead.b.length > 0,
  );
}

/** Each segment of a bead alone, without counterpart. */
export function unlink({ a, b }: Confirmed): Confirmed[] {
  return [...a.map((i) => ({ a: [i], b: [] })), ...b.map((j) => ({ a: [], b: [j] }))];
}

/** Picked segments as one bead; null where a side is not a run of neighbours. */
export function link(a: readonly number[], b: readonly number[]): Confirmed | null {
  const [inA, inB] = [a, b].map((list) => [...list].sort((x, y) => x - y));
  if (inA.length + inB.length === 0 || !isRun(inA) || !isRun(inB)) return null;
  return { a: inA, b: inB };
}

/**
 * Moves the segment at the edge of one side of a bead into its neighbour: the last into the next
 * bead, or the first into the one before. Null where it has none there, or the two do not meet.
 */
export function shiftEdge(bead: Confirmed, neighbour: Confirmed, side: Side): Confirmed[] | null {
  const own = bead[side];
  const there = neighbour[side];
  const forward =
    there.length > 0
      ? own.at(-1) === there[0] - 1
      : // A neighbour without this side takes what is nearest to its other one.
        (neighbour[other(side)][0] ?? 0) > (bead[other(side)].at(-1) ?? -1);
  const moving = forward ? own.at(-1) : own[0];
  if (moving === undefined) return null;
  if (there.length > 0 && !forward && own[0] !== (there.at(-1) ?? 0) + 1) return null;
  const left = own.filter((s) => s !== moving);
  const taken = forward ? [moving, ...there] : [...there, moving];
  const make = (from: Confirmed, list: number[]): Confirmed =>
    side === 'a' ? { a: list, b: from.b } : { a: from.a, b: list };
  return [make(bead, left), make(neighbour, taken)].filter(({ a, b }) => a.length + b.length > 0);
}

function other(side: Side): Side {
  return side === 'a' ? 'b' : 'a';
}

/** Whether indices are neighbours in rising order. */
export function isRun(indices: readonly number[]): boolean {
  return indices.every((value, k) => k === 0 || value === indices[k - 1] + 1);
}
