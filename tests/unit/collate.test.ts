import { describe, expect, test } from 'vitest';
import { diffTexts } from '../../lib/collate/diff';
import { markPassages } from '../../lib/collate/marks';
import { compareSequences } from '../../lib/collate/sequence';

const kinds = (a: string, b: string) =>
  diffTexts(a, b).changes.map(({ kind, a: x, b: y }) => [kind, x, y]);

describe('word diff', () => {
  test('reports replacement, insertion and deletion', () => {
    expect(kinds('The black cat sat there', 'The white cat sat down there')).toEqual([
      ['equal', 'The ', 'The '],
      ['replace', 'black', 'white'],
      ['equal', ' cat sat', ' cat sat'],
      ['insert', '', ' down'],
      ['equal', ' there', ' there'],
    ]);
    expect(kinds('one two three', 'one three')).toEqual([
      ['equal', 'one', 'one'],
      ['delete', ' two', ''],
      ['equal', ' three', ' three'],
    ]);
  });

  test('white space alone is a change of its own', () => {
    expect(kinds('a  b', 'a b')).toEqual([
      ['equal', 'a', 'a'],
      ['replace', '  ', ' '],
      ['equal', 'b', 'b'],
    ]);
  });

  test('chance words do not make confetti', () => {
    const { changes } = diffTexts(
      'Whoever reads of the quiet sea',
      'Everyone thinking of the mountain storms',
    );
    expect(changes).toHaveLength(1);
  });

  test('similarity runs from 0 to 1', () => {
    expect(diffTexts('', '').similarity).toBe(1);
    expect(diffTexts('a', '').similarity).toBe(0);
    expect(diffTexts('a b', 'a c').similarity).toBe(0.5);
  });

  test('characters', () => {
    expect(diffTexts('color', 'colour', { unit: 'character' }).changes).toEqual([
      { kind: 'equal', a: 'colo', b: 'colo' },
      { kind: 'insert', a: '', b: 'u' },
      { kind: 'equal', a: 'r', b: 'r' },
    ]);
  });

  test('Chinese by word', () => {
    expect(kinds('他的态度确实诚恳', '他的态度十分诚恳')).toContainEqual([
      'replace',
      '确实',
      '十分',
    ]);
  });
});

test('long sequences with edits far apart are compared exactly', () => {
  const a = Array.from({ length: 20_000 }, (_, k) => `w${k % 5000}`);
  const b = a.flatMap((word, k) => (k % 1000 === 7 ? [] : k % 1000 === 9 ? [word, 'new'] : [word]));
  const runs = compareSequences(a, b);
  expect(runs.filter(({ equal }) => !equal)).toHaveLength(40);
});

test('wholly different sequences are bounded to one replacement', () => {
  const a = Array.from({ length: 30_000 }, (_, k) => `a${k % 100}`);
  const b = Array.from({ length: 30_000 }, (_, k) => `b${k % 100}`);
  expect(compareSequences(a, b)).toEqual([{ equal: false, a: [0, 30_000], b: [0, 30_000] }]);
});

test('marks fall in the segments they belong to, on words', () => {
  const found = markPassages(['One two.', 'Three four.'], ['One two. Three five.'], 'en');
  expect(found.a).toEqual([
    [],
    [{ kind: 'replace', start: 6, end: 10, other: 'five', difference: 'substitution' }],
  ]);
  expect(found.b).toEqual([
    [{ kind: 'replace', start: 15, end: 19, other: 'four', difference: 'substitution' }],
  ]);
});
