import { expect, test } from 'vitest';
import { alignTexts } from '../../lib/align/align';
import type { Band } from '../../lib/align/band';
import type { Bead } from '../../lib/align/bead';
import { reopenedBand } from '../../lib/align/derailed';
import { syntheticBook } from '../bench/synthetic';

const size = 400;
/** A band of five cells about the diagonal. */
const narrow = (): Band => ({
  from: Int32Array.from({ length: size + 1 }, (_, i) => Math.max(0, i - 2)),
  to: Int32Array.from({ length: size + 1 }, (_, i) => Math.min(size, i + 2)),
});
/** One bead for each segment; of those between two, a null on each side instead where `isAlone`. */
const path = (isAlone: (k: number) => boolean): Bead[] =>
  Array.from({ length: size }, (_, k) =>
    isAlone(k)
      ? [
          { a: [k], b: [], score: 1 },
          { a: [], b: [k], score: 1 },
        ]
      : [{ a: [k], b: [k], score: 1 }],
  ).flat();

test('a path on which all correspond is not searched again', () => {
  expect(
    reopenedBand(
      path(() => false),
      narrow(),
      size,
      size,
    ),
  ).toBeNull();
});

test('what is added on one side alone is no reason to search again', () => {
  const beads = path(() => false).flatMap((bead, k): Bead[] =>
    k % 3 === 0 ? [{ a: bead.a, b: [], score: 1 }] : [bead],
  );
  expect(reopenedBand(beads, narrow(), size, size)).toBeNull();
});

test('where both sides are alone, side by side, the rectangle is opened', () => {
  const band = reopenedBand(
    path((k) => k >= 200 && k < 240 && k % 4 === 0),
    narrow(),
    size,
    size,
  );
  expect(band?.from[210]).toBeLessThan(110);
  expect(band?.to[210]).toBeGreaterThan(310);
  expect([band?.from[10], band?.to[10]]).toEqual([8, 12]);
});

test('a long text keeps to the right path though its languages share no word', () => {
  const { a, b, gold } = syntheticBook(1000, true);
  const text = (language: string, texts: string[]) => ({
    language,
    segments: texts.map((each) => ({ text: each })),
  });
  const beads = alignTexts(text('en', a), text('fr', b));
  const key = (bead: Bead) => `${bead.a.join()}|${bead.b.join()}`;
  const found = new Set(beads.map(key));
  const right = gold.filter((bead) => found.has(key(bead))).length;
  expect(right / gold.length).toBeGreaterThan(0.99);
  expect(beads.some(({ transposition }) => transposition)).toBe(false);
});
