import { describe, expect, test } from 'vitest';
import { englishStem } from '../../lib/language/english';
import { properNames, romanisedNames } from '../../lib/language/names';
import { readRomanised, wadeGiles } from '../../lib/language/romanisation';

test.each([
  ['mao', 'mao'],
  ['ze', 'tse'],
  ['dong', 'tung'],
  ['jiang', 'chiang'],
  ['jie', 'chieh'],
  ['shi', 'shih'],
  ['guo', 'kuo'],
  ['xu', 'hsu'],
  ['qian', 'chien'],
  ['zhuo', 'cho'],
])('Pinyin %s is Wade–Giles %s', (pinyin, wade) => expect(wadeGiles(pinyin)).toBe(wade));

describe('names in Latin letters', () => {
  test('are read as Pinyin or as Wade–Giles', () => {
    expect(readRomanised('zhou')).toEqual([['zhou']]);
    expect(readRomanised('chou')).toEqual(expect.arrayContaining([['zhou'], ['chou']]));
    expect(readRomanised('enlai')).toContainEqual(['en', 'lai']);
    expect(readRomanised('stalin')).toEqual([]);
  });

  test('are words that are never written small', () => {
    const names = properNames(['Zhou met Stalin. The man met him.', 'Man proposes; the sun rose.']);
    expect(names.has('zhou')).toBe(true);
    expect(names.has('man')).toBe(false);
    expect(names.has('the')).toBe(false);
  });

  test.each([
    ['zhou', '周'],
    ['chou', '周'],
    ['enlai', '恩'],
    ['lai', '来'],
    ['xiaoman', '小满'],
  ])('%s stands for %s', (name, word) => {
    const found = romanisedNames(new Set([name]), ['周', '恩', '来', '小满', '河', '船']);
    expect(found.map(([each]) => each)).toContain(word);
    expect(found.map(([each]) => each)).not.toContain('船');
  });
});

test.each([
  ['took', 'take'],
  ['children', 'child'],
  ['went', 'going'],
  ['feet', 'foot'],
  ['agreements', 'agreement'],
])('%s and %s share a stem', (x, y) => expect(englishStem(x)).toBe(englishStem(y)));
