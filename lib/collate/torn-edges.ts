import type { Collation, CollationToken } from './collation';
import { hasWords } from './mark-sides';
import { boundaryBefore } from './slide';
import { textOfTokens } from './witness';

type Columns = Collation['columns'];

/** As many words of the base have to be missing: one is left out more easily than lost. */
const minWords = 2;
/** Tokens that show whether a sentence ends: the last word and the marks after it. */
const tail = 4;

/**
 * Whether a witness breaks off, as its marks show: it has no words of the base from a column on, and stops
 * without a stop in the middle of a sentence, though it has stops where the base has them. Texts without stops
 * at the end, such as verse, show nothing.
 *
 * @param end the column after its last word.
 */
export function breaksOff(columns: Columns, base: number, w: number, end: number): boolean {
  if (wordsIn(columns, end, columns.length, base) < minWords) return false;
  const last = columns.findLastIndex((column) => hasWords(column[w]?.t ?? ''));
  if (last < 0 || end > columns.findLastIndex((column) => column[w]) + 1) return false;
  const isAlike = (own: string, other: string) => own === other || other.startsWith(own);
  return (
    endsSentence(textBefore(columns, columns.length, base)) &&
    !endsSentence(textBefore(columns, end, w)) &&
    boundaryBefore(textBefore(columns, end, base), 'x') < sentence &&
    hasWordOfOthers(columns, w, last, isAlike) &&
    hasMarks(columns, base, w, 0, end)
  );
}

/**
 * Whether the text of a witness begins in the middle of a sentence: it has no words of the base up to a column,
 * and its first is written small, though it begins sentences with capitals where the base does.
 *
 * @param first the column of its first word.
 */
export function beginsTorn(columns: Columns, base: number, w: number, first: number): boolean {
  if (wordsIn(columns, 0, first, base) < minWords) return false;
  const own = columns.find((column) => column[w])?.[w]?.t ?? '';
  if (!columns[first]?.[w] || !/^\s*\p{Ll}/u.test(own)) return false;
  const opening = columns.find((column) => hasWords(column[base]?.t ?? ''))?.[base]?.t ?? '';
  return (
    isCapital(opening) &&
    boundaryBefore(textBefore(columns, first, base), 'x') < sentence &&
    hasWordOfOthers(columns, w, first, (mine, other) => mine === other || other.endsWith(mine)) &&
    hasCapitals(columns, base, w, first)
  );
}

/** What `boundaryBefore` gives for the end of a sentence. */
const sentence = 3;

const endsSentence = (text: string): boolean => boundaryBefore(text.trimEnd(), 'x') === sentence;

const isCapital = (text: string): boolean => /^\s*[\p{Lu}\p{Lt}]/u.test(text);

/** The last tokens that a witness has before a column, as text. */
function textBefore(columns: Columns, to: number, w: number): string {
  const tokens: CollationToken[] = [];
  for (let c = to - 1; c >= 0 && tokens.length < tail; c--) {
    const token = columns[c][w];
    if (token) tokens.unshift(token);
  }
  return tokens.map(({ t }) => t).join('');
}

/** Whether the word of a witness in a column is that of another, or a part of it as `isAlike` has it. */
const hasWordOfOthers = (
  columns: Columns,
  w: number,
  c: number,
  isAlike: (own: string, other: string) => boolean,
): boolean =>
  columns[c].some(
    (token, v) => v !== w && token !== null && isAlike(columns[c][w]?.n ?? '', token.n),
  );

/** Whether a witness has stops in most places where the base has them, or other marks where that has no stop. */
function hasMarks(columns: Columns, base: number, w: number, from: number, to: number): boolean {
  const count = { stops: 0, own: 0, marks: 0, ownMarks: 0 };
  for (let c = from; c < to; c++) {
    const [token, own] = [columns[c][base], columns[c][w]];
    if (!token || hasWords(token.t)) continue;
    count.marks++;
    if (own && !hasWords(own.t)) count.ownMarks++;
    if (!endsSentence(`x${token.t}`)) continue;
    count.stops++;
    if (own && endsSentence(`x${own.t}`)) count.own++;
  }
  if (count.stops > 0) return 2 * count.own >= count.stops;
  return count.marks === 0 || count.ownMarks > 0;
}

/** Whether a witness begins most sentences with capitals where the base does; if there are none, whether it ends with a stop. */
function hasCapitals(columns: Columns, base: number, w: number, first: number): boolean {
  let [all, own] = [0, 0];
  for (let c = first + 1; c < columns.length; c++) {
    const token = columns[c][base];
    if (!token || !isCapital(token.t) || !endsSentence(textBefore(columns, c, base))) continue;
    if (!columns[c][w]) continue;
    all++;
    if (isCapital(columns[c][w]?.t ?? '')) own++;
  }
  return all > 0
    ? 2 * own >= all
    : endsSentence(textOfTokens(columns.flatMap((each) => each[w] ?? [])));
}

/** Words of a witness in some columns. */
export function wordsIn(columns: Columns, from: number, to: number, w: number): number {
  let count = 0;
  for (const column of columns.slice(from, to)) {
    if (/[\p{L}\p{N}]/u.test(column[w]?.t ?? '')) count++;
  }
  return count;
}
