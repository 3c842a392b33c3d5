import { englishStem } from './english';
import { pinyinReadings, readRomanised } from './romanisation';

/**
 * Words of a text that are never written small: its names, near enough.
 * @returns them in lower case.
 */
export function properNames(texts: readonly string[]): Set<string> {
  const capital = new Set<string>();
  const small = new Set<string>();
  for (const text of texts) {
    for (const [word] of text.matchAll(/\p{L}[\p{L}\p{M}]*/gu)) {
      if (/^\p{Lu}/u.test(word)) capital.add(word.toLowerCase());
      else small.add(word);
    }
  }
  for (const word of small) capital.delete(word);
  return capital;
}

/** Strength of a name found whole, and of part of it (one character of a given name). */
const whole = 0.95;
const partial = 0.4;

/**
 * Chinese words (or single characters, where a name is cut up) that names in an English text may
 * romanise: Zhou Enlai, Chou En-lai for 周, 恩, 来.
 *
 * @param names lower-case names of the English side.
 * @param words the Chinese side's words.
 * @returns (word, English stem, strength).
 */
export function romanisedNames(
  names: ReadonlySet<string>,
  words: readonly string[],
): [word: string, stem: string, strength: number][] {
  const bySound = new Map<string, string[]>();
  for (const word of words) {
    if (!/^\p{Script=Han}{1,4}$/u.test(word)) continue;
    for (const sound of pinyinReadings(word)) {
      const list = bySound.get(sound);
      if (list) list.push(word);
      else bySound.set(sound, [word]);
    }
  }
  const found: [string, string, number][] = [];
  for (const name of names) {
    const stem = englishStem(name);
    for (const syllables of readRomanised(name)) {
      for (let from = 0; from < syllables.length; from++) {
        for (let to = from + 1; to <= syllables.length; to++) {
          const share = to - from === syllables.length ? whole : partial;
          for (const word of bySound.get(syllables.slice(from, to).join('')) ?? [])
            found.push([word, stem, share]);
        }
      }
    }
  }
  return found;
}
