import { expect, test } from 'vitest';
import { collate } from '../../lib/collate/collation';
import { createPairCounts } from '../../lib/collate/pair-counts';
import { createWords } from '../../lib/collate/words';
import { random } from '../bench/synthetic';

/** Witnesses of one text, of which each has a share of the words changed. */
function witnesses(count: number, words: number, changed: number) {
  const base = random(7);
  const text = Array.from({ length: words }, () => `w${Math.floor(base() ** 3 * 5000)}`);
  return Array.from({ length: count }, (_, k) => {
    const own = random(k + 1);
    const tokens = text.map((word) => (own() < changed ? `v${Math.floor(own() * 5000)}` : word));
    return { siglum: `W${k}`, tokens: tokens.map((t) => ({ t: `${t} `, n: t })) };
  });
}

function processorTime(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

test('freely worded witnesses take longer when they are longer, and no more than in proportion', () => {
  const [short, long] = [witnesses(8, 500, 0.4), witnesses(8, 2500, 0.4)];
  collate(short);
  const [brief, lasting] = [short, long].map((each) => processorTime(() => collate(each)));
  expect(lasting).toBeGreaterThan(brief);
  // Five times the words; twice as much again for the garbage collector and other work of the machine.
  expect(lasting).toBeLessThan(10 * brief);
});

test('pairs of equal words are counted, and how many a witness can have at most', () => {
  // x y z / x z . / . z y
  const ids = [Int32Array.of(0, 1, 2), Int32Array.of(0, 2), Int32Array.of(2, 1)];
  const ends = ids.map((each) => new Uint8Array(each.length));
  const count = createPairCounts(createWords(ids, ['x', 'y', 'z'], ends));
  const profile = {
    witnesses: [0, 1, 2],
    length: 3,
    cells: Int32Array.of(0, 0, -1, 1, 1, 0, 2, -1, 1),
  };
  const { score, pairs, tokens, alone } = count.of(profile);
  expect(Math.ceil(score)).toBe(2);
  expect([...pairs]).toEqual([1, 2, 1]);
  expect([...tokens]).toEqual([3, 2, 2]);
  expect([...alone]).toEqual([0, 0, 0]);
  expect([0, 1, 2].map((at) => count.most(profile, at))).toEqual([4, 3, 3]);
});
