import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { openReading } from '../../lib/compare/reading';
import { exportWork } from '../../lib/studies/export-work';
import { editParagraph, readParagraph } from '../../lib/works/edit-paragraph';
import { editEdition } from '../../lib/works/edit-work';
import { findEdition, loadWork } from '../../lib/works/load';
import {
  addPronunciation,
  placePronunciations,
  removePronunciation,
} from '../../lib/works/pronunciations';
import { undoChanges } from '../../lib/works/undo';

const library = mkdtempSync(path.join(tmpdir(), 'pronunciations-'));
afterAll(() => rmSync(library, { recursive: true }));
const slug = 'barracks';
const file = path.join(library, slug, 'pronunciations.json');

const source = `---
language: zh
title: 营房
---

长官说，这里的银行行长很长。

另一位长官没有来。<ruby>长<rt>cháng</rt></ruby>官是地名。
`;

beforeEach(() => {
  rmSync(path.join(library, slug), { recursive: true, force: true });
  mkdirSync(path.join(library, slug), { recursive: true });
  writeFileSync(path.join(library, slug, 'zh.md'), source);
});

const load = async () => (await loadWork(slug, library)).work;

/** The Pinyin over each segment, as the reading page shows it: pairs of a character and its syllable. */
async function shown(siglum = 'zh'): Promise<string[]> {
  const work = await load();
  const edition = findEdition(work, siglum);
  const request = { ignore: [], only: false, page: 1, ruby: 'pinyin' as const };
  const opened = await openReading(work, [edition], edition, request, 60_000);
  if (opened.state === 'pending') throw new Error('not ready');
  return opened.value.rows.map(({ cells }) =>
    cells[0].segments
      .flatMap(({ segment, readings = [] }) =>
        readings.map(({ start, end, text }) => segment.text.slice(start, end) + text),
      )
      .join(' '),
  );
}

/** A pronunciation of a character at its n-th place in the first paragraph. */
async function place(word: string, nth: number, pinyin: string) {
  const work = await load();
  const { id, text } = work.editions[0].segments[0];
  let start = -1;
  for (let k = 0; k <= nth; k++) start = text.indexOf(word, start + 1);
  const target = { edition: 'zh', segment: id, start, end: start + word.length };
  return addPronunciation(work, { edition: 'zh', word, pinyin, place: target }, library);
}

describe('pronunciations said by hand', () => {
  test('of a word hold wherever the edition has it, and undoing takes them away', async () => {
    const before = await shown();
    const changed = await addPronunciation(
      await load(),
      { edition: 'zh', word: '官说', pinyin: 'GUAN4  shuo4' },
      library,
    );
    expect(await shown()).toEqual([before[0].replace('官guān 说shuō', '官guàn 说shuò'), before[1]]);
    await undoChanges(slug, changed, library);
    expect(await shown()).toEqual(before);
  });

  test('of a place come before those of a word, and a longer word before a shorter', async () => {
    const work = await load();
    await addPronunciation(work, { edition: 'zh', word: '长', pinyin: 'zhàng' }, library);
    await addPronunciation(work, { edition: 'zh', word: '行长', pinyin: 'xíng cháng' }, library);
    await place('长', 2, 'zhǎng');
    const [first] = await shown();
    expect(first).toMatch(/^长zhàng 官.* 行xíng 长cháng 很hěn 长zhǎng$/);
  });

  test('leave readings of the source as they are, which have none beside them', async () => {
    await addPronunciation(
      await load(),
      { edition: 'zh', word: '长官', pinyin: 'zhàng guàn' },
      library,
    );
    const [, second] = await shown();
    expect(second).toContain('长zhàng 官guàn');
    // 长 has the reading of its source; the word with it is not touched.
    expect(second).toMatch(/ 来lái 官guān 是shì 地dì 名míng$/);
  });

  test('follow their words when the paragraph is edited, by what is around them', async () => {
    await place('行', 1, 'xìng');
    const { id } = (await load()).editions[0].segments[0];
    const { source: before, revision } = await readParagraph(slug, 'zh', id, library);
    const next = `行人很多，行走很慢。${before}`;
    await editParagraph(slug, 'zh', id, next, revision, library);
    expect((await shown())[0]).toMatch(/行xíng 人.*行xíng 走.*银yín 行háng 行xìng 长/);
  });

  test('whose words are gone are reported, and kept', async () => {
    await place('行长', 0, 'háng zhàng');
    const { id } = (await load()).editions[0].segments[0];
    const { revision } = await readParagraph(slug, 'zh', id, library);
    await editParagraph(slug, 'zh', id, '长官没有说。', revision, library);
    const { problems } = await loadWork(slug, library);
    expect(problems.map(({ message }) => message)).toEqual([
      '“行长” was said to be read “háng zhàng” at a place of “zh” that does not have it any more',
    ]);
    expect(readFileSync(file, 'utf8')).toContain('háng zhàng');
  });

  test('follow an edition that is renamed', async () => {
    await place('行', 0, 'xìng');
    await editEdition(slug, 'zh', { siglum: 'cn' }, undefined, library);
    expect((await shown('cn'))[0]).toContain('银yín 行xìng');
  });

  test('are ruby in what is exported', async () => {
    await addPronunciation(
      await load(),
      { edition: 'zh', word: '长官', pinyin: 'zhǎng guān' },
      library,
    );
    const work = await load();
    const markdown = String(await exportWork(work, 'markdown', ['zh'], library));
    expect(markdown).toContain(
      '<ruby>长<rt>zhǎng</rt></ruby><ruby>官<rt>guān</rt></ruby>说，这里的银行行长很长。',
    );
    expect(String(await exportWork(work, 'tei', ['zh'], library))).toContain('<rt>zhǎng</rt>');
  });

  test('of the same matter make way, and one is taken out by its id', async () => {
    const work = await load();
    for (const pinyin of ['cháng guān', 'zhǎng guān']) {
      await addPronunciation(work, { edition: 'zh', word: '长官', pinyin }, library);
    }
    const all = placePronunciations(await load());
    expect(all).toMatchObject([{ word: '长官', pinyin: 'zhǎng guān' }]);
    await removePronunciation(slug, all[0].id, library);
    expect(placePronunciations(await load())).toEqual([]);
    await expect(removePronunciation(slug, all[0].id, library)).rejects.toThrow('no such');
  });

  test.each([
    ['长官', 'zhǎng', 'one syllable'],
    ['长官', 'zhǎng guān guān', 'one syllable'],
    ['长官', 'zhǎng xxq', 'one syllable'],
    ['长，', 'zhǎng guān', 'Chinese characters'],
    ['将军', 'jiāng jūn', 'does not stand there'],
  ])('of %s as %s are refused', async (word, pinyin, message) => {
    const work = await load();
    const adding = async () => addPronunciation(work, { edition: 'zh', word, pinyin }, library);
    await expect(adding()).rejects.toThrow(message);
  });
});
