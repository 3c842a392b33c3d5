import { languageFamily } from '../edition/model';
import { features } from './features';
import { chineseValue } from './numerals';

const englishMonths =
  'januari februari march april mai june juli august septemb octob novemb decemb'.split(' ');

/**
 * The numbers a text names, dates among them, however they are written; months by name are
 * numbers too. One is left out: it is an article as often as a number.
 */
export function quantities(text: string, language: string): number[] {
  const primary = languageFamily(language);
  const found: number[] = [];
  for (const feature of features(text, language)) {
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

function monthOf(word: string): number {
  const [, characters] = /^([一二三四五六七八九十]+)月$/.exec(word) ?? [];
  return characters ? (chineseValue(characters) ?? 0) : 0;
}
