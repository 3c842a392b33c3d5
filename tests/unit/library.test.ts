import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compareEditions } from '../../lib/compare/compare-editions';
import type { Work } from '../../lib/edition/model';
import { chooseEditions } from '../../lib/works/choose';
import { listWorks, loadWork } from '../../lib/works/load';
import { makeLibrary } from '../library';

const library = makeLibrary();
afterAll(() => rmSync(library, { recursive: true }));

test('one bad edition hides no other', async () => {
  const { work, problems } = await loadWork('faulty', library);
  expect(work.order).toEqual(['better', 'good']);
  expect(problems.map(({ file }) => file).sort()).toEqual([
    'faulty/binary.md',
    'faulty/empty.md',
    'faulty/huge.md',
    'faulty/latin1.md',
    'faulty/malformed.md',
  ]);
  for (const problem of problems) expect(problem.remedy).toBeTruthy();
  expect(listWorks(library)).toEqual([
    'broken',
    'corrected',
    'faulty',
    'long',
    'telegram-to-liu',
    'the-bellmakers-daughter',
    'universal-declaration',
    'unread',
  ]);
  await expect(loadWork('broken', library)).rejects.toThrow('not valid JSON');
});

test('an edition is read again when its file changes', async () => {
  const file = path.join(library, 'faulty', 'good.md');
  const before = (await loadWork('faulty', library)).work.editions.find(
    ({ siglum }) => siglum === 'good',
  )!;
  expect((await loadWork('faulty', library)).work.editions).toContain(before);
  writeFileSync(file, 'Changed.\n');
  utimesSync(file, new Date(), new Date(Date.now() + 2000));
  const after = (await loadWork('faulty', library)).work.editions.find(
    ({ siglum }) => siglum === 'good',
  )!;
  expect(after.segments.map(({ text }) => text)).toEqual(['Changed.']);
});

describe('choosing editions', () => {
  let work: Work;
  beforeAll(async () => {
    ({ work } = await loadWork('telegram-to-liu', library));
  });
  const sigla = (request: Parameters<typeof chooseEditions>[1]) => {
    const { editions, base } = chooseEditions(work, request);
    return `${editions.map(({ siglum }) => siglum)}|${base.siglum}`;
  };
  test.each([
    [{}, 'zh,en,en-literal|en'],
    [{ editions: ['en-plain', 'zh'] }, 'en-plain,zh|en-plain'],
    [{ editions: ['en-plain'] }, 'en-plain,en|en'],
    [{ editions: ['en', 'zh'], bases: ['zh'] }, 'en,zh|zh'],
    [{ editions: ['en', 'en', 'zh'] }, 'en,zh|en'],
  ])('%j', (request, expected) => expect(sigla(request)).toBe(expected));

  test.each([
    [{ editions: ['nobody'] }, 'has no edition “nobody”'],
    [{ editions: ['en', 'zh'], bases: ['en-plain'] }, 'not among the editions shown'],
    [{ editions: ['1', '2', '3', '4', '5', '6'] }, 'more than fit'],
  ])('refuses %j', (request, message) => expect(() => sigla(request)).toThrow(message));
});

test('the comparison shows merged, split and redivided paragraphs', async () => {
  const { work } = await loadWork('telegram-to-liu', library);
  const { editions, base } = chooseEditions(work, { editions: ['en', 'en-plain', 'zh'] });
  const { rows, similarity } = await compareEditions(work, editions, base);
  expect(rows.map(({ cells }) => cells.map(({ division }) => division))).toEqual([
    ['same', 'same', 'same'],
    ['same', 'same', 'same'],
    ['same', 'redivided', 'same'],
  ]);
  expect(similarity[0]).toBeNull();
  expect(similarity[1]).toBeGreaterThan(0.3);
  expect(similarity[2]).toBeNull();
});

test('sentences of all editions shown share links through the base', async () => {
  const { work } = await loadWork('telegram-to-liu', library);
  const { editions, base } = chooseEditions(work, { editions: ['zh', 'en', 'en-literal'] });
  const [first] = (await compareEditions(work, editions, base)).rows;
  const links = first.cells.map(({ segments }) => new Set(segments[0].sentences[1].links));
  expect([...links[0]].some((link) => links[2].has(link))).toBe(true);
});
