import anyAscii from 'any-ascii';
import { distance } from 'fastest-levenshtein';

/**
 * Words of two languages that sound alike: names, in whatever script, and loan words.
 *
 * Both are written in ASCII (any-ascii), and what scripts and languages write differently is made
 * alike: consonants that are one in some script (b and v, l and r), vowels that some do not write.
 * Words whose consonants agree are then compared letter by letter.
 */
export interface SoundedWord {
  /** The feature that the word is in a text. */
  feature: string;
  /** The word as it is written. */
  word: string;
}

/** Strength of a match of words that sound the same, and of one that is merely likely. */
const same = 0.5;
const likely = 0.25;

/** Words shorter than this are alike by chance, between scripts and within one. */
const shortestName = 4;
const shortestWord = 5;
/** Keys shared by this many words distinguish nothing. */
const maxAlike = 60;

const latin = /\p{Script=Latin}/u;
const withoutVowels = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;

interface Sounded {
  feature: string;
  /** Consonants and vowels, and consonants alone. */
  letters: string;
  consonants: string;
}

/**
 * Pairs of words that sound alike, with a strength of at most 0.5.
 *
 * @param names whether the words are names and may be in different scripts; words of one script
 *   must be more alike.
 */
export function soundAlikes(
  a: readonly SoundedWord[],
  b: readonly SoundedWord[],
  names: boolean,
): [a: string, b: string, strength: number][] {
  const shortest = names ? shortestName : shortestWord;
  const sound = (words: readonly SoundedWord[]) =>
    words.map(sounded).filter(({ letters, consonants }) => {
      if (consonants.length < 2) return false;
      return letters.length >= shortest || (names && consonants.length >= 3);
    });
  const byKey = new Map<string, Sounded[]>();
  for (const word of sound(b)) {
    for (const key of keysOf(word, names)) {
      const list = byKey.get(key);
      if (list) list.push(word);
      else byKey.set(key, [word]);
    }
  }
  const found = new Map<string, [string, string, number]>();
  for (const word of sound(a)) {
    for (const key of keysOf(word, names)) {
      const others = byKey.get(key) ?? [];
      if (others.length > maxAlike) continue;
      for (const other of others) {
        const strength = strengthOf(word, other, names);
        if (strength === 0 || word.feature === other.feature) continue;
        const pair = `${word.feature}\t${other.feature}`;
        if (strength > (found.get(pair)?.[2] ?? 0))
          found.set(pair, [word.feature, other.feature, strength]);
      }
    }
  }
  return [...found.values()];
}

function keysOf({ letters, consonants }: Sounded, names: boolean): string[] {
  // Endings of names come and go: Nazareth, ナザレ; Barabbas, バラバ.
  if (names) return consonants.length > 2 ? [consonants, consonants.slice(0, -1)] : [consonants];
  return [consonants, `-${letters.slice(0, 4)}`];
}

function strengthOf(x: Sounded, y: Sounded, names: boolean): number {
  const unwritten = x.letters === x.consonants || y.letters === y.consonants;
  const [left, right] = unwritten ? [x.consonants, y.consonants] : [x.letters, y.letters];
  const alike = 1 - distance(left, right) / Math.max(left.length, right.length);
  if (unwritten) return alike === 1 && left.length >= 3 ? same : 0;
  if (names) return alike >= 0.7 ? same : alike >= 0.5 ? likely : 0;
  return alike >= 0.85 ? same : alike >= 0.7 ? likely : 0;
}

function sounded({ feature, word }: SoundedWord): Sounded {
  const letters = spelled(word);
  const bare = letters.replace(/[aeiouy]/g, '').replace(/(.)\1+/g, '$1');
  if (!withoutVowels.test(word)) return { feature, letters, consonants: bare };
  // There a v or w within a word mostly stands for a vowel.
  const consonants = bare[0] + bare.slice(1).replace(/[bw]/g, '');
  return { feature, letters: consonants, consonants };
}

/** A word in plain letters, spellings of one sound made alike. */
function spelled(word: string): string {
  return anyAscii(word.normalize('NFC'))
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/ph/g, 'p')
    .replace(/th/g, 't')
    .replace(/sch|sh|ch(?=[ei])|cz|ts|tz/g, 's')
    .replace(/ck|ch|kh/g, 'k')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/qu?|c/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/[vw]/g, 'b')
    .replace(/f/g, 'p')
    .replace(/l/g, 'r')
    .replace(/z/g, 's')
    .replace(/[jy]/g, 'i')
    .replace(/h/g, '')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?<=...)s$/, '');
}

/** Whether a word is written with Latin letters. */
export function isLatin(word: string): boolean {
  return latin.test(word);
}
