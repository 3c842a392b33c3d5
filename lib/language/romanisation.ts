import { dictionary } from './lexicon';

/**
 * Chinese written in Latin letters: Hanyu Pinyin, and the Wade–Giles that English books used
 * before it. Tones and apostrophes are left out, as most books leave them out.
 */
let syllables: Map<string, Set<string>> | null = null;
let longestSyllable = 0;

/** Romanised syllables, each with the Pinyin syllables it may stand for. */
function romanisedSyllables(): Map<string, Set<string>> {
  if (syllables) return syllables;
  const found = new Map<string, Set<string>>();
  const add = (written: string, syllable: string) => {
    const meant = found.get(written);
    if (meant) meant.add(syllable);
    else found.set(written, new Set([syllable]));
    longestSyllable = Math.max(longestSyllable, written.length);
  };
  for (const [headword, entries] of dictionary().bySimplified) {
    if ([...headword].length !== 1) continue;
    for (const { pinyin } of entries) {
      const syllable = toneless(pinyin);
      if (!/^[a-z]*[aeiou][a-z]*$/.test(syllable)) continue;
      add(syllable, syllable);
      add(wadeGiles(syllable), syllable);
    }
  }
  syllables = found;
  return found;
}

/** "Zhou1 En1 lai2" → "zhouenlai". */
export function toneless(pinyin: string): string {
  return pinyin
    .toLowerCase()
    .replace(/u:/g, 'u')
    .replace(/[\d\s·,]+/g, '');
}

const wholeSyllables: Record<string, string> = {
  zi: 'tzu',
  ci: 'tzu',
  si: 'ssu',
  zhi: 'chih',
  chi: 'chih',
  shi: 'shih',
  ri: 'jih',
  yi: 'i',
  you: 'yu',
  yan: 'yen',
  ye: 'yeh',
  yong: 'yung',
  yue: 'yueh',
  er: 'erh',
  ge: 'ko',
  ke: 'ko',
  he: 'ho',
  gui: 'kuei',
  kui: 'kuei',
  guo: 'kuo',
  kuo: 'kuo',
  huo: 'huo',
  shuo: 'shuo',
};
const initials: [pinyin: string, wade: string][] = [
  ['zh', 'ch'],
  ['ch', 'ch'],
  ['sh', 'sh'],
  ['b', 'p'],
  ['d', 't'],
  ['g', 'k'],
  ['j', 'ch'],
  ['q', 'ch'],
  ['x', 'hs'],
  ['z', 'ts'],
  ['c', 'ts'],
  ['r', 'j'],
];

/** One Pinyin syllable in Wade–Giles, after the tables in common use; marks left out. */
export function wadeGiles(syllable: string): string {
  const whole = wholeSyllables[syllable];
  if (whole) return whole;
  const pair = initials.find(([pinyin]) => syllable.startsWith(pinyin));
  const start = pair ? pair[1] : /^[aeiouwy]/.test(syllable) ? '' : syllable[0];
  const final = syllable
    .slice(pair ? pair[0].length : start.length)
    .replace(/^ian$/, 'ien')
    .replace(/^(i|u)e$/, '$1eh')
    .replace(/ong$/, 'ung')
    .replace(/^uo$/, 'o');
  return start + final;
}

/**
 * Reads a name as romanised Chinese.
 * @param name lower-case letters, without hyphens or spaces.
 * @returns each way to read it, as Pinyin syllables; none for other words.
 */
export function readRomanised(name: string): string[][] {
  const known = romanisedSyllables();
  const readings: string[][] = [];
  const walk = (at: number, before: string[]): void => {
    if (readings.length >= 12 || before.length > 4) return;
    if (at === name.length) {
      readings.push(before);
      return;
    }
    for (let length = Math.min(longestSyllable, name.length - at); length > 0; length--) {
      for (const syllable of known.get(name.slice(at, at + length)) ?? [])
        walk(at + length, [...before, syllable]);
    }
  };
  if (/^[a-z]{2,20}$/.test(name)) walk(0, []);
  return readings;
}

/** The Pinyin of a Chinese word, toneless and unspaced, in each reading the dictionary gives. */
export function pinyinReadings(word: string): string[] {
  const { bySimplified } = dictionary();
  const entries = bySimplified.get(word);
  if (entries) return [...new Set(entries.map(({ pinyin }) => toneless(pinyin)))];
  return [];
}
