import { expect, test } from 'vitest';
import { scoreAlignment } from '../../lib/align/score';

const bead = (a: number[], b: number[]) => ({ a, b, score: 1 });
const gold = [bead([0], [0]), bead([1], []), bead([2, 3], [1]), bead([], [2])];

test('null beads that were found count in precision, and beside it pairs alone are counted', () => {
  const found = [bead([0], [0]), bead([1], []), bead([2], [1]), bead([3], []), bead([], [2])];
  const { strict, lax, paired, beads } = scoreAlignment(gold, found);
  // Right as they stand: 0–0, 1–∅ and ∅–2 of five; of gold's two pairs one is found.
  expect(strict.precision).toBeCloseTo(3 / 5);
  expect(strict.recall).toBeCloseTo(1 / 2);
  expect(lax.precision).toBeCloseTo(4 / 5);
  expect(lax.recall).toBe(1);
  expect(paired.strict).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 });
  expect(paired.lax.f1).toBe(1);
  expect(beads).toEqual({ gold: 4, found: 5, pairedGold: 2, pairedFound: 2 });
});

test('gold against itself is right in all ways', () => {
  const { strict, lax, paired } = scoreAlignment(gold, gold);
  for (const { f1 } of [strict, lax, paired.strict, paired.lax]) expect(f1).toBe(1);
});

test('two texts without anything in common', () => {
  const nulls = [bead([0], []), bead([], [0])];
  expect(scoreAlignment(nulls, nulls).strict.f1).toBe(1);
  expect(scoreAlignment(nulls, [bead([0], [0])]).strict).toEqual({
    precision: 0,
    recall: 0,
    f1: 0,
  });
});
