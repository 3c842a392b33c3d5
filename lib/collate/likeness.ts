import { distance } from 'fastest-levenshtein';
import { PairNumbers } from '../align/word-pairs';
import { modernForm } from '../language/english';
import { stem } from '../language/features';
import { createFold } from '../language/fold';
import { readsAnd } from '../language/word-signs';

/** Words that differ in capitals or accents alone, however short, count this share of their worth. */
const sameLetters = 0.95;
/** Words this much alike may stand for each other: three letters in five. */
const minLikeness = 0.6;
/** Inflected forms of one word; more than any likeness of letters but the closest. */
const sameStem = 0.95;
/** Two ways to write “and”. */
const bothAnd = 0.9;
/** Shorter words are too often alike by chance. */
const shortest = 3;
const maxPairs = 2_000_000;

/** What is compared of a word, found once. */
interface Form {
  letters: string;
  /** 32 classes of letters, a bit each for those that it has. */
  classes: number;
  stem: string | null;
  isAnd: boolean;
}

/**
 * How much alike two different words are, 0 to 1, by their numbers. A lattice asks for each of its cells, and
 * nearly all words are unlike: those are recognised by their lengths and the letters that they have.
 *
 * @param worthOf how much it is worth to match a word.
 */
export function createLikeness(
  names: readonly string[],
  language: string,
  worthOf: (word: string) => number,
): (x: number, y: number) => number {
  const known = new PairNumbers(names.length);
  const likes: number[] = [];
  const forms: (Form | undefined)[] = new Array(names.length).fill(undefined);
  const stemOf = (word: string) => stem(language === 'en' ? modernForm(word) : word, language);
  const createForm = (name: string): Form => {
    const letters = formOf(name);
    return {
      letters,
      classes: classesOf(letters),
      stem: language === 'und' || letters.length < shortest ? null : stemOf(letters),
      isAnd: readsAnd(letters),
    };
  };
  const formAt = (id: number): Form => {
    forms[id] ??= createForm(names[id]);
    return forms[id];
  };
  const find = (a: Form, b: Form) => {
    const like = alikeForms(a.letters, b.letters);
    return like < sameStem && a.stem !== null && a.stem === b.stem ? sameStem : like;
  };
  return (x, y) => {
    const [a, b] = [formAt(x), formAt(y)];
    if (a.letters === b.letters) return sameLetters * worthOf(a.letters);
    if (a.isAnd && b.isAnd) return bothAnd;
    if (!mayBeAlike(a, b) && (a.stem === null || a.stem !== b.stem)) return 0;
    const [first, second] = x < y ? [x, y] : [y, x];
    const number = known.find(first, second);
    if (number >= 0) return likes[number];
    const like = find(a, b);
    if (known.size < maxPairs) likes[known.add(first, second)] = like;
    return like;
  };
}

/** Whether enough letters can be the same: each letter that the other word has not takes an edit. */
function mayBeAlike(a: Form, b: Form): boolean {
  const [n, m] = [a.letters.length, b.letters.length];
  if (n < shortest || m < shortest) return false;
  const edits = Math.max(
    Math.abs(n - m),
    bits(a.classes & ~b.classes),
    bits(b.classes & ~a.classes),
  );
  return 1 - edits / Math.max(n, m) >= minLikeness;
}

function classesOf(letters: string): number {
  let classes = 0;
  for (let k = 0; k < letters.length; k++) classes |= 1 << (letters.charCodeAt(k) & 31);
  return classes;
}

/** How many bits of a number of 32 are set. */
function bits(number: number): number {
  let rest = number - ((number >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const fold = createFold(['case', 'diacritics']);

/** Letters of Hebrew as they are written at the end of a word, and elsewhere. */
const finals: Readonly<Record<string, string>> = { ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' };

/** A word for comparing letters: in lower case, without accents, with a plain apostrophe. */
const formOf = (name: string): string =>
  fold(name)
    .replace(/[’ʼ]/g, "'")
    .replace(/[ךםןףץ]/g, (letter) => finals[letter]);

/** How much alike the letters of two words are, 0 to 1; 0 for short words, and those that are not alike. */
export const alikeLetters = (x: string, y: string): number => alikeForms(formOf(x), formOf(y));

function alikeForms(a: string, b: string): number {
  if (a.length < shortest || b.length < shortest) return 0;
  const letters = 1 - distance(a, b) / Math.max(a.length, b.length);
  return letters >= minLikeness ? letters : 0;
}
