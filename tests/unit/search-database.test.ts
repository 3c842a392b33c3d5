import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { mirrorFolder } from '../../lib/core/config';
import { type SearchRequest, type SearchResult, search } from '../../lib/search/search';
import { closeDatabase, databaseAt } from '../../lib/store/database';
import { FolderStore } from '../../lib/store/folder-store';
import { closeLibrary, refreshLibrary, storeOf } from '../../lib/store/open';
import { PostgresStore } from '../../lib/store/postgres-store';
import { sendLibrary } from '../../lib/store/sync';
import { newDatabase } from '../postgres';

const place = mkdtempSync(path.join(tmpdir(), 'variorum-search-database-'));
const library = path.join(place, 'library');
let url: string;
let copy: string;

const mixed = {
  en: ['A PDF file, and the boat’s oar.', 'He said: the end.', 'Nothing here.'],
  zh: ['这是PDF文件，文。件与船。', `他说${'的了'.repeat(400)}完。`, '沒有條約'],
  ja: ['ファイルとボートの櫂。', '彼は終わりと言った。', 'がかのき'],
  th: ['ไฟล์และเรือ', 'เขาพูดว่าจบ', 'ก็กา'],
};
const passages = Object.values(mixed).flat();

beforeAll(async () => {
  cpSync('editions', library, { recursive: true });
  const work = path.join(library, 'mixed');
  mkdirSync(work);
  for (const [language, paragraphs] of Object.entries(mixed)) {
    const text = `---\nlanguage: ${language}\n---\n\n${paragraphs.join('\n\n')}\n`;
    writeFileSync(path.join(work, `${language}.md`), text);
  }
  vi.stubEnv('VARIORUM_CACHE', path.join(place, 'cache'));
  url = await newDatabase(inject('postgres'));
  await sendLibrary(new FolderStore(library), new PostgresStore(url), new Map());
  vi.stubEnv('DATABASE_URL', url);
  copy = mirrorFolder(url);
  await refreshLibrary();
});
afterAll(async () => {
  await closeLibrary();
  await closeDatabase(url);
  vi.unstubAllEnvs();
  rmSync(place, { recursive: true, force: true });
});

async function find(folder: string, request: SearchRequest): Promise<SearchResult> {
  const found = await search(request, { folder, timeoutMs: 120_000 });
  if (found.state === 'pending') throw new Error('the index is not ready');
  return found.value;
}
/** What is found in the database, and in a file of the same library. */
async function both(query: string, more: Omit<SearchRequest, 'query'> = {}) {
  const request = { query, limit: 200, ...more };
  const found = [await find(copy, request), await find(library, request)];
  return found.map(({ hits, total, complete }) => ({ hits, total, complete }));
}

test('the tables are asked, not a file', async () => {
  const { total } = await find(copy, { query: 'Taiwan' });
  expect(total).toBeGreaterThan(0);
  const { tables } = databaseAt(url);
  const works = await tables.selectFrom('library_search_work').select('slug').execute();
  expect(works.map(({ slug }) => slug).sort()).toEqual([
    'mixed',
    'telegram-to-liu',
    'the-bellmakers-daughter',
    'universal-declaration',
  ]);
});

test.each([
  '文件',
  '文',
  '件与',
  '的',
  '的了的',
  'pdf文件',
  '"这是 pdf"',
  '条约',
  'が',
  'か',
  'ボートの櫂',
  'ก',
  'ก็',
  'เรือ',
  'said -end',
  '-pdf 文',
  'en:pdf -zh:船',
  'zh:船 en:boat',
  't?e',
  '*oat',
  '/bo+at/',
  '/the end/ -nothing',
  '/r.ght to/',
  'wa*',
  '"shall be subj"*',
  'the',
])('%s is found in both', async (query) => {
  const [tables, file] = await both(query);
  expect(tables).toEqual(file);
});

test('where to look holds in both', async () => {
  for (const more of [
    { works: ['mixed'] },
    { languages: ['zh'] },
    { editions: ['en'], from: 3, limit: 5 },
  ]) {
    const [tables, file] = await both('的 -了', more);
    expect(tables).toEqual(file);
    const [words, inFile] = await both('the', more);
    expect(words).toEqual(inFile);
  }
});

test('any piece of a text is found in both', async () => {
  const piece = fc
    .tuple(fc.constantFrom(...passages), fc.nat(40), fc.integer({ min: 1, max: 8 }))
    .map(([text, from, length]) => text.slice(from % text.length).slice(0, length));
  const term = fc
    .tuple(fc.boolean(), fc.constantFrom('', '', 'en:', 'zh:', 'th:'), piece, fc.boolean())
    .map(([not, scope, words, star]) => `${not ? '-' : ''}${scope}"${words}"${star ? '*' : ''}`);
  const query = fc.array(term, { minLength: 1, maxLength: 3 }).map((terms) => terms.join(' '));
  const outcome = (asked: string) => both(asked).catch((error: Error) => error.message);
  await fc.assert(
    fc.asyncProperty(query, async (asked) => {
      const found = await outcome(asked);
      if (typeof found !== 'string') expect(found[0]).toEqual(found[1]);
    }),
    { numRuns: 120, seed: 1949 },
  );
});

test('what is saved is found, what was taken away is not, and a work that is gone neither', async () => {
  const store = await storeOf(copy);
  const text = (word: string) => `---\nlanguage: en\n---\n\nA word: ${word}.\n`;
  const total = async (query: string) => (await find(copy, { query })).total;
  await store.write([{ path: 'added/en.md', content: text('xylophone') }]);
  await expect.poll(() => total('xylophone')).toBe(1);
  await store.write([{ path: 'added/en.md', content: text('glockenspiel') }]);
  await expect.poll(() => total('glockenspiel')).toBe(1);
  expect(await total('xylophone')).toBe(0);
  await store.write([{ path: 'added/en.md', content: null }]);
  await expect.poll(() => total('glockenspiel')).toBe(0);
});
