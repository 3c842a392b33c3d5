import { LRUCache } from 'lru-cache';
import { keeping } from '../core/memo';
import { processWide } from '../core/process-wide';
import { languageFamily } from '../edition/model';
import { isAscii } from './ascii';
import { simplify } from './chinese';
import { withoutInvisible } from './invisible';
import { createNameReader, type NameTable } from './name-table';
import { chineseValue, digitValue, englishValue } from './numerals';
import { createSpelling } from './spelling';
import { createAnd, wordSign } from './word-signs';

/** Differences of form that a comparison can ignore. */
export const foldings = [
  'whitespace',
  'width',
  'case',
  'punctuation',
  'diacritics',
  'script',
  'spelling',
  'numerals',
  'names',
] as const;
export type Folding = (typeof foldings)[number];

export interface FoldContext {
  /** BCP 47; spelling and numerals are folded by language. */
  language?: string;
  /** The work's own table of names; see `name-table.ts`. */
  names?: NameTable;
}

/**
 * Makes a function that folds away some differences of form: texts that differ in nothing else
 * come out equal. What comes out is for comparison only, and may be empty.
 */
export function createFold(
  chosen: Iterable<Folding>,
  { language = 'und', names }: FoldContext = {},
): (text: string) => string {
  const wanted = new Set(chosen);
  const key = JSON.stringify([[...wanted].sort(), language, names]);
  let fold = folds.get(key);
  if (!fold) {
    fold = foldOf(wanted, language, names);
    folds.set(key, fold);
  }
  return fold;
}

/** Folds in use, with the words that each remembers: a comparison takes about twenty of a language. */
const folds = processWide(
  'folds',
  () => new LRUCache<string, (text: string) => string>({ max: 64 }),
);

function foldOf(
  wanted: ReadonlySet<Folding>,
  language: string,
  names: NameTable | undefined,
): (text: string) => string {
  const steps = foldings
    .filter((each) => wanted.has(each))
    .map((each) => step(each, language, names));
  // Names are known by their capitals and numbers by their hyphens: they are read first, but for
  // widths, without which neither is recognised.
  const order = [...steps].sort((x, y) => (x.rank ?? 2) - (y.rank ?? 2));
  return remembering((text) => order.reduce((folded, { apply }) => apply(folded), canonical(text)));
}

/** Words come again and again, passages do not: letters of what is remembered, and how many of them, at most. */
const maxLetters = 40;
const maxRemembered = 8192;

function remembering(fold: (text: string) => string): (text: string) => string {
  const known = keeping(fold, maxRemembered);
  return (text) => (text.length > maxLetters ? fold(text) : known(text));
}

/**
 * Canonically equivalent texts (Unicode, chapter 3.7) are one text, and letters that nobody sees are not
 * letters: both hold whatever is folded.
 */
export const canonical = (text: string): string =>
  isAscii(text) ? text : withoutInvisible(text).normalize('NFC');

interface Step {
  apply: (text: string) => string;
  /** The lowest is applied first; 2 where nothing is said. */
  rank?: number;
}

function step(folding: Folding, language: string, names: NameTable | undefined): Step {
  switch (folding) {
    case 'whitespace':
      return { apply: (text) => text.replace(/\s+/g, ' ').trim() };
    case 'width':
      return { apply: (text) => text.normalize('NFKC'), rank: 0 };
    case 'case':
      // By way of capitals: full case folding makes ß and SS, ς and σ one.
      return { apply: (text) => text.toUpperCase().toLowerCase().normalize('NFC') };
    case 'punctuation':
      return { apply: withoutPunctuation };
    case 'diacritics':
      return { apply: withoutMarks };
    case 'script':
      return { apply: inOneScript };
    case 'spelling':
      return { apply: spellingOf(language) };
    case 'numerals':
      return {
        apply: (text) => text.replace(numeral, (word) => value(word, language)),
        rank: 1,
      };
    case 'names': {
      const read = createNameReader(names);
      return { apply: read, rank: 1 };
    }
  }
}

function spellingOf(language: string): (text: string) => string {
  const [spelling, and] = [createSpelling(language), createAnd(language)];
  return (text) => spelling(and(text));
}

/** Quotation marks of traditional Chinese, and those of simplified in their places. */
const quotes: Readonly<Record<string, string>> = { '「': '“', '」': '”', '『': '‘', '』': '’' };

/** Chinese in simplified characters, with the quotation marks that go with them. */
function inOneScript(text: string): string {
  const marked = text.replace(/[「」『』]/g, (mark) => quotes[mark] ?? mark);
  return /\p{Script=Han}/u.test(marked) ? simplify(marked) : marked;
}

/** Marks and signs but for those that stand for words, as pictures and flags do. */
const punctuation = new RegExp(`(?:(?!${wordSign})[\\p{P}\\p{S}])+`, 'gu');

function withoutPunctuation(text: string): string {
  return text
    .replace(/(?<=[\p{L}\p{M}])['’ʼ‐-](?=\p{L})/gu, '')
    .replace(punctuation, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Marks that a reader takes for additions to a letter: those of Latin, Greek, Hebrew, Arabic and Syriac,
 * and the stress accents of Cyrillic. Elsewhere marks are letters: vowel signs of Indic scripts, tones of
 * Thai, voicing of kana, and й beside и.
 */
const addedMarks =
  /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\u0640]\p{M}*)\p{M}|(?<=\p{Script=Cyrillic}\p{M}*)[\u0300\u0301\u0484]/gu;

function withoutMarks(text: string): string {
  if (isAscii(text)) return text;
  return text
    .normalize('NFD')
    .replace(addedMarks, '')
    .replaceAll('\u0671', '\u0627') // alef wasla
    .normalize('NFC');
}

// Numbers as digits in any script, as Chinese characters, or as one English word or compound.
const numeral =
  /\p{Nd}+(?:[.,٫٬]\p{Nd}+)*|[〇零一二两兩三四五六七八九十百千万萬亿億]+|[A-Za-z]+(?:-[A-Za-z]+)*/gu;

function value(word: string, language: string): string {
  if (/^\p{Nd}/u.test(word)) return String(digitValue(word) ?? word);
  if (/^\p{Script=Han}|^〇/u.test(word)) return String(chineseValue(word) ?? word);
  if (languageFamily(language) !== 'en' && language !== 'und') return word;
  const parts = word.toLowerCase().split('-');
  const read = englishValue(parts, 0);
  if (read?.length === parts.length) return String(read.value);
  // "thirty-year" has a number in it.
  return word
    .split('-')
    .map((part, k) => String(englishValue([parts[k]], 0)?.value ?? part))
    .join('-');
}
