import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keep, recall, version } from '../../lib/cache/cache';
import { parsedFolder, tidyCache } from '../../lib/cache/tidy';
import { alignEditions } from '../../lib/compare/alignments';
import { linkWords } from '../../lib/compare/word-links';
import { contentHash } from '../../lib/core/hash';
import { sentences } from '../../lib/language/sentences';
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

/** Texts whose sentences are not easy to cut. */
const hard: readonly [language: string, text: string][] = [
  ['en', 'Mr. Yu left on 14 Nov. at 3 p.m. It rained. “Stop!” he cried. “Why?” See vol. ii. p. 9.'],
  ['en', 'He wrote to J. S. Mill in Washington, D.C. Nobody answered... and then they did.'],
  ['de', 'Am 9. Mai kam Dr. Weiß, z. B. mit der Bahn. „Wohin?“, fragte er. Karl I. schwieg.'],
  ['fr', 'M. Dupont dit : « Venez ! » Il partit. L’art. 3 al. 2 s’applique.'],
  ['la', 'M. Tullius a. d. III. Non. Iun. scripsit. Quid est? Nihil.'],
  ['ru', 'В 1949 г. он жил в г. Москве. «Когда?» — спросил он. Т. е. вчера.'],
  ['zh', '他说：“走吧！”她问：“去哪儿？”——没有人回答……天黑了。'],
  ['ja', '「行くの？」と彼は言った。雨だった！'],
  ['grc', 'τίς εἶ; ἐγώ εἰμι· ἄκουε.'],
  ['hi', 'वह आया। वह गया॥ क्यों?'],
];

/**
 * What is kept of alignments is known by the version of the cache. When the aligner changes what it
 * finds, or sentences are cut otherwise, whose numbers alignments give, the version must rise: raise
 * it in `lib/cache/cache.ts`, then run with UPDATE_GOLDEN=1.
 */
test('the version of the cache rises with the results of the aligner', async () => {
  const found: unknown[] = hard.map(([language, text]) => sentences(text, language));
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
});
