import * as snowball from 'snowball-stemmers';

/** Snowball's stemmers by language; English and Arabic have better ones of their own. */
const algorithms: Record<string, string> = {
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  de: 'german',
  es: 'spanish',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hu: 'hungarian',
  hy: 'armenian',
  it: 'italian',
  nb: 'norwegian',
  nl: 'dutch',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sl: 'slovene',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
};

type Stem = (word: string) => string;
const stemmers = new Map<string, Stem | null>();
const maxKept = 100_000;

/**
 * The stemmer of a language: what the inflected forms of a word share (Porter's Snowball).
 *
 * @param language a primary language subtag.
 * @returns null for languages without one. It takes words in lower case, with their diacritics.
 */
export function stemmerOf(language: string): Stem | null {
  const known = stemmers.get(language);
  if (known !== undefined) return known;
  const algorithm = algorithms[language];
  const stemmer = algorithm ? remembering(algorithm) : null;
  stemmers.set(language, stemmer);
  return stemmer;
}

function remembering(algorithm: string): Stem {
  // Where it is loaded as CommonJS the package has no default export; elsewhere it may have no other.
  const { newStemmer } = snowball.default ?? snowball;
  if (!newStemmer) throw new Error('snowball-stemmers has no newStemmer');
  const stemmer = newStemmer(algorithm);
  const stems = new Map<string, string>();
  return (word) => {
    let stem = stems.get(word);
    if (stem === undefined) {
      stem = stemmer.stem(word);
      if (stems.size > maxKept) stems.clear();
      stems.set(word, stem);
    }
    return stem;
  };
}
