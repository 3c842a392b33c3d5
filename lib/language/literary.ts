import { languageFamily, primaryLanguage } from '../edition/model';
import { maxRun, wordSegmenter } from './segmenter';

/** Characters without which hardly a longer sentence of modern Chinese is written. */
const modern = /[的了这這那们們个個吗嗎呢吧么麼着]/gu;

/** Texts with more of them than this, as a share of all characters, are modern. */
const maxModern = 0.01;

/** Particles and pronouns of literary Chinese; modern Chinese keeps some of them in set phrases. */
const classical = /[之乎者也矣焉哉其曰吾汝乃而于於以所则則亦若岂豈弗毋尔爾兮予余孰奚夫]/gu;

/**
 * Where a text has no modern particle, the share of its characters in words of several characters, less
 * three times that of literary particles, is at most this in literary Chinese. Of single sentences, ours
 * and well-known ones, this and the form of verse judge 19 of 20 modern and 25 of 26 literary ones right.
 */
const maxCompounds = 0.5;

/** Shorter texts say too little. */
const minCharacters = 6;

/** Whether Chinese texts are in the literary language, in which nearly every character is a word. */
function isLiterary(texts: readonly string[]): boolean {
  const sample = texts.map((text) => text.slice(0, 10_000)).join('\n');
  const characters = count(sample, /\p{Script=Han}/gu);
  if (characters < minCharacters || /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sample)) {
    return false;
  }
  if (count(sample, modern) >= maxModern * characters) return false;
  if (isRegularVerse(sample)) return true;
  const compounds = charactersInCompounds(sample) - 3 * count(sample, classical);
  return compounds <= maxCompounds * characters;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Lines of three, four, five or seven characters each, as in the old poems and primers. */
function isRegularVerse(text: string): boolean {
  const lines = text.split(/[\p{P}\s]+/u).filter((line) => line !== '');
  const [{ length } = { length: 0 }] = lines;
  return (
    [3, 4, 5, 7].includes(length) &&
    lines.length >= 4 &&
    lines.every((line) => line.length === length)
  );
}

/** How many characters stand in words of several, as ICU cuts; a sample is enough. */
function charactersInCompounds(text: string): number {
  let sum = 0;
  for (const run of text.match(/\p{Script=Han}+/gu) ?? [])
    for (const { segment } of wordSegmenter('zh').segment(run.slice(0, maxRun)))
      if (segment.length > 1) sum += segment.length;
  return sum;
}

/** Languages in which nearly every character is a word. */
const characterLanguages = new Set(['lzh', 'och', 'ltc']);

export const isCharacterLanguage = (tag: string): boolean =>
  characterLanguages.has(primaryLanguage(tag));

/**
 * The language that texts of one or several languages are compared in: that of the first, but literary
 * Chinese where one of them is in that, since modern words do not meet its characters.
 */
export const sharedLanguage = (...tags: readonly string[]): string =>
  tags.find(isCharacterLanguage) ?? tags[0] ?? 'und';

/** The language by whose rules the words of texts are cut: theirs, or `lzh` for literary Chinese. */
export function wordLanguage(language: string, ...texts: string[]): string {
  const primary = languageFamily(language);
  return (primary === 'zh' || primary === 'und') && isLiterary(texts) ? 'lzh' : language;
}
