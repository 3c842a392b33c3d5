import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keep, recall, version } from '../../lib/cache/cache';
import { parsedFolder, tidyCache } from '../../lib/cache/tidy';
import { alignEditions } from '../../lib/compare/alignments';
import { linkWords } from '../../lib/compare/word-links';
import { contentHash } from '../../lib/core/hash';
import { loadWork } from '../../lib/works/load';

let place: string;
beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), 'variorum-cache-'));
  vi.stubEnv('VARIORUM_CACHE', place);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(place, { recursive: true, force: true });
});

test('what has not been used for longest is evicted', async () => {
  const text = (n: number) => `${n}`.repeat(100_000);
  for (let n = 0; n < 10; n++) {
    await keep(`statistics/${n}`, text(n));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  mkdirSync(parsedFolder(), { recursive: true });
  const newest = path.join(parsedFolder(), 'newest.json');
  writeFileSync(newest, text(1));
  const removed = await tidyCache(600_000);
  expect(removed).toBeGreaterThan(400_000);
  expect(await recall('statistics/0')).toBeNull();
  expect(await recall('statistics/9')).toBe(text(9));
  expect(existsSync(newest)).toBe(true);
  expect(await tidyCache(600_000)).toBe(0);
});

const golden = 'tests/fixtures/cache-version.json';

/**
 * What is kept of alignments is known by the version of the cache. When the aligner changes what it
 * finds, the version must rise: raise it in `lib/cache/cache.ts`, then run with UPDATE_GOLDEN=1.
 */
test('the version of the cache rises with the results of the aligner', async () => {
  const found: unknown[] = [];
  for (const [slug, sigla] of [
    ['telegram-to-liu', ['en', 'zh', 'en-plain']],
    ['universal-declaration', ['en', 'fr', 'zh']],
  ] as const) {
    const { work } = await loadWork(slug, 'editions');
    const editions = sigla.map((siglum) => work.editions.find((each) => each.siglum === siglum));
    const [base, ...others] = editions.filter((edition) => edition !== undefined);
    expect(others).toHaveLength(2);
    for (const other of others) found.push(await alignEditions(base, other));
    found.push(await linkWords({ ...work, corrections: [] }, [base, ...others], base, [0, 6]));
  }
  const rounded = JSON.stringify(found, (_, value) =>
    typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value,
  );
  const now = { version, results: contentHash(rounded, 'content') };
  const known = JSON.parse(readFileSync(golden, 'utf8'));
  if (process.env.UPDATE_GOLDEN && known.version !== version) {
    writeFileSync(golden, `${JSON.stringify(now, null, 2)}\n`);
    return;
  }
  expect(now).toEqual(known);
}, 60_000);
