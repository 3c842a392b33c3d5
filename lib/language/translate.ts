import { languageFamily } from '../edition/model';
import { commonNames } from './common-names';
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
  const chineseToEnglish = languageFamily(from) === 'zh' && languageFamily(to) === 'en';
  const same = languageFamily(from) === languageFamily(to);
  const names = same ? new Map<string, string[]>() : namesBetween(from, to);
  return (feature) => {
    const found: Renderings = [[feature, 1]];
    if (same || feature.startsWith('#')) return found;
    if (chineseToEnglish)
      for (const [stem, weight] of glossStems(feature)) found.push([stem, weight]);
    for (const name of names.get(feature) ?? []) found.push([name, nameWeight]);
    return found;
  };
}

/** Months are common words as well (May, March): not every one found is a name. */
const nameWeight = 0.6;

const cache = new Map<string, Map<string, string[]>>();

function namesBetween(from: string, to: string): Map<string, string[]> {
  const key = `${from}\t${to}`;
  let names = cache.get(key);
  if (!names) {
    names = new Map();
    for (const [x, y] of commonNames(from, to)) names.set(x, [...(names.get(x) ?? []), y]);
    if (cache.size >= 20) cache.clear();
    cache.set(key, names);
  }
  return names;
}

/** Whether the project brings a dictionary for a pair, in either direction. */
export function hasDictionary(a: string, b: string): boolean {
  const pair = [languageFamily(a), languageFamily(b)].sort().join('-');
  return pair === 'en-zh';
}
