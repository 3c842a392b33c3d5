import { stemmer } from 'stemmer';
import { packagedData } from '../core/data';

interface Lemmatizer {
  verb(word: string): string;
  noun(word: string): string;
}

/** Megabytes of forms; in a browser the stems do without them. */
let lemmatizer: Lemmatizer | null | undefined;

const stems = new Map<string, string>();

/**
 * What the inflected forms of an English word share: its lemma where it is irregular (took, take;
 * children, child; by the package `wink-lemmatizer`), then Porter's stem. Which part of speech is
 * meant is not asked: a wrong lemma is wrong in the same way wherever the word stands.
 *
 * @param word in lower case.
 */
export function englishStem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (lemmatizer === undefined) lemmatizer = packagedData<Lemmatizer>('wink-lemmatizer');
  const verb = lemmatizer?.verb(word) ?? word;
  const lemma = verb === word ? (lemmatizer?.noun(word) ?? word) : verb;
  const stem = stemmer(lemma);
  if (stems.size > 200_000) stems.clear();
  stems.set(word, stem);
  return stem;
}

/**
 * The form of today of an English verb with an old ending (-eth, -est) or an old past. What comes out is
 * for `englishStem`: of other words that end so (forest) it is not a word.
 *
 * @param word in lower case.
 */
export const modernForm = (word: string): string =>
  oldForms[word] ?? word.replace(/(?<=..)e(?:th|st)$/, 'e');

const oldForms: Record<string, string> = {
  hath: 'has',
  hast: 'has',
  doth: 'does',
  dost: 'does',
  saith: 'says',
  sayest: 'says',
  spake: 'spoke',
  brake: 'broke',
  bare: 'bore',
  digged: 'dug',
};
