import type { Rendering } from '../align/text';
import { dictionaryPairs } from '../dictionaries/dictionaries';
import { languageFamily } from '../edition/model';
import { jobKind } from '../jobs/job';
import { isFunctionWord } from '../language/closed-class';
import { features } from '../language/features';

/** The texts whose words are looked up. */
export interface DictionaryQuestion {
  a: { language: string; texts: string[] };
  b: { language: string; texts: string[] };
}

export const dictionaryJob = jobKind<DictionaryQuestion, Rendering[]>('dictionary', 'slow');

/**
 * How far a dictionary is believed before the texts have taught which of its senses they use. From 0.2 to 0.3
 * four sets of gold gain (en–fr .913 to .933, .928 to .936, .974 to .977; en–de .946 to .953); fully believed,
 * one of them loses.
 */
const trust = 0.25;

/** What dictionaries say of the words of two texts, as features. */
export async function renderingsInDictionaries({ a, b }: DictionaryQuestion): Promise<Rendering[]> {
  const wordsOf = ({ language, texts }: DictionaryQuestion['a']) =>
    new Set(texts.flatMap((text) => features(text, language)));
  const pairs = await dictionaryPairs(a.language, b.language, () => [wordsOf(a), wordsOf(b)]);
  const isSmall = (word: string, { language }: DictionaryQuestion['a']) =>
    isFunctionWord(word, languageFamily(language)) === true;
  // The small words of an explanation render nothing: “sich” of “sich freuen”.
  return pairs.flatMap(([x, y, weight]): Rendering[] =>
    isSmall(x, a) === isSmall(y, b) ? [[x, y, weight * trust]] : [],
  );
}
