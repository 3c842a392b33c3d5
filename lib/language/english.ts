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
