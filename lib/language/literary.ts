import { languageFamily, primaryLanguage } from '../edition/model';

/** Characters without which hardly a sentence of modern Chinese is written. */
const modern = /[的了这這那们們个個吗嗎呢吧么麼着]/gu;

/** Texts with less of them than this, as a share of all characters, are literary Chinese. */
const maxModern = 0.01;
/** Shorter texts say too little. */
const minCharacters = 6;

/** Whether Chinese texts are in the literary language, in which nearly every character is a word. */
function isLiterary(texts: readonly string[]): boolean {
  const sample = texts.map((text) => text.slice(0, 10_000)).join('\n');
  const characters = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (characters < minCharacters || /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sample)) {
    return false;
  }
  return (sample.match(modern)?.length ?? 0) < maxModern * characters;
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
