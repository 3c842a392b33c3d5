import { distance } from 'fastest-levenshtein';
import { isFunctionWord } from '../language/closed-class';
import { modernForm } from '../language/english';
import { stem } from '../language/features';
import { createFold } from '../language/fold';
import { languageByFunctionWords } from '../language/function-words';
import { readsAnd } from '../language/word-signs';
import { hasWords } from './mark-sides';
import { isWeighty } from './weight';

/** What alignment asks of words, by their numbers. */
export interface Words {
  /** The words of each witness. */
  ids: readonly Int32Array[];
  /** Of each witness: 1 for each word that ends a paragraph. */
  ends: readonly Uint8Array[];
  /** How much it is worth to match a word, 0 to 1: little for punctuation and short words. */
  worth: Float64Array;
  /** How much meaning a word carries: one of `weights`. */
  weight: Float64Array;
  /** Likeness of two different words, 0 to 1; 0 for those that merely stand in one place. */
  likeness: (x: number, y: number) => number;
}

export const weights = { mark: 0, function: 0.5, content: 1 };

/** The worth of a punctuation mark; words are worth more. */
export const markWorth = 0.25;

/** Words that differ in capitals or accents alone, however short. */
const sameLetters = 0.95;
/** Words this much alike may stand for each other: three letters in five. */
const minLikeness = 0.6;
/** Inflected forms of one word; more than any likeness of letters but the closest. */
const sameStem = 0.95;
/** So many words show the language. */
const sampleWords = 800;
const maxPairs = 2_000_000;

/**
 * Weighs words for an alignment. The language is guessed from the words themselves, as witnesses of one
 * language bring theirs.
 *
 * @param ids the words of each witness as indices of `names`.
 * @param ends which of them end a paragraph.
 */
export function createWords(
  ids: readonly Int32Array[],
  names: readonly string[],
  ends: readonly Uint8Array[],
): Words {
  const language = languageByFunctionWords(sampleOf(ids, names)) ?? 'und';
  return {
    ids,
    ends,
    worth: Float64Array.from(names, worthOf),
    weight: Float64Array.from(names, (name) => weightIn(language, name)),
    likeness: createLikeness(names, language),
  };
}

const worthOf = (name: string): number =>
  hasWords(name) ? Math.min(1, 0.55 + 0.08 * name.length) : markWorth;

/** As much of each witness: in whatever order they are given, the words are the same. */
function sampleOf(ids: readonly Int32Array[], names: readonly string[]): string {
  const each = Math.ceil(sampleWords / ids.length);
  return ids.map((own) => Array.from(own.subarray(0, each), (id) => names[id]).join(' ')).join(' ');
}

function weightIn(language: string, name: string): number {
  if (!hasWords(name)) return weights.mark;
  const known = /^\p{N}/u.test(name) ? false : isFunctionWord(name, language);
  return (known ?? !isWeighty(name)) ? weights.function : weights.content;
}

function createLikeness(names: readonly string[], language: string): Words['likeness'] {
  const known = new Map<number, number>();
  const forms: (string | undefined)[] = [];
  const form = (id: number) => (forms[id] ??= formOf(names[id]));
  const stemOf = (word: string) => stem(language === 'en' ? modernForm(word) : word, language);
  const find = (a: string, b: string) => {
    if (a === b) return sameLetters * worthOf(a);
    if (readsAnd(a) && readsAnd(b)) return 0.9;
    if (a.length < 3 || b.length < 3) return 0;
    const like = alikeForms(a, b);
    return like < sameStem && language !== 'und' && stemOf(a) === stemOf(b) ? sameStem : like;
  };
  return (x, y) => {
    const key = Math.min(x, y) * names.length + Math.max(x, y);
    let like = known.get(key);
    if (like === undefined) {
      like = find(form(x), form(y));
      if (known.size < maxPairs) known.set(key, like);
    }
    return like;
  };
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
  if (a.length < 3 || b.length < 3) return 0;
  const letters = 1 - distance(a, b) / Math.max(a.length, b.length);
  return letters >= minLikeness ? letters : 0;
}
