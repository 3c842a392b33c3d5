import { type Bead, isPaired } from './bead';

/** Precision, recall and their harmonic mean, each 0 to 1. */
export interface Rates {
  precision: number;
  recall: number;
  f1: number;
}

export interface AlignmentScore {
  /** A bead is right when gold has the very same bead. */
  strict: Rates;
  /** A bead is right when gold links any of its segments to any of those it links them to. */
  lax: Rates;
  /** Beads with both sides, which are what is counted. */
  beads: { gold: number; found: number };
}

/**
 * Scores an alignment against gold. Counting follows the practice of the field (Bleualign,
 * Vecalign): null beads are not counted themselves, but each segment wrongly linked or left
 * unlinked shows in the beads that are.
 */
export function scoreAlignment(gold: readonly Bead[], found: readonly Bead[]): AlignmentScore {
  const goldPairs = gold.filter(isPaired);
  const foundPairs = found.filter(isPaired);
  const strict = rates(
    share(foundPairs, exactly(goldPairs)),
    share(goldPairs, exactly(foundPairs)),
    foundPairs.length,
    goldPairs.length,
  );
  const lax = rates(
    share(foundPairs, touching(goldPairs)),
    share(goldPairs, touching(foundPairs)),
    foundPairs.length,
    goldPairs.length,
  );
  return { strict, lax, beads: { gold: goldPairs.length, found: foundPairs.length } };
}

function exactly(beads: readonly Bead[]): (bead: Bead) => boolean {
  const key = ({ a, b }: Bead) => `${a}:${b}`;
  const known = new Set(beads.map(key));
  return (bead) => known.has(key(bead));
}

function touching(beads: readonly Bead[]): (bead: Bead) => boolean {
  const links = new Map<number, Set<number>>();
  for (const { a, b } of beads) {
    for (const i of a) {
      const known = links.get(i) ?? new Set();
      for (const j of b) known.add(j);
      links.set(i, known);
    }
  }
  return ({ a, b }) => a.some((i) => b.some((j) => links.get(i)?.has(j)));
}

function share(beads: readonly Bead[], right: (bead: Bead) => boolean): number {
  return beads.filter(right).length;
}

/** Nothing found of nothing sought is right. */
function rates(rightFound: number, rightGold: number, found: number, gold: number): Rates {
  const precision = found > 0 ? rightFound / found : gold === 0 ? 1 : 0;
  const recall = gold > 0 ? rightGold / gold : found === 0 ? 1 : 0;
  const sum = precision + recall;
  return { precision, recall, f1: sum > 0 ? (2 * precision * recall) / sum : 0 };
}
