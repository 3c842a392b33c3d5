import { readFileSync } from 'node:fs';
import { Converter } from 'opencc-js';
import { expect, test } from 'vitest';
import { simplify } from '../../lib/language/chinese';
import { chineseWords } from '../../lib/language/chinese-words';

/** Character by character: words are as long as in the other script. */
const traditional = Converter({ from: 'cn', to: 't' });

const sentences = readFileSync('tests/fixtures/chinese-words.txt', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(' '));

/** F1 of the words of all sentences, by their places. */
function f1(cut: (text: string) => string[]): number {
  let [right, judged, found] = [0, 0, 0];
  for (const words of sentences) {
    const [own, other] = [places(words), places(cut(words.join('')))];
    right += own.filter((place) => other.includes(place)).length;
    judged += own.length;
    found += other.length;
  }
  return (2 * right) / (judged + found);
}

function places(words: readonly string[]): string[] {
  let end = 0;
  return words.map((word) => {
    const start = end;
    end += word.length;
    return `${start}-${end}`;
  });
}

// The figures are of cuts that readers may judge otherwise, as 教书 for 教 书: they compare ways to cut.
test('Chinese is cut into the words of a reader, in both scripts, better than by ICU alone', () => {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const icu = f1((text) => [...segmenter.segment(text)].map(({ segment }) => segment));
  const own = f1(chineseWords);
  expect(own).toBeGreaterThan(0.84);
  expect(own).toBeGreaterThan(icu + 0.1);
  expect(f1((text) => chineseWords(simplify(traditional(text))))).toBeGreaterThan(0.84);
});
