import type { Collation, CollationToken } from './collation';
import { hasWords, opens } from './mark-sides';

/** First and last column of a place of variation, the last excluded. */
export type Place = [from: number, to: number];

/**
 * The places at which witnesses differ from one of them, as small as the lemma can be divided: where a
 * witness agrees with the base again, or begins to differ, a new place begins, though others differ
 * throughout. What is added, and punctuation, stays with the word before; a mark that opens, with the word
 * after.
 *
 * @param isAbsent whether a witness has no text in a column that could agree or differ.
 * @param cuts columns at which a place begins in any case.
 * @param differs what else counts as a difference from the base.
 */
export function variationPlaces(
  { columns }: Collation,
  base: number,
  isAbsent: (witness: number, column: number) => boolean,
  cuts: ReadonlySet<number> = new Set(),
  differs: (witness: number, column: number) => boolean = () => false,
): Place[] {
  const differing = columns.map((column, c) => {
    const own = column[base]?.n ?? '';
    return new Set(
      column.flatMap((token, w) =>
        (!isAbsent(w, c) && (token?.n ?? '') !== own) || differs(w, c) ? [w] : [],
      ),
    );
  });
  const places: Place[] = [];
  for (let at = 0; at < columns.length; ) {
    if (differing[at].size === 0) {
      at++;
      continue;
    }
    let to = at + 1;
    while (to < columns.length && differing[to].size > 0 && !cuts.has(to)) {
      const opened = isOpening(columns[to - 1][base]) && onlyMarks(columns, base, at, to);
      if (isWord(columns[to][base]) && !opened && !sameUnit(columns, base, differing, at, to))
        break;
      if (addsToAgreed(columns, base, differing, at, to)) break;
      to++;
    }
    places.push(...withoutStrayMarks(columns, base, [at, to]));
    at = to;
  }
  return places;
}

/**
 * Whether a column goes on with the place that began at `from`: nobody who has differed in it agrees now,
 * and nobody who has agreed with a word of the base in it differs now.
 */
function sameUnit(
  columns: Collation['columns'],
  base: number,
  differing: readonly ReadonlySet<number>[],
  from: number,
  to: number,
): boolean {
  const now = differing[to];
  for (let c = from; c < to; c++) {
    for (const w of differing[c]) if (!now.has(w) && columns[to][w]) return false;
    if (!isWord(columns[c][base])) continue;
    for (const w of now) if (!differing[c].has(w) && columns[c][w]) return false;
  }
  return true;
}

/**
 * Whether a column holds words that only witnesses add that have agreed with the base in several words of the
 * place: what they add is an entry of its own.
 */
function addsToAgreed(
  columns: Collation['columns'],
  base: number,
  differing: readonly ReadonlySet<number>[],
  from: number,
  to: number,
): boolean {
  if (columns[to][base] || !columns[to].some(isWord)) return false;
  let next = to;
  while (next < columns.length && !columns[next][base]) next++;
  let words = 0;
  for (let c = from; c < to; c++) {
    if (isWord(columns[c][base])) words++;
    for (const w of differing[to]) if (differing[c].has(w)) return false;
    // Who has left out what stands before, and what follows, has left out one thing.
    for (const w of differing[next] ?? []) if (differing[c].has(w)) return false;
  }
  return words > 1;
}

/**
 * A place cut where it begins with marks that close what stands before, or ends with marks that open what
 * stands after: a lemma of words has them at the other end.
 */
function withoutStrayMarks(
  columns: Collation['columns'],
  base: number,
  [from, to]: Place,
): Place[] {
  const words = columns
    .slice(from, to)
    .flatMap((column, k) => (isWord(column[base]) ? [from + k] : []));
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) {
    let at = from + 1;
    while (at < to && !isOpening(columns[at][base])) at++;
    const closed = at < to && columns.slice(from, at).some((column) => isClosing(column[base]));
    return closed
      ? [
          [from, at],
          [at, to],
        ]
      : [[from, to]];
  }
  let start = from;
  while (start < first && columns[start].every((token) => !isWord(token) && !isOpening(token)))
    start++;
  for (let c = start; c < first; c++) {
    if (isClosing(columns[c][base]) && !columns[c].some(isOpening)) start = c + 1;
  }
  let end = to;
  for (let c = to - 1; c > last; c--) if (isOpening(columns[c][base])) end = c;
  return [
    ...(start > from ? [[from, start] satisfies Place] : []),
    [start, end],
    ...(end < to ? [[end, to] satisfies Place] : []),
  ];
}

/** Whether the base has no word in a stretch of columns: the opening bracket of “[I] arrived”. */
function onlyMarks(columns: Collation['columns'], base: number, from: number, to: number): boolean {
  for (let c = from; c < to; c++) if (isWord(columns[c][base])) return false;
  return true;
}

const isMark = (token: CollationToken | null): boolean =>
  token !== null && token.n !== '' && !isWord(token);

const isOpening = (token: CollationToken | null): boolean => isMark(token) && opens(token!.t);
const isClosing = (token: CollationToken | null): boolean => isMark(token) && !opens(token!.t);

const isWord = (token: CollationToken | null): boolean =>
  token !== null && token.n !== '' && hasWords(token.t);
