import { isUnspaced } from './tokens';

// The words of a segment in the form of PostgreSQL's full-text search. A character of a script without
// spaces stands with the next one: pairs are rare enough to be found by an index, and to have their
// places counted, where single characters are not (Chinese is searched by “bigrams” for this reason:
// Kwok, “Comparing representations in Chinese information retrieval”, SIGIR 1997).

/** PostgreSQL knows 16,383 places of a text, and takes words of 2,046 bytes. */
const maxPlace = 16_383;
const maxLetters = 200;

/** Between the characters of a pair: no word has it. */
const pairSign = '+';
/** Before what says where a segment stands: no word begins with it. */
const scopeSign = ':';

/** Words that a segment holds, each with its places from 1; phrases beyond the last place are not found. */
export function lexemesOf(words: readonly string[], scope: readonly string[]): string {
  const places = new Map<string, number[]>();
  words.forEach((word, k) => {
    const lexeme = pairOf(word, words[k + 1]) ?? cutWord(word);
    const known = places.get(lexeme) ?? [];
    known.push(Math.min(k + 1, maxPlace));
    places.set(lexeme, known);
  });
  return [
    ...scope.map((word) => quoted(scopeSign + word)),
    ...[...places].map(([lexeme, at]) => `${quoted(lexeme)}:${[...new Set(at)].join(',')}`),
  ].join(' ');
}

/** The query for words in this order, the last perhaps a beginning. */
export function phraseQuery(words: readonly string[], prefix: boolean): string {
  const parts = words.flatMap((word, k) => {
    const next = words[k + 1];
    const pair = pairOf(word, next);
    if (pair) return [quoted(pair)];
    if (!isUnspaced(word))
      return [quoted(cutWord(word)) + (prefix && next === undefined ? ':*' : '')];
    // The last character is in the pair before it.
    if (next === undefined && k > 0 && isUnspaced(words[k - 1])) return [];
    return next === undefined ? [characterQuery(word)] : [quoted(word)];
  });
  return `(${parts.join(' <-> ')})`;
}

/** The query for a character wherever it stands: before another, or last. */
const characterQuery = (character: string): string =>
  `(${quoted(character + pairSign)}:* | ${quoted(character)})`;

export const scopeQuery = (words: readonly string[]): string =>
  `(${words.map((word) => quoted(scopeSign + word)).join(' | ')})`;

const pairOf = (word: string, next: string | undefined): string | null =>
  next !== undefined && isUnspaced(word) && isUnspaced(next) ? word + pairSign + next : null;

/** A word as it is kept: what is longer is hardly one. */
export const cutWord = (word: string): string => word.slice(0, maxLetters);

const quoted = (lexeme: string): string => `'${lexeme.replace(/['\\]/g, '$&$&')}'`;
