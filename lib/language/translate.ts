import { primaryLanguage } from '../edition/model';
import { glossStems } from './lexicon';

/** How one feature may appear in another language: target feature and weight, 0 to 1. */
export type Renderings = [feature: string, weight: number][];

/**
 * What is known before any text is read of how features of language `from` appear in `to`.
 *
 * Numbers, marks and (between scripts that share letters) words spelt alike go over as they are;
 * Chinese words go into English by their dictionary glosses. The way from English to Chinese is
 * the same knowledge turned round, which only the vocabulary of a text allows; see `lib/align`.
 */
export function knownRenderings(from: string, to: string): (feature: string) => Renderings {
  const chineseToEnglish = primaryLanguage(from) === 'zh' && primaryLanguage(to) === 'en';
  const same = primaryLanguage(from) === primaryLanguage(to);
  return (feature) => {
    const found: Renderings = [[feature, 1]];
    if (same || feature.startsWith('#')) return found;
    if (chineseToEnglish)
      for (const [stem, weight] of glossStems(feature)) found.push([stem, weight]);
    return found;
  };
}

/** Whether the project brings a dictionary for a pair, in either direction. */
export function hasDictionary(a: string, b: string): boolean {
  const pair = [primaryLanguage(a), primaryLanguage(b)].sort().join('-');
  return pair === 'en-zh';
}
