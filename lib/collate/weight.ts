import { isFunctionWord } from '../language/closed-class';

/**
 * How much meaning a token is likely to carry: 0 for marks, 1.5 for words that are long for their script,
 * capitalised, or numbers, 0.5 for others, most of which are function words.
 */
export function weightOf(text: string): number {
  if (!/[\p{L}\p{N}]/u.test(text)) return 0;
  return isWeighty(text) ? 1.5 : 0.5;
}

/** Whether a token is likely to carry meaning. */
export function isWeighty(text: string): boolean {
  if (/^\p{N}/u.test(text)) return true;
  if (/\p{Script=Han}/u.test(text)) return text.length >= 2 || !commonCharacters.has(text);
  if (/\p{Script=Hangul}/u.test(text)) return text.length >= 2;
  if (consonantal.test(text)) return text.replace(/[\p{M}\u0640]/gu, '').length >= 4;
  return text.length >= 5 || /^\p{Lu}\p{L}/u.test(text);
}

/** Scripts that leave vowels out, or add them as marks. */
const consonantal = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}]/u;

/** Whether a word carries meaning, by the function words of its language where those are known. */
export function isContentWord(text: string, language: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(text)) return false;
  if (/^\p{N}/u.test(text)) return true;
  const known = isFunctionWord(text.toLowerCase(), language);
  return known === null ? isWeighty(text) : !known;
}

/** As `weightOf`, by the function words of the language where those are known. */
export function weightIn(text: string, language: string): number {
  if (!/[\p{L}\p{N}]/u.test(text)) return 0;
  return isContentWord(text, language) ? 1.5 : 0.5;
}

/** Chinese words of one character that stand in nearly every sentence, modern and literary. */
const commonCharacters = new Set(
  '的了是在和不我你他她它們们這这那著着就也都有而之與与及以於于其所為为者乎焉矣哉個个一上下中到得地把被從从對对說说',
);
