import type { Collation, CollationToken } from './collation';
import type { MovedWords } from './decisions';
import { hasWords } from './mark-sides';
import type { Place } from './variation';
import { endsParagraph } from './witness';

/** Neighbouring words that a witness has in another order. */
export interface Exchange {
  /** Index of the witness. */
  witness: number;
  columns: Place;
}

/** As many words are one entry, at most: of more, a reader looks for those that have moved. */
const maxWords = 4;

/**
 * Where witnesses have the words of the base in another order, few and side by side (“deus meus ] meus deus”): an
 * editor writes them as one entry. No mark stands between them, and no paragraph ends there.
 *
 * @param isAbsent whether a witness has no text in a column that could agree or differ.
 * @param apart transpositions that people have marked, and passages that they have said have not moved.
 */
export function exchangedWords(
  { witnesses, columns }: Pick<Collation, 'witnesses' | 'columns'>,
  base: number,
  isAbsent: (witness: number, column: number) => boolean,
  apart: readonly MovedWords[] = [],
): Exchange[] {
  return witnesses.flatMap((_, witness): Exchange[] => {
    if (witness === base) return [];
    const found: Exchange[] = [];
    for (let at = 0; at < columns.length; at++) {
      if (wordOf(columns[at][base]) === wordOf(columns[at][witness])) continue;
      const to = endOfExchange(columns, base, witness, at, isAbsent);
      const meets = ({ witness: w, base: own, there }: MovedWords) =>
        w === witness && [own, there].some(([from, end]) => from < to && at < end);
      if (to === 0 || apart.some(meets)) continue;
      found.push({ witness, columns: [at, to] });
      at = to - 1;
    }
    return found;
  });
}

/** The column after the shortest exchange that begins in a column; 0 for none. */
function endOfExchange(
  columns: Collation['columns'],
  base: number,
  witness: number,
  from: number,
  isAbsent: (witness: number, column: number) => boolean,
): number {
  // How many more of each word the base has than the witness.
  const more = new Map<string, number>();
  const counts = [0, 0];
  for (let c = from; c < columns.length && !isAbsent(witness, c); c++) {
    const pair = [columns[c][base], columns[c][witness]];
    if (pair.some(isMark)) return 0;
    pair.forEach((token, side) => {
      const word = wordOf(token);
      if (word === '') return;
      counts[side]++;
      const left = (more.get(word) ?? 0) + (side === 0 ? 1 : -1);
      if (left === 0) more.delete(word);
      else more.set(word, left);
    });
    if (Math.max(...counts) > maxWords) return 0;
    if (more.size === 0) return c + 1;
    if (pair.some(endsParagraph)) return 0;
  }
  return 0;
}

/** Whether a place holds words that a witness has exchanged, and nothing else in which it differs from the base. */
export function isExchange(
  exchanges: readonly Exchange[],
  witness: number,
  [from, to]: Place,
  own: readonly CollationToken[],
  tokens: readonly CollationToken[],
): boolean {
  const words = (side: readonly CollationToken[]) =>
    side.map(wordOf).filter(Boolean).sort().join('\n');
  return (
    exchanges.some(
      ({ witness: w, columns }) => w === witness && from <= columns[0] && columns[1] <= to,
    ) && words(own) === words(tokens)
  );
}

/** What a token is compared as, whether or not it begins a sentence; empty for none. */
const wordOf = (token: CollationToken | null): string => token?.n.toLowerCase() ?? '';

const isMark = (token: CollationToken | null): boolean =>
  token !== null && token.n !== '' && !hasWords(token.t);
