import { expect, test } from 'vitest';
import { InputError } from '../../lib/core/errors';
import { readMarkdownEdition } from '../../lib/edition/read';

const read = (source: string) => readMarkdownEdition(source).segments;
const fault = (source: string): InputError => {
  try {
    readMarkdownEdition(source);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('no error was thrown');
};

test('blocks become segments in order, footnotes last', () => {
  const segments = read(
    '# Title\n\nFirst[^1] line\nwrapped.\n\n3. three\n4. four\n\n> quoted\n\n[^1]: A note.\n\n| a | b |\n|---|---|\n| c | d |\n',
  );
  expect(segments.map(({ kind, label, text }) => [kind, label, text])).toEqual([
    ['heading', undefined, 'Title'],
    ['paragraph', undefined, 'First line wrapped.'],
    ['item', '3.', 'three'],
    ['item', '4.', 'four'],
    ['paragraph', undefined, 'quoted'],
    ['row', undefined, 'a | b'],
    ['row', undefined, 'c | d'],
    ['footnote', '1', 'A note.'],
  ]);
  expect(segments[1].spans).toEqual([{ kind: 'note', start: 5, end: 5, target: '1' }]);
});

test('positions lead back to the file', () => {
  const source = '---\ntitle: X\n---\n\nOne.\n\nTwo.\n';
  const [, two] = read(source);
  expect(two.position).toMatchObject({ line: 7, column: 1 });
  expect(source.slice(two.position!.start, two.position!.end)).toBe('Two.');
});

test.each([
  ['(1) text', '(1)', 'text'],
  ['（一）文字', '（一）', '文字'],
  ['四、文字', '四、', '文字'],
  ['§ 5 text', '§ 5', 'text'],
  ['1949 was a year', undefined, '1949 was a year'],
  ['(aside) text', undefined, '(aside) text'],
  ['(12)', undefined, '(12)'],
])('label of %j', (source, label, text) => {
  expect(read(source)[0]).toMatchObject(label ? { label, text } : { text });
  expect(read(source)[0].label).toBe(label);
});

test('ids stand while the segment’s own text stands', () => {
  const before = read('One.\n\nTwo.\n\nThree.');
  const after = read('Zero.\n\nOne, changed.\n\nTwo.\n\nThree.');
  expect(after.slice(2).map(({ id }) => id)).toEqual(before.slice(1).map(({ id }) => id));
  const twins = read('Same.\n\nSame.');
  expect(new Set(twins.map(({ id }) => id)).size).toBe(2);
});

test('one emphasised English word is not taken for Chinese', () => {
  expect(read('He *can* go')[0].spans[0].kind).toBe('emphasis');
  expect(read('the term [*guanxi*] here')[0].spans).toContainEqual(
    expect.objectContaining({ kind: 'foreign', language: 'zh-Latn-pinyin' }),
  );
});

test.each([
  ['---\ntitle: [x\n---\n\nText', 2, 'not valid YAML'],
  ['---\ntitle: X\ndate: soon\n---\n\nText', 3, '“date” must be a date'],
  ['---\ntitle: X\nkind: copy\n---\n\nText', 3, '“kind” must be one of original'],
  ['---\nlanguage: "?!"\n---\n\nText', 2, 'BCP 47'],
  ['---\n- a\n- b\n---\n\nText', 2, 'list of “name: value” lines'],
  ['---\ntitle: X\n\nText without an end', 1, 'not closed'],
])('malformed front matter %j is reported with its line', (source, line, message) => {
  const error = fault(source);
  expect(error.line).toBe(line);
  expect(error.message).toContain(message);
  expect(error.remedy).toBeTruthy();
});
