/**
 * How well Chinese is read (Pinyin of characters with several readings) and cut into words, beside
 * pinyin-pro and ICU on the same sentences in the same run. Both samples were judged for this project;
 * words can be cut otherwise with as good a reason, so that F1 serves to compare.
 *
 *     npm run bench:chinese
 */
import { Converter } from 'opencc-js';
import { pinyin } from 'pinyin-pro';
import { simplify } from '../../lib/language/chinese';
import { chineseWords } from '../../lib/language/chinese-words';
import { readings } from '../../lib/language/pinyin';
import { readingsRight, wordSamples, wordsF1 } from '../chinese-samples';

const scripts = {
  simplified: (text: string) => text,
  traditional: Converter({ from: 'cn', to: 'tw' }),
};

/** The library alone, each character at its place. */
function libraryReadings(text: string): { start: number; pinyin: string }[] {
  let start = 0;
  return pinyin(text, { type: 'all' }).map(({ origin, pinyin: reading }) => {
    const at = start;
    start += origin.length;
    return { start: at, pinyin: reading };
  });
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const ways = {
  Variorum: { read: readings, cut: (text: string) => chineseWords(simplify(text)) },
  'pinyin-pro': { read: libraryReadings, cut: null },
  ICU: {
    read: null,
    cut: (text: string) => [...segmenter.segment(text)].map((each) => each.segment),
  },
};

const table: Record<string, Record<string, string>> = {};
for (const [name, { read, cut }] of Object.entries(ways)) {
  table[name] = {};
  for (const [script, convert] of Object.entries(scripts)) {
    if (read) {
      const { count, wrong } = readingsRight(convert, read);
      table[name][`readings, ${script} (${count})`] = (1 - wrong.length / count).toFixed(3);
    }
    if (cut)
      table[name][`F1 of words, ${script} (${wordSamples().length} sentences)`] = wordsF1((text) =>
        cut(convert(text)),
      ).toFixed(3);
  }
}
console.table(table);
