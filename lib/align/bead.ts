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

/** Whether a bead has segments on both sides. */
export function isPaired({ a, b }: Pick<Bead, 'a' | 'b'>): boolean {
  return a.length > 0 && b.length > 0;
}

/** The same beads where each text has more segments before them, by a number for each. */
export function shift(beads: readonly Bead[], byA: number, byB: number): Bead[] {
  return beads.map(({ a, b, ...rest }) => ({
    a: a.map((i) => i + byA),
    b: b.map((j) => j + byB),
    ...rest,
  }));
}

/** The same beads seen from the other edition. */
export function flip(beads: readonly Bead[]): Bead[] {
  return byOrder(beads.map(({ a, b, ...rest }) => ({ a: b, b: a, ...rest })));
}

/** Beads in the order of a's segments; those without any keep their place in b's order. */
export function byOrder(beads: readonly Bead[]): Bead[] {
  const withA = beads.filter(({ a }) => a.length > 0).sort((x, y) => x.a[0] - y.a[0]);
  const alone = beads.filter(({ a }) => a.length === 0).sort((x, y) => x.b[0] - y.b[0]);
  const out: Bead[] = [];
  let next = 0;
  for (const bead of withA) {
    const from = bead.transposition ? undefined : bead.b[0];
    while (from !== undefined && next < alone.length && alone[next].b[0] < from) {
      out.push(alone[next++]);
    }
    out.push(bead);
  }
  return [...out, ...alone.slice(next)];
}
