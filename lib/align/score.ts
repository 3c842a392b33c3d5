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
  /** The same over beads with both sides alone. */
  paired: { strict: Rates; lax: Rates };
  /** Beads in all, and those with both sides. */
  beads: { gold: number; found: number; pairedGold: number; pairedFound: number };
}

/**
 * Scores an alignment against gold, in both ways of the field. As Vecalign's scorer counts, null
 * beads that were found count in precision, and recall is that of gold's paired beads. As
 * Bleualign's counts, beads with both sides are counted alone.
 */
export function scoreAlignment(gold: readonly Bead[], found: readonly Bead[]): AlignmentScore {
  const goldPairs = gold.filter(isPaired);
  const foundPairs = found.filter(isPaired);
  const [exact, near] = [exactly(gold), touching(goldPairs)];
  const recalled = {
    strict: share(goldPairs, exactly(foundPairs)),
    lax: share(goldPairs, touching(foundPairs)),
  };
  const count = (beads: readonly Bead[]) => ({
    strict: rates(share(beads, exact), recalled.strict, beads.length, goldPairs.length),
    lax: rates(
      share(beads, (bead) => exact(bead) || near(bead)),
      recalled.lax,
      beads.length,
      goldPairs.length,
    ),
  });
  return {
    ...count(found),
    paired: count(foundPairs),
    beads: {
      gold: gold.length,
      found: found.length,
      pairedGold: goldPairs.length,
      pairedFound: foundPairs.length,
    },
  };
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
  const recall = gold > 0 ? rightGold / gold : rightFound === found ? 1 : 0;
  const sum = precision + recall;
  return { precision, recall, f1: sum > 0 ? (2 * precision * recall) / sum : 0 };
}
