/**
 * Words that hold a sentence together and are rendered by nothing in particular: articles,
 * particles, prepositions of many uses. By language; few, and only the surest.
 */
const particles: Record<string, ReadonlySet<string>> = {
  en: new Set('the a an of to'.split(' ')),
  fr: new Set('le la les de du des un une'.split(' ')),
  es: new Set('el la los las de un una'.split(' ')),
  de: new Set('der die das den dem des ein eine'.split(' ')),
  zh: new Set([...'的了着地得之把被吗呢吧啊呀']),
};

/** Whether a word (as `features` gives it) is a particle of its language. */
export function isParticle(word: string, language: string): boolean {
  return particles[language]?.has(word) ?? false;
}
