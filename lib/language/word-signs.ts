import { primaryLanguage } from '../edition/model';

/**
 * A sign that stands for a word, as part of a regular expression: “and”, “section”, “per cent”, a
 * currency, a picture, a flag.
 */
export const wordSign = String.raw`(?:[&＆⁊§№%‰+@\p{Sc}\p{Emoji_Presentation}]|\p{Extended_Pictographic}\uFE0F)`;

/** The word that the ampersand and the Tironian note stand for. */
const and: Readonly<Record<string, string>> = {
  da: 'og',
  de: 'und',
  en: 'and',
  es: 'y',
  fr: 'et',
  it: 'e',
  la: 'et',
  nl: 'en',
  no: 'og',
  pt: 'e',
  sv: 'och',
  und: 'and',
};

/** Whether a word is “and”, by its sign or spelled out in one of the languages that use the sign. */
export const readsAnd = (word: string): boolean =>
  /^[&＆⁊]$/.test(word) || Object.values(and).includes(word);

/** Makes a function that spells “and” out, where the language of the text is known to use the sign. */
export function createAnd(language: string): (text: string) => string {
  const word = and[primaryLanguage(language)];
  if (!word) return (text) => text;
  return (text) => (/[&＆⁊]/.test(text) ? text.replace(/(?<!\p{L})[&＆⁊](?!\p{L})/gu, word) : text);
}
