import type { CollationToken } from './collation';
import { hasWords } from './mark-sides';
import { type Column, textOfTokens, tokensIn } from './witness';

/**
 * The words with which an entry about marks is printed, as “home. ] home, B”: all its witnesses have them
 * beside the marks.
 */
export interface CarriedWords {
  before: string;
  after: string;
}

/** What the words of an entry are found by. */
export interface Beside {
  columns: readonly Readonly<Column>[];
  /** Index of the witness that is the text. */
  base: number;
  isAbsent: (witness: number, column: number) => boolean;
  /** See `openingMarks`. */
  opening: ReadonlySet<CollationToken>;
}

/** Which marks stand at the edges of words: one that closes what is before, one that opens what is after. */
export function edgeMarks(
  tokens: readonly CollationToken[],
  opening: ReadonlySet<CollationToken>,
): { closes: boolean; opens: boolean } {
  const counted = tokens.filter(({ n }) => n !== '');
  const [first, last] = [counted[0], counted.at(-1)];
  const isMark = (token: CollationToken | undefined): token is CollationToken =>
    token !== undefined && !hasWords(token.t);
  return {
    closes: isMark(first) && !opening.has(first),
    opens: isMark(last) && opening.has(last),
  };
}

/** Tokens without the marks at their beginning that close what is before, and at their end that open what is after. */
export function withoutEdgeMarks(
  tokens: readonly CollationToken[],
  opening: ReadonlySet<CollationToken>,
): CollationToken[] {
  const isMark = ({ t }: CollationToken) => !hasWords(t);
  const from = tokens.findIndex((token) => !isMark(token) || opening.has(token));
  const to = tokens.findLastIndex((token) => !isMark(token) || !opening.has(token));
  return from < 0 ? [] : tokens.slice(from, to + 1);
}

/**
 * The words that an entry needs: one before it where its lemma or a reading begins with a mark that closes,
 * one after it where one ends with a mark that opens. Empty where it needs none, or they differ.
 *
 * @param all the tokens of the lemma and of each reading.
 */
export function carriedWords(
  beside: Beside,
  [from, to]: readonly [number, number],
  all: readonly (readonly CollationToken[])[],
): CarriedWords {
  const edges = all.map((tokens) => edgeMarks(tokens, beside.opening));
  const marksOnly = all.every((tokens) => !tokens.some(({ t }) => hasWords(t)));
  const closes = edges.some((each) => each.closes);
  const before = closes ? wordBefore(beside, from) : '';
  // What stands at the beginning of a text is printed with the word that follows.
  const first = !beside.columns.slice(0, from).some((column) => column[beside.base]);
  const after = edges.some((each) => each.opens) || (closes && marksOnly && first);
  return { before, after: after ? wordAfter(beside, to) : '' };
}

function wordBefore(beside: Beside, from: number): string {
  let written = '';
  for (let c = from - 1; c >= 0; c--) {
    const token = agreedToken(beside, c);
    if (token === undefined) return '';
    written = (token?.t ?? '') + written;
    if (/\n[^\S\n]*\n/.test(written)) return '';
    if (token && hasWords(token.t)) return written.trim();
  }
  return '';
}

function wordAfter(beside: Beside, to: number): string {
  let written = '';
  for (let c = to; c < beside.columns.length; c++) {
    const token = agreedToken(beside, c);
    if (token === undefined) return '';
    written += token?.t ?? '';
    if (token && hasWords(token.t)) return written.trim();
  }
  return '';
}

/** What the base has in a column, if all witnesses that have text there agree; undefined where they differ. */
function agreedToken(
  { columns, base, isAbsent }: Beside,
  c: number,
): CollationToken | null | undefined {
  const own = columns[c][base];
  const agree = columns[c].every(
    (token, w) => isAbsent(w, c) || (token?.n ?? '') === (own?.n ?? ''),
  );
  return agree ? own : undefined;
}

/**
 * A reading, or the lemma, as it is printed: with the words that its entry carries, and the space that its
 * witness has between.
 *
 * @param w index of its witness.
 */
export function withCarried(
  { before, after }: CarriedWords,
  { columns }: Pick<Beside, 'columns'>,
  w: number,
  [from, to]: readonly [number, number],
): string {
  const own = tokensIn(columns, w, [from, to]);
  const left = columns.slice(0, from).findLast((column) => column[w])?.[w]?.t ?? '';
  const gap = /\s*$/.exec(left)?.[0] ?? '';
  const written = own.map(({ t }) => t).join('');
  return `${before}${before && gap}${written}${after}`.trim().replace(/[^\S\n]+/g, ' ');
}

/**
 * Marks of a witness as they are printed where the words beside them differ: with its own nearest word in the
 * paragraph, on the side that is asked for if there is one.
 */
export function withOwnWord(
  columns: readonly Readonly<Column>[],
  w: number,
  place: readonly [number, number],
  side: 'before' | 'after',
): string {
  const other = side === 'before' ? 'after' : 'before';
  const marks = textOfTokens(tokensIn(columns, w, place));
  return nearestWord(columns, w, place, side) ?? nearestWord(columns, w, place, other) ?? marks;
}

/**
 * What a witness has from the base's nearest word on one side up to a place, and there: the same word, or what
 * it has in its stead. Empty where it has nothing.
 */
export function fromWordOf(
  columns: readonly Readonly<Column>[],
  base: number,
  w: number,
  [from, to]: readonly [number, number],
  side: 'before' | 'after',
): string {
  const step = side === 'before' ? -1 : 1;
  let at = side === 'before' ? from - 1 : to;
  while (columns[at] && !hasWords(columns[at][base]?.t ?? '')) at += step;
  const stretch: [number, number] = at < from ? [Math.max(at, 0), to] : [from, at + 1];
  return textOfTokens(tokensIn(columns, w, stretch)).replace(/\s+/g, ' ');
}

/** Marks of a witness with the nearest word on one side; null where a paragraph or the text begins or ends before. */
function nearestWord(
  columns: readonly Readonly<Column>[],
  w: number,
  [from, to]: readonly [number, number],
  side: 'before' | 'after',
): string | null {
  let [start, end] = [from, to];
  for (;;) {
    const at = side === 'before' ? --start : end++;
    if (at < 0 || at >= columns.length) return null;
    const token = columns[at][w];
    if (token && hasWords(token.t)) break;
  }
  const written = tokensIn(columns, w, [start, end])
    .map(({ t }) => t)
    .join('')
    .trim();
  return /\n[^\S\n]*\n/.test(written) ? null : written.replace(/[^\S\n]+/g, ' ');
}
