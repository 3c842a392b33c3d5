import { rmSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { interleave } from '../../lib/align/interleave';
import { lookUp } from '../../lib/compare/passage';
import { openReading, profile } from '../../lib/compare/reading';
import { readyValue } from '../../lib/core/pending';
import { divide } from '../../lib/edition/sections';
import { chooseEditions } from '../../lib/works/choose';
import { loadWork } from '../../lib/works/load';
import { makeLibrary } from '../library';

const library = makeLibrary();
afterAll(() => rmSync(library, { recursive: true }));
const request = { ignore: [], only: false, page: 1, ruby: 'off' as const };
const open = async (slug: string, ...sigla: string[]) => {
  const { work } = await loadWork(slug, library);
  return { work, ...chooseEditions(work, { editions: sigla }) };
};

describe('sections', () => {
  test('cover all rows in order, and begin at headings', () => {
    const headings = [0, 90, 180, 270, 500].map((row) => ({ row }));
    const sections = divide(600, headings);
    expect(sections.map(({ from }) => from)).toEqual([0, 90, 180, 270, 370, 470, 500]);
    expect(sections.at(-1)?.to).toBe(600);
    sections.slice(1).forEach(({ from }, k) => {
      expect(from).toBe(sections[k].to);
    });
  });
  test('short chapters share one, and works without headings are cut evenly', () => {
    const short = Array.from({ length: 60 }, (_, k) => ({ row: k * 10 }));
    const sizes = divide(600, short).map(({ from, to }) => to - from);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(40);
    expect(divide(1000, []).every(({ from, to }) => to - from <= 100)).toBe(true);
    expect(divide(0, [])).toEqual([]);
    expect(divide(120, short)).toEqual([{ from: 0, to: 120 }]);
  });
});

describe('a reading', () => {
  test('opens where it is asked to, by row and by segment', async () => {
    const { work, editions, base } = await open('universal-declaration', 'en', 'zh');
    const found = readyValue(await openReading(work, editions, base, request, 60_000), 'not ready');
    expect(found.rows).toHaveLength(found.kept.length);
    expect(profile(found.kept, found.summary, 10).length).toBeLessThanOrEqual(10);
    expect(found.outline.length).toBeGreaterThan(25);
  });
  test('carries the readings of Chinese characters where they are asked for', async () => {
    const { work, editions, base } = await open('telegram-to-liu', 'zh', 'en');
    const opened = await openReading(work, editions, base, { ...request, ruby: 'pinyin' }, 60_000);
    const found = readyValue(opened, 'not ready');
    const [chinese, english] = found.rows[0].cells.map(({ segments }) => segments[0]);
    expect(chinese.readings?.slice(0, 3).map(({ text }) => text)).toEqual(['wǒ', 'yú', 'shí']);
    for (const { start, end } of chinese.readings ?? []) {
      expect(chinese.segment.text.slice(start, end)).toMatch(/^\p{Script=Han}$/u);
    }
    expect(english.readings).toBeUndefined();
  });
});

test('interleaving keeps every sentence once, those that correspond together', () => {
  const cell = (...links: string[][]) => ({
    segments: [{ sentences: links.map((l) => ({ links: l })) }],
  });
  const groups = interleave([
    cell(['0-0'], ['0-1', '1-0'], ['0-3']),
    cell(['0-0'], [], ['0-1'], ['0-3']),
    cell(['1-0', '0-1'], []),
  ]);
  const flat = groups.map((group) => group.map((list) => list.map(({ sentence }) => sentence)));
  expect(flat).toEqual([
    [[0], [0], []],
    [[], [1], []],
    [[1], [2], [0]],
    [[], [], [1]],
    [[2], [3], []],
  ]);
});

test('words are looked up in every edition, with the dictionary', async () => {
  const { work, editions, base } = await open('telegram-to-liu', 'zh', 'en', 'en-plain');
  const [zh, en] = editions;
  const third = en.segments[2];
  const start = third.text.indexOf('thirty-year lease');
  const found = await lookUp(work, editions, base, {
    siglum: 'en',
    segment: third.id,
    start,
    end: start + 'thirty-year lease'.length,
  });
  expect(found.counterparts).toMatchObject([
    { siglum: 'zh', kind: 'rendering', text: expect.stringContaining('租借') },
    { siglum: 'en-plain', kind: 'reading', text: 'thirty-year lease', same: true },
  ]);
  expect(found.dictionary[0]).toMatchObject({
    word: '租借',
    entries: [{ pinyin: 'zū jiè', glosses: expect.arrayContaining(['to lease']) }],
  });
  const back = await lookUp(work, editions, base, {
    siglum: 'zh',
    segment: zh.segments[2].id,
    start: zh.segments[2].text.indexOf('租借'),
    end: zh.segments[2].text.indexOf('租借') + 2,
  });
  expect(back.counterparts[0].text).toContain('lease');
  await expect(
    lookUp(work, editions, base, { siglum: 'en', segment: 'gone', start: 0, end: 1 }),
  ).rejects.toThrow('has no such words');
});
