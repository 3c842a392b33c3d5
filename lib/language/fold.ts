import { primaryLanguage } from '../edition/model';
import { simplify } from './chinese';
import { withoutInvisible } from './invisible';
import { createNameReader, type NameTable } from './name-table';
import { chineseValue, digitValue, englishValue } from './numerals';
import { usualSpelling } from './spelling';

/** Differences of form that a comparison can leave out of account. */
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
  const steps = foldings
    .filter((each) => wanted.has(each))
    .map((each) => step(each, language, names));
  // Names are told by their capitals and numbers by their hyphens: they are read first.
  const order = [...steps.filter(({ first }) => first), ...steps.filter(({ first }) => !first)];
  return (text) => order.reduce((folded, { apply }) => apply(folded), withoutInvisible(text));
}

interface Step {
  apply: (text: string) => string;
  first?: boolean;
}

function step(folding: Folding, language: string, names: NameTable | undefined): Step {
  switch (folding) {
    case 'whitespace':
      return { apply: (text) => text.replace(/\s+/g, ' ').trim() };
    case 'width':
      return { apply: (text) => text.normalize('NFKC') };
    case 'case':
      return { apply: (text) => text.toLowerCase() };
    case 'punctuation':
      return { apply: withoutPunctuation };
    case 'diacritics':
      return { apply: withoutMarks };
    case 'script':
      return { apply: (text) => (/\p{Script=Han}/u.test(text) ? simplify(text) : text) };
    case 'spelling':
      return primaryLanguage(language) === 'en' || language === 'und'
        ? { apply: (text) => text.replace(englishWord, spelled) }
        : { apply: (text) => text };
    case 'numerals':
      return {
        apply: (text) => text.replace(numeral, (word) => value(word, language)),
        first: true,
      };
    case 'names': {
      const read = createNameReader(names);
      return { apply: read, first: true };
    }
  }
}

function withoutPunctuation(text: string): string {
  return text
    .replace(/(?<=\p{L})['’ʼ‐-](?=\p{L})/gu, '')
    .replace(/[\p{P}\p{S}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC');
}

const englishWord = /[A-Za-z]+(?:['’-][A-Za-z]+)*/g;

/** The usual spelling, in the case the word has. */
function spelled(word: string): string {
  const lower = word.toLowerCase().replace(/’/g, "'");
  const usual = usualSpelling(lower);
  if (usual === lower) return word;
  return /^\p{Lu}/u.test(word) ? usual[0].toUpperCase() + usual.slice(1) : usual;
}

// Numbers as digits in any script, as Chinese characters, or as one English word or compound.
const numeral =
  /\p{Nd}+(?:[.,٫٬]\p{Nd}+)*|[〇零一二两兩三四五六七八九十百千万萬亿億]+|[A-Za-z]+(?:-[A-Za-z]+)*/gu;

function value(word: string, language: string): string {
  if (/^\p{Nd}/u.test(word)) return String(digitValue(word) ?? word);
  if (/^\p{Script=Han}|^〇/u.test(word)) return String(chineseValue(word) ?? word);
  if (primaryLanguage(language) !== 'en' && language !== 'und') return word;
  const parts = word.toLowerCase().split('-');
  const read = englishValue(parts, 0);
  if (read?.length === parts.length) return String(read.value);
  // "thirty-year" has a number in it.
  return word
    .split('-')
    .map((part, k) => String(englishValue([parts[k]], 0)?.value ?? part))
    .join('-');
}
