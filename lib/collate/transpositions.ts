import type { Collation, CollationToken } from './collation';
import { type Decisions, decided, type MovedWords, noDecisions } from './decisions';
import { hasWords, openingMarks } from './mark-sides';
import { findMoves } from './moves';
import type { Run } from './sequence';
import type { Place } from './variation';
import { isWeighty, weightOf } from './weight';

/** Words of the base that a witness has in another place. */
export interface Transposition extends MovedWords {
  /** Witnesses that have the same words in the same other place share the number; from 1. */
  number: number;
}

/**
 * The transpositions of a collation, each witness beside the base.
 *
 * @param decisions what people have decided of them.
 * @param opening see `openingMarks`.
 */
export function findTranspositions(
  collation: Collation,
  base: number,
  decisions: Decisions = noDecisions,
  opening: ReadonlySet<CollationToken> = openingMarks(collation.columns),
): Transposition[] {
  const numbers = new Map<string, number>();
  const found = collation.witnesses.flatMap((_, witness) =>
    witness === base
      ? []
      : movesBeside(collation, base, witness, opening).map((move) => ({ witness, ...move })),
  );
  return decided(found, decisions, collation, base).map((move) => {
    const key = `${move.base} ${move.there}`;
    const number = numbers.get(key) ?? numbers.size + 1;
    numbers.set(key, number);
    return { number, ...move };
  });
}

function movesBeside(
  { columns }: Collation,
  base: number,
  w: number,
  opening: ReadonlySet<CollationToken>,
) {
  const [a, b]: [string[], string[]] = [[], []];
  // The column of each token, to come back from tokens to columns.
  const [placesA, placesB]: [number[], number[]] = [[], []];
  const runs: Run[] = [];
  columns.forEach((column, c) => {
    const [own, other] = [column[base], column[w]];
    if (!own && !other) return;
    const equal = own !== null && other !== null && own.n === other.n;
    const last = runs.at(-1);
    const run =
      last?.equal === equal
        ? last
        : ({ equal, a: [a.length, a.length], b: [b.length, b.length] } satisfies Run);
    if (run !== last) runs.push(run);
    if (own) {
      a.push(own.n);
      placesA.push(c);
    }
    if (other) {
      b.push(other.n);
      placesB.push(c);
    }
    run.a[1] = a.length;
    run.b[1] = b.length;
  });
  if (runs.every(({ equal }) => equal)) return [];
  const range = (places: readonly number[], [from, to]: Place): Place => [
    places[from],
    places[to - 1] + 1,
  ];
  const isFaced = (c: number) => columns[c][base] !== null && columns[c][w] !== null;
  return findMoves(runs, a, b, (k) => weightOf(a[k])).flatMap((move) => {
    // What faces other words in either place has not moved as far as one can see.
    let [start, end] = [0, move.a[1] - move.a[0]];
    const isSeen = (k: number) =>
      !isFaced(placesA[move.a[0] + k]) && !isFaced(placesB[move.b[0] + k]);
    while (start < end && !isSeen(start)) start++;
    while (end > start && !isSeen(end - 1)) end--;
    const words = a.slice(move.a[0] + start, move.a[0] + end);
    const isWhole = words.length === move.a[1] - move.a[0];
    if (!isWhole && !words.some((word) => isWeighty(word))) return [];
    const part = ([from]: Place): Place => [from + start, from + end];
    return [
      {
        base: withClosingMarks(columns, base, w, range(placesA, part(move.a)), opening),
        there: withClosingMarks(columns, w, base, range(placesB, part(move.b)), opening),
      },
    ];
  });
}

/** Moved words with the marks that close them, where the other witness has no mark there. */
function withClosingMarks(
  columns: Collation['columns'],
  own: number,
  other: number,
  [from, to]: Place,
  opening: ReadonlySet<CollationToken>,
): Place {
  let end = to;
  for (let c = to; c < columns.length; c++) {
    const [token, facing] = [columns[c][own], columns[c][other]];
    if (facing || (token && (hasWords(token.t) || opening.has(token)))) break;
    if (token) end = c + 1;
  }
  return [from, end];
}
