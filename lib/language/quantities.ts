import { languageFamily } from '../edition/model';
import { placedFeatures } from './features';
import { chineseNumeral, chineseValue, digitValue, englishValue } from './numerals';

const englishMonths =
  'januari februari march april mai june juli august septemb octob novemb decemb'.split(' ');

/**
 * The numbers a text names, dates among them, however they are written; months by name are
 * numbers too. One is left out: it is an article as often as a number.
 */
export function quantities(text: string, language: string): number[] {
  const primary = languageFamily(language);
  const found: number[] = [];
  for (const { feature, start, end } of placedFeatures(text, language)) {
    // 百, 千 and 万 without a digit are parts of names and phrases: 迦百農, 百種.
    if (primary === 'zh' && /^[百千万萬亿億]$/u.test(text.slice(start, end))) continue;
    const month =
      primary === 'en' && feature !== 'march' && feature !== 'mai'
        ? englishMonths.indexOf(feature) + 1
        : primary === 'zh'
          ? monthOf(feature)
          : 0;
    const value =
      month > 0 ? month : feature.startsWith('#') ? Number(feature.slice(1)) : Number.NaN;
    if (Number.isFinite(value) && value !== 1) found.push(value);
  }
  return found;
}

/** Languages whose numbers are read as words, too; of others only digits are. */
export const readsNumberWords = (language: string): boolean =>
  ['en', 'zh'].includes(languageFamily(language));

/** Words that say a number without being one, or may. */
const impliedInEnglish: Readonly<Record<string, number>> = {
  both: 2,
  couple: 2,
  double: 2,
  dozen: 12,
  half: 2,
  hundred: 100,
  pair: 2,
  second: 2,
  thousand: 1000,
  twice: 2,
};

/**
 * The numbers that a text may be said to name: those of `quantities`, the parts of them, and what is
 * within other words (四条, 双). A number that is not among them is surely not named.
 */
export function mentionedQuantities(text: string, language: string): Set<number> {
  const mentioned = new Set(quantities(text, language));
  const add = (value: number | null) => value !== null && mentioned.add(value);
  if (languageFamily(language) === 'zh') {
    for (const [characters] of text.matchAll(new RegExp(chineseNumeral, 'g'))) {
      add(chineseValue(characters));
      for (const character of characters) add(chineseValue(character));
    }
    if (/[双雙对對倍半]/.test(text)) mentioned.add(2);
  }
  if (languageFamily(language) === 'en') {
    for (const [word] of text.toLowerCase().matchAll(/[a-z]+/g)) {
      add(englishValue([word], 0)?.value ?? impliedInEnglish[word] ?? null);
    }
  }
  for (const [digits] of text.matchAll(/\p{Nd}+/gu)) add(digitValue(digits));
  return mentioned;
}

function monthOf(word: string): number {
  const [, characters] = /^([一二三四五六七八九十]+)月$/.exec(word) ?? [];
  return characters ? (chineseValue(characters) ?? 0) : 0;
}
