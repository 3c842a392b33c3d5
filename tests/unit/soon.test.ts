import { expect, test } from 'vitest';
import { alignJobOf } from '../../lib/compare/alignment-job';
import { alignEditions } from '../../lib/compare/alignments';
import { ofParts, soon } from '../../lib/core/soon';
import type { Edition } from '../../lib/edition/model';
import { syntheticBook } from '../bench/synthetic';

test('what is ready in time is given, and of the rest how much is done, to whoever asks', async () => {
  expect(await soon('quick', 1000, async () => 'text')).toEqual({ state: 'ready', value: 'text' });
  let end = (_: string) => {};
  const long = soon('long', 0, (progress) => {
    const [first, second] = ofParts(2, progress);
    first(1);
    second(0.5);
    return new Promise<string>((resolve) => {
      end = resolve;
    });
  });
  expect(await long).toEqual({ state: 'pending', share: 0.75 });
  const never = () => new Promise<string>(() => {});
  expect(await soon('long', 0, never)).toEqual({ state: 'pending', share: 0.75 });
  end('text');
  await long;
  expect(await soon('long', 0, never)).toEqual({ state: 'pending', share: 0 });
  await expect(soon('faulty', 1000, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
});

test('a short pair is aligned past long ones', () => {
  expect(alignJobOf(500 * 500)).toMatchObject({ name: 'align', lane: 'quick' });
  const [long, longer] = [alignJobOf(8000 * 8000), alignJobOf(9000 * 9000)];
  expect(long).toMatchObject({ name: 'align', lane: 'slow' });
  expect(long.size).toBeLessThan(longer.size ?? 0);
});

test('all who wait for a pair hear how far it is', async () => {
  const { a, b } = syntheticBook(500, false, 11);
  const edition = (siglum: string, texts: readonly string[]) =>
    ({
      siglum,
      language: 'en',
      segments: texts.map((text, k) => ({ id: `p${k}`, kind: 'paragraph', text, spans: [] })),
    }) as unknown as Edition;
  const [left, right] = [edition('A', a), edition('B', b)];
  const heard: [number[], number[]] = [[], []];
  await Promise.all(
    heard.map((shares) => alignEditions(left, right, { progress: (share) => shares.push(share) })),
  );
  expect(heard[0].length).toBeGreaterThan(0);
  expect(heard[1]).toEqual(heard[0]);
});
