/**
 * Segments `a` of one edition correspond to segments `b` of another; either side may be empty.
 * Indices count from 0 and rise. A list of beads covers every segment of both sides once.
 */
export interface Bead {
  a: number[];
  b: number[];
  /** How sure the aligner is that the bead is right, 0 to 1. */
  score: number;
  /** Who says so: the aligner, or a person. Absent means computed. */
  origin?: 'computed' | 'confirmed';
  /** Set when the passage stands in another place in the other edition. */
  transposition?: boolean;
}

/** A run of integers `[from, from + length)`. */
export function range(from: number, length: number): number[] {
  return Array.from({ length }, (_, k) => from + k);
}

/** The same beads seen from the other edition. */
export function flip(beads: readonly Bead[]): Bead[] {
  return beads.map(({ a, b, ...rest }) => ({ a: b, b: a, ...rest }));
}
