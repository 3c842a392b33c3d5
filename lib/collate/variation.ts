import { edgeMarks } from './carried-word';
import type { Collation, CollationToken } from './collation';
import { formPlaces } from './form-places';
import { hasWords, openingMarks } from './mark-sides';
import { redividedWords } from './redivided';
import { tokensIn } from './witness';

/** First and last column of a place of variation, the last excluded. */
export type Place = [from: number, to: number];

export interface VariationOptions {
  /** Columns at which a place begins in any case. */
  cuts?: ReadonlySet<number>;
  /** What else counts as a difference from the base. */
  differs?: (witness: number, column: number) => boolean;
  /** See `openingMarks`. */
  opening?: ReadonlySet<CollationToken>;
  /** Whether two readings are the same words, written otherwise. */
  isForm?: (base: string, reading: string) => boolean;
  /** Places that are not divided. */
  whole?: readonly Place[];
}

/**
 * The places at which witnesses differ from one of them, as small as the lemma can be divided: where a
 * witness agrees with the base again, or begins to differ, a new place begins, though others differ
 * throughout. What is added, and punctuation, stays with the word before; a mark that opens, with the word
 * after.
 *
 * @param isAbsent whether a witness has no text in a column that could agree or differ.
 */
export function variationPlaces(
  { columns }: Collation,
  base: number,
  isAbsent: (witness: number, column: number) => boolean,
  {
    cuts = new Set(),
    differs = () => false,
    opening = openingMarks(columns),
    isForm = () => false,
    whole = [],
  }: VariationOptions = {},
): Place[] {
  const differing = columns.map((column, c) => {
    const own = column[base]?.n ?? '';
    return new Set(
      column.flatMap((token, w) =>
        (!isAbsent(w, c) && (token?.n ?? '') !== own) || differs(w, c) ? [w] : [],
      ),
    );
  });
  const isOpening = (token: CollationToken | null) => isMark(token) && opening.has(token!);
  const marks: MarkSides = {
    isOpening,
    isClosing: (token) => isMark(token) && !isOpening(token),
  };
  // Columns before which no place ends: a word that one witness divides, or joins, lies on both sides, or words that
  // have changed places.
  const within = new Set<number>();
  for (const [from, to] of [...redividedWords({ columns }, base, isAbsent), ...whole])
    for (let c = from + 1; c < to; c++) within.add(c);
  const begins = new Set(whole.map(([from]) => from));
  const places: Place[] = [];
  for (let at = 0; at < columns.length; ) {
    if (differing[at].size === 0) {
      at++;
      continue;
    }
    let to = at + 1;
    while (to < columns.length && !cuts.has(to)) {
      if (within.has(to)) {
        to++;
        continue;
      }
      if (differing[to].size === 0 || begins.has(to)) break;
      const opened = marks.isOpening(columns[to - 1][base]) && onlyMarks(columns, base, at, to);
      if (isWord(columns[to][base]) && !opened && !sameUnit(columns, base, differing, at, to))
        break;
      if (addsToAgreed(columns, base, differing, at, to)) break;
      to++;
    }
    const found = withoutStrayMarks(columns, base, [at, to], marks);
    const last = found.at(-1)!;
    // Marks that open what stands after begin the next place.
    if (found.length > 1 && last[1] === to && marks.isOpening(columns[last[0]][base])) found.pop();
    places.push(...found);
    at = places.at(-1)![1];
  }
  const divided = places.flatMap((place) => {
    const present = [...(columns[0] ?? []).keys()].filter((w) => !isAbsent(w, place[0]));
    return formPlaces({ columns }, base, place, present, isForm, within);
  });
  return joinedAtMarks(columns, divided, isAbsent, opening, cuts);
}

/** Tells of the marks of witnesses, but not of those that are not compared, what they belong to. */
interface MarkSides {
  isOpening: (token: CollationToken | null) => boolean;
  isClosing: (token: CollationToken | null) => boolean;
}

/**
 * Places between which no words stand are one where a reading would begin with a mark that closes what
 * stands before, or end with one that opens what stands after.
 */
function joinedAtMarks(
  columns: Collation['columns'],
  places: readonly Place[],
  isAbsent: (witness: number, column: number) => boolean,
  opening: ReadonlySet<CollationToken>,
  cuts: ReadonlySet<number>,
): Place[] {
  const strayAt = (place: Place, edge: 'closes' | 'opens') =>
    (columns[place[0]] ?? []).some(
      (_, w) => !isAbsent(w, place[0]) && edgeMarks(tokensIn(columns, w, place), opening)[edge],
    );
  const out: Place[] = [];
  for (const place of places) {
    const last = out.at(-1);
    const meet = last && onlyMarksBetween(columns, last[1], place[0], cuts);
    if (meet && (strayAt(place, 'closes') || strayAt(last, 'opens'))) last[1] = place[1];
    else out.push([...place]);
  }
  return out;
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
  { isOpening, isClosing }: MarkSides,
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

/** Whether no witness has a word between two places, and no place begins there in any case. */
function onlyMarksBetween(
  columns: Collation['columns'],
  from: number,
  to: number,
  cuts: ReadonlySet<number>,
): boolean {
  for (let c = from; c <= to; c++)
    if (cuts.has(c) || (c < to && columns[c].some(isWord))) return false;
  return true;
}

/** Whether the base has no word in a stretch of columns: the opening bracket of “[I] arrived”. */
function onlyMarks(columns: Collation['columns'], base: number, from: number, to: number): boolean {
  for (let c = from; c < to; c++) if (isWord(columns[c][base])) return false;
  return true;
}

const isMark = (token: CollationToken | null): boolean =>
  token !== null && token.n !== '' && !isWord(token);

const isWord = (token: CollationToken | null): boolean =>
  token !== null && token.n !== '' && hasWords(token.t);
