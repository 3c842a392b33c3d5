import { expect, test } from 'vitest';
import { alikeLetters, Likeness } from '../../lib/collate/likeness';

const words =
  'The the colour color honour harbour boat boats float a ab abc abd Ἀρχή αρχη שלום שלומ naïve naive 1781 1782 ſame same aaaa aaab'.split(
    ' ',
  );

test('words told apart by the letters that they have are those that no edits make alike', () => {
  const worth = (word: string) => word.length / 10;
  const likeness = new Likeness(words, 'und', worth);
  for (const [x, a] of words.entries()) {
    for (const [y, b] of words.entries()) {
      const letters = alikeLetters(a, b);
      const found = likeness.of(x, y);
      // Asked again, or the other way about, the answer is the same.
      expect([likeness.of(x, y), likeness.of(y, x)]).toEqual([found, found]);
      if (letters < 1) expect(found, `${a} ${b}`).toBe(letters === 0 && a === b ? found : letters);
    }
  }
  expect(likeness.of(0, 1)).toBeCloseTo(0.95 * 0.3);
  expect(likeness.of(words.indexOf('colour'), words.indexOf('color'))).toBeGreaterThan(0.8);
});

test('forms of one word are alike though few of their letters are the same', () => {
  const names = ['went', 'go', 'goes', 'boats', 'boat'];
  const likeness = new Likeness(names, 'en', () => 1);
  expect(likeness.of(3, 4)).toBe(0.95);
  expect(likeness.of(0, 2)).toBe(new Likeness([...names].reverse(), 'en', () => 1).of(4, 2));
});

test.each([
  ['asl', 'asleep', true],
  ['北大', '北京大学', true],
  ['昨晚', '昨天晚上', true],
  ['大北', '北京大学', false],
  ['as', 'asleep', false],
  ['leep', 'asleep', false],
])('a short form of a word: %s %s', (a, b, expected) => {
  const likeness = new Likeness([a, b], 'und', () => 1);
  expect([likeness.isShortForm(0, 1), likeness.isShortForm(1, 0)]).toEqual([expected, expected]);
});
