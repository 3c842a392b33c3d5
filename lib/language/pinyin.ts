import { convert, pinyin } from 'pinyin-pro';

/** A Chinese character and how it is read where it stands; UTF-16 offsets. */
export interface Reading {
  start: number;
  end: number;
  pinyin: string;
}

/** The readings of the Chinese characters of a text, by the words they are in (pinyin-pro). */
export function readings(text: string): Reading[] {
  const found: Reading[] = [];
  let at = 0;
  for (const { origin, pinyin: reading, isZh } of pinyin(text, { type: 'all' })) {
    if (isZh && reading) found.push({ start: at, end: at + origin.length, pinyin: reading });
    at += origin.length;
  }
  // Were the library to drop or join characters, readings would stand over the wrong ones.
  return at === text.length ? found : [];
}

/** The numbered syllables of the dictionary with tone marks: "Zhou1 En1 lai2" → "Zhōu Ēn lái". */
export function toneMarks(numbered: string): string {
  return numbered
    .split(' ')
    .map((syllable) => {
      const marked = convert(syllable.toLowerCase().replace('u:', 'ü').replace('5', ''));
      return /^[A-Z]/.test(syllable) ? marked[0].toUpperCase() + marked.slice(1) : marked;
    })
    .join(' ');
}
