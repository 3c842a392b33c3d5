import { isFunctionWord } from '../language/closed-class';
import { languageByFunctionWords } from '../language/function-words';
import { Likeness } from './likeness';
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
  likeness: Likeness;
}

export const weights = { mark: 0, function: 0.5, content: 1 };

/** The worth of a punctuation mark; words are worth more. */
export const markWorth = 0.25;

/** Words that are enough to show the language. */
const sampleWords = 800;

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
    likeness: new Likeness(names, language, worthOf),
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
