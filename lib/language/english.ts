import { stemmer } from 'stemmer';
import lemmatize from 'wink-lemmatizer';

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
  const verb = lemmatize.verb(word);
  const lemma = verb === word ? lemmatize.noun(word) : verb;
  const stem = stemmer(lemma);
  if (stems.size > 200_000) stems.clear();
  stems.set(word, stem);
  return stem;
}
