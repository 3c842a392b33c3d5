import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readMarkdownEdition } from '../../lib/edition/read';

const archive = readFileSync('tests/fixtures/archive/telegram-to-liu.md', 'utf8');
const edition = readFileSync('editions/telegram-to-liu/en.md', 'utf8');

test('the archive’s loose header gives clean metadata', () => {
  const { segments, warnings, ...metadata } = readMarkdownEdition(archive);
  expect(metadata).toEqual({
    title: 'Telegram to Liu',
    author: 'Mao Zedong',
    date: '1949-12-18',
    source:
      'See Pei Jianzhang et al., Zhonghua renmin gongheguo waijiaoshi [A Diplomatic History of the People’s Republic of China] (Beijing: World Affairs Press, 1994), pp. 17–18.'.replace(
        '’',
        "'",
      ),
    url: 'http://digitalarchive.wilsoncenter.org/document/110393',
    category: 'Speeches/Documents',
  });
  expect(warnings).toEqual([]);
  expect(segments.map(({ label }) => label)).toEqual(['(1)', '(2)', '(3)', '(4)']);
});

test('the edition in the library keeps the archive’s text to the letter', () => {
  const from = (text: string) => text.slice(text.indexOf('(1) [I] arrived')).trimEnd();
  expect(from(edition)).toBe(from(archive));
  const read = readMarkdownEdition(edition);
  const source = readMarkdownEdition(archive);
  expect(read.segments.map(({ text, spans }) => ({ text, spans }))).toEqual(
    source.segments.map(({ text, spans }) => ({ text, spans })),
  );
  expect(read).toMatchObject({
    title: source.title,
    author: source.author,
    date: source.date,
    source: source.source,
  });
});

test('editorial brackets are spans, emphasis in them foreign words', () => {
  const { segments } = readMarkdownEdition(archive);
  const { text, spans } = segments[2];
  const shown = spans.map(({ kind, start, end, language }) => [
    kind,
    text.slice(start, end),
    language,
  ]);
  expect(shown).toContainEqual(['editorial', '[Port Arthur]', undefined]);
  expect(shown).toContainEqual(['editorial', '[zhengzhi ziben]', undefined]);
  expect(shown).toContainEqual(['foreign', 'zhengzhi ziben', 'zh-Latn-pinyin']);
  expect(segments[0].spans[0]).toEqual({ kind: 'editorial', start: 0, end: 3 });
});

test.each([
  [
    '**Title:** A Talk\n**Author:** zhou enlai\n\nText here.',
    { title: 'A Talk', author: 'Zhou Enlai' },
  ],
  ['1950\n\n**Title:** X\n\n**Date:** January 5\n\nBody.', { title: 'X', date: '1950-01-05' }],
  ['**Title**: X\n\n**Date:** 5 Jan. 1950.\n\nBody.', { title: 'X', date: '1950-01-05' }],
  ['1950\n\n**Title:** X\n\nBody.', { title: 'X', date: '1950' }],
  ['**Title:** X\n\n**Author:** Ludwig van Beethoven\n\nBody.', { author: 'Ludwig van Beethoven' }],
  ['**Title:** X\n\n**Source:** A (b) c) d\n\nBody.', { source: 'A (b) c d' }],
])('other headers of the style: %j', (source, expected) => {
  const draft = readMarkdownEdition(source);
  expect(draft).toMatchObject(expected);
  expect(draft.segments).toHaveLength(1);
});

test('a date that cannot be read is reported, with its line', () => {
  const { date, warnings } = readMarkdownEdition('**Title:** X\n\n**Date:** some day\n\nBody.');
  expect(date).toBeUndefined();
  expect(warnings).toEqual([
    expect.objectContaining({ line: 3, message: expect.stringContaining('some day') }),
  ]);
});

test('a text that merely begins in bold has no header', () => {
  const { segments, title } = readMarkdownEdition('**Note:** this is the text.\n\nMore.');
  expect(title).toBeUndefined();
  expect(segments).toHaveLength(2);
});
