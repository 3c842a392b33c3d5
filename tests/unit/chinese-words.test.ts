import { Converter } from 'opencc-js';
import { expect, test } from 'vitest';
import { dictionaryWords } from '../../lib/compare/dictionary-words';
import { simplify } from '../../lib/language/chinese';
import { chineseWords } from '../../lib/language/chinese-words';
import { phrasesAround } from '../../lib/language/headwords';
import { wordsF1 } from '../chinese-samples';

/** Character by character: words are as long as in the other script. */
const traditional = Converter({ from: 'cn', to: 't' });

// The figures are of cuts that readers may judge otherwise, as 教书 for 教 书: they compare ways to cut.
test('Chinese is cut into the words of a reader, in both scripts, better than by ICU alone', () => {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const icu = wordsF1((text) => [...segmenter.segment(text)].map(({ segment }) => segment));
  const own = wordsF1(chineseWords);
  expect(own).toBeGreaterThan(0.84);
  expect(own).toBeGreaterThan(icu + 0.1);
  expect(wordsF1((text) => chineseWords(simplify(traditional(text))))).toBeGreaterThan(0.84);
});

test.each([
  ['没有人参与', '没有 人 参与'],
  ['数着数', '数 着 数'],
  ['用了三十倍', '用 了 三十 倍'],
])('words do not begin within others: %s', (text, wanted) => {
  expect(chineseWords(text).join(' ')).toBe(wanted);
});

test('the dictionary gives common uses first, and the parts of a word', () => {
  const [happy] = dictionaryWords('乐');
  expect(happy.entries[0].pinyin).toBe('lè');
  const [capital] = dictionaryWords('政治家');
  expect(capital).toMatchObject({ word: '政治家', parts: ['政治', '政', '治', '家'] });
});

test('phrases hold the words and more', () => {
  expect(phrasesAround('他是政治家。', 2, 4)).toEqual(['政治家']);
});
