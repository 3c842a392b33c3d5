import { simplify } from './chinese';
import { chineseWords } from './chinese-words';
import { type DictionaryEntry, dictionary } from './lexicon';

/** A headword of CC-CEDICT, simplified, with its entries. */
export interface Headword {
  word: string;
  entries: DictionaryEntry[];
}

const han = /\p{Script=Han}+/gu;

/** The words of a Chinese text, in either script, that the dictionary has; each once, in order. */
export function headwordsOf(text: string): Headword[] {
  const words = (simplify(text).match(han) ?? []).flatMap(chineseWords);
  return [...new Set(words)].flatMap((word) => {
    const entries = dictionary().bySimplified.get(word);
    return entries ? [{ word, entries }] : [];
  });
}

/** Shorter headwords within one, the longest first, then as they stand; its characters last. */
export function partsOf(word: string): string[] {
  const characters = [...word];
  const parts: string[] = [];
  for (let length = characters.length - 1; length > 0; length--)
    for (let at = 0; at + length <= characters.length; at++)
      parts.push(characters.slice(at, at + length).join(''));
  return [...new Set(parts)].filter((part) => dictionary().bySimplified.has(part));
}

/**
 * Headwords of a Chinese text that hold the words at a place of it and more, the shortest first.
 *
 * @param start UTF-16 offset of the words in the text, and of their end.
 */
export function phrasesAround(text: string, start: number, end: number): string[] {
  const source = simplify(text);
  if (source.length !== text.length) return [];
  const { bySimplified, longest } = dictionary();
  const found: string[] = [];
  for (let from = Math.max(0, end - longest); from <= start; from++)
    for (let to = end; to <= Math.min(source.length, from + longest); to++)
      if (to - from > end - start && bySimplified.has(source.slice(from, to)))
        found.push(source.slice(from, to));
  return [...new Set(found)].sort((a, b) => a.length - b.length);
}
