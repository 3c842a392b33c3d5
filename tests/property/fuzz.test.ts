import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { damagedFiles, endings, samples, survive } from '../fuzz';

// A small run; `npm run fuzz` makes 100,000 cases of each format.

let sound: Record<string, Uint8Array>;
beforeAll(async () => {
  sound = await samples();
});

test('there is a file to damage of every format', () => {
  expect(Object.keys(sound).sort()).toEqual([...endings].sort());
});

test.each(endings)('damaged files of .%s are read or refused, never more', async (ending) => {
  await expect(survive(ending, sound[ending])).resolves.toBe('read');
  await fc.assert(
    fc.asyncProperty(damagedFiles(sound[ending]), async (bytes) => {
      await survive(ending, bytes);
    }),
    { numRuns: 120 },
  );
});
