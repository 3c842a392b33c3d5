import { franc } from 'franc-min';
import { languageByFunctionWords } from './function-words';

/** Scripts written without spaces between words, whose words need a dictionary to find. */
export const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}々〆ー]/u;

const byScript: [RegExp, string][] = [
  [/\p{Script=Hangul}/gu, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Georgian}/gu, 'ka'],
];

/**
 * Guesses the language of a text from its script, then (franc, by trigrams) its spelling.
 * @returns a BCP 47 tag; `und` when there is nothing to go by.
 */
export function guessLanguage(text: string): string {
  const sample = text.slice(0, 20_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return 'und';
  for (const [pattern, tag] of byScript) {
    const share = (sample.match(pattern)?.length ?? 0) / letters;
    // A Japanese text is mostly kanji by count; a few kana distinguish it from Chinese.
    if (share > (tag === 'ja' ? 0.1 : 0.4)) return tag;
  }
  return languageByFunctionWords(sample.slice(0, 4000)) ?? byTrigrams(sample) ?? 'en';
}

/**
 * The language of a text where it says enough to be sure; `und` for a line or two that could be of
 * several.
 */
export function certainLanguage(text: string): string {
  const sample = text.slice(0, 20_000);
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const guess = guessLanguage(sample);
  if (latin < 0.5 * letters) return guess;
  return (
    languageByFunctionWords(sample.slice(0, 4000)) ?? (letters >= certainLetters ? guess : 'und')
  );
}

/** Trigrams are sure of their language only after so many letters. */
const certainLetters = 300;

function byTrigrams(sample: string): string | null {
  const guess = franc(sample.slice(0, 4000), { minLength: 20 });
  // Franc answers in ISO 639-3; BCP 47 wants the shorter tag where there is one.
  return guess === 'und' ? null : Intl.getCanonicalLocales(guess)[0];
}
