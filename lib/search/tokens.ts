import { simplify } from '../language/chinese';
import { unspaced } from '../language/script';

/** A word as it is searched for, or a character of a script without spaces. */
export interface SearchToken {
  /** Folded: small letters, no diacritics, half width, simplified characters. */
  norm: string;
  /** UTF-16 offsets in the text, end exclusive. */
  start: number;
  end: number;
}

const letter = '[\\p{L}\\p{N}\\p{M}]';
const pattern = new RegExp(
  `(?<alone>${unspaced.source}\\p{M}*)|(?:(?!${unspaced.source})${letter})+`,
  'gu',
);
const plain = /^[a-z0-9]+$/;
// Marks that writing may leave out: accents, vowel points. Those of Indic scripts are letters.
const marks = /(?:\p{Script=Inherited}|[\u0591-\u05c7])/gu;

/**
 * Cuts a text into what can be searched for. Texts without spaces are cut by character, so that
 * a run of characters is found wherever it stands.
 */
export function searchTokens(text: string): SearchToken[] {
  const found: SearchToken[] = [];
  for (const match of text.matchAll(pattern)) {
    const start = match.index;
    const norm = foldWord(match[0]);
    if (norm !== '') found.push({ norm, start, end: start + match[0].length });
  }
  return found;
}

/** A word as the index has it. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (plain.test(lower)) return lower;
  const folded = lower.normalize('NFKD').replace(marks, '').normalize('NFC');
  return /\p{Script=Han}/u.test(folded) ? simplify(folded) : folded;
}

/** Whether characters of a text are words by themselves. */
export function isUnspaced(text: string): boolean {
  return unspaced.test(text);
}
