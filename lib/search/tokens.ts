import { simplify } from '../language/chinese';
import { invisibleInWords, withoutInvisible } from '../language/invisible';
import { unspaced } from '../language/script';

/** A word as it is searched for, or a character of a script without spaces. */
export interface SearchToken {
  /** Folded: small letters, no diacritics, half width, simplified characters. */
  norm: string;
  /** UTF-16 offsets in the text, end exclusive. */
  start: number;
  end: number;
}

// Soft hyphens and joiners within a word do not divide it.
const letter = `[\\p{L}\\p{N}\\p{M}${invisibleInWords}]`;
const pattern = new RegExp(
  `(?<alone>${unspaced.source}\\p{M}*)|(?:(?!${unspaced.source})${letter})+`,
  'gu',
);
const plain = /^[a-z0-9]+$/;
/** Signs of transliteration that people leave out. */
const halfRings = /[ʿʾʼ]/g;
/** Letters that Unicode does not take apart, as people write them who lack their keys. */
const plainLetters: Record<string, string> = {
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'n',
  ø: 'o',
  ŧ: 't',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};
const stroked = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g');
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
  const folded = withoutInvisible(lower)
    .replace(halfRings, '')
    .normalize('NFKD')
    .replace(marks, '')
    .normalize('NFC')
    .replace(stroked, (each) => plainLetters[each]);
  return /\p{Script=Han}/u.test(folded) ? simplify(folded) : folded;
}

/** Whether characters of a text are words by themselves. */
export function isUnspaced(text: string): boolean {
  return unspaced.test(text);
}
