import { readRomanised, wadeGiles } from './romanisation';

/** Names that mean the same, in groups; compared without regard to case. */
export type NameTable = readonly (readonly string[])[];

/** Chinese names in spellings that no rule relates: postal, dialectal and other old ones. */
const usualNames: NameTable = [
  ['Beijing', 'Peking', 'Peiping'],
  ['Chongqing', 'Chungking'],
  ['Dalian', 'Dairen', 'Port Dalny'],
  ['Guangzhou', 'Canton'],
  ['Harbin', 'Haerbin'],
  ['Jiang Jieshi', 'Chiang Kai-shek', 'Chiang Kaishek'],
  ['Lushun', 'Lüshun', 'Port Arthur', 'Lushunkou'],
  ['Nanjing', 'Nanking'],
  ['Shenyang', 'Mukden'],
  ['Sun Zhongshan', 'Sun Yat-sen', 'Sun Yatsen'],
  ['Tianjin', 'Tientsin'],
  ['Xiamen', 'Amoy'],
  ["Xi'an", 'Xian', 'Sian'],
];

/**
 * Makes the reader of names: names that mean the same, by these tables or as the same Chinese in
 * Pinyin and Wade–Giles, come out alike.
 *
 * @param own the work's own table, beside the usual one.
 */
export function createNameReader(own: NameTable = []): (text: string) => string {
  const meant = new Map<string, string>();
  for (const group of [...usualNames, ...own]) {
    const first = group.map((name) => meant.get(plain(name))).find(Boolean) ?? plain(group[0]);
    for (const name of group) meant.set(plain(name), first);
  }
  const firsts = new Set([...meant.keys()].map((name) => name.split(' ')[0]));
  const longest = Math.max(...[...meant.keys()].map((name) => name.split(' ').length));
  return (text) => {
    const words = text.split(' ');
    const plainWords = words.map(plain);
    const mayBegin = (word: string) => word === '' || firsts.has(word.split(' ')[0]);
    const nameAt = (at: number, length: number) =>
      meant.get(
        plainWords
          .slice(at, at + length)
          .filter(Boolean)
          .join(' '),
      );
    const out: string[] = [];
    for (let at = 0; at < words.length; ) {
      let length = mayBegin(plainWords[at]) ? Math.min(longest, words.length - at) : 0;
      while (length > 0 && nameAt(at, length) === undefined) length--;
      if (length > 0) out.push(nameAt(at, length)!);
      else out.push(isCapitalised(words[at]) ? romanisedAt(words, at) : words[at]);
      at += Math.max(1, length);
    }
    return out.join(' ');
  };
}

/** A single syllable is as often an English word ("Long", "Song"): its neighbour decides. */
const romanisedAt = (words: readonly string[], at: number): string =>
  romanised(words[at], isName(words[at - 1]) || isName(words[at + 1]) ? 1 : 2);

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/-/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const isName = (word: string | undefined) => word !== undefined && romanised(word, 2) !== word;

const isCapitalised = (word: string): boolean => /^\p{Lu}\p{Ll}[\p{Ll}'’-]*$/u.test(word);

/** A capitalised word of at least `least` syllables that reads as Chinese, in Wade–Giles; others as they are. */
function romanised(word: string, least: number): string {
  if (!isCapitalised(word)) return word;
  const [reading] = readRomanised(plain(word).replace(/ /g, '')).sort(
    (x, y) => x.length - y.length,
  );
  return reading && reading.length >= least ? reading.map(wadeGiles).join('') : word;
}
