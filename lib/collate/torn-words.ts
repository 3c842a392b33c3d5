import type { CollationToken, Column } from './witness';

/** A part of a word beside an edge at which the text of a witness is torn, and marks that stand there by it. */
export interface TornWord {
  /** What is left, as the witness has it. */
  tokens: CollationToken[];
  /** The column of the word in the base. */
  base: number;
  /** The column at which the gap begins with it, before the edge; or after which it ends with it, after the edge. */
  edge: number;
}

/**
 * The part of a word with which a witness stops: the next word of the base after those before it begins so (“kin”
 * for “kingdom”). Wherever the aligner has set it, no other word stands between.
 *
 * @param own the columns in which the witness has tokens.
 * @param last index in `own` of its last token before the edge.
 */
export function tornAtEnd(
  columns: readonly Readonly<Column>[],
  base: number,
  w: number,
  own: readonly number[],
  last: number,
): TornWord | null {
  let at = last;
  while (at >= 0 && /^[-‐‑–—]+$/.test(textAt(columns, own[at], w))) at--;
  const part = wordAt(columns, own[at], w);
  if (at < 0 || part === '' || part === wordAt(columns, own[at], base)) return null;
  let before = at - 1;
  while (before >= 0 && wordAt(columns, own[before], w) === '') before--;
  let whole = (own[before] ?? -1) + 1;
  while (whole < columns.length && wordAt(columns, whole, base) === '') whole++;
  if (!isPart(part, wordAt(columns, whole, base), 'startsWith')) return null;
  const marks = own.slice(before + 1, at);
  // Marks that have gone astray with it face no others.
  const isAstray = marks.some((c) => c > whole);
  const from = isAstray ? (own[before] ?? -1) + 1 : Math.min(own[at], whole);
  const left = own.slice(before + 1, last + 1).filter((c) => c >= from);
  return { base: whole, edge: from, tokens: tokensAt(columns, w, left) };
}

/** The part of a word with which a witness begins, or goes on after a gap, likewise. @param first its index in `own`. */
export function tornAtStart(
  columns: readonly Readonly<Column>[],
  base: number,
  w: number,
  own: readonly number[],
  first: number,
): TornWord | null {
  const part = wordAt(columns, own[first], w);
  if (part === '' || part === wordAt(columns, own[first], base)) return null;
  let after = first + 1;
  while (after < own.length && wordAt(columns, own[after], w) === '') after++;
  let whole = (own[after] ?? columns.length) - 1;
  while (whole >= 0 && wordAt(columns, whole, base) === '') whole--;
  if (!isPart(part, wordAt(columns, whole, base), 'endsWith')) return null;
  const marks = own.slice(first + 1, after);
  const isAstray = marks.some((c) => c < whole);
  const to = isAstray ? (own[after] ?? columns.length) : Math.max(own[first], whole) + 1;
  const left = own.slice(first, after).filter((c) => c < to);
  return { base: whole, edge: to, tokens: tokensAt(columns, w, left) };
}

const tokensAt = (
  columns: readonly Readonly<Column>[],
  w: number,
  own: readonly number[],
): CollationToken[] => own.flatMap((c) => columns[c][w] ?? []);

const isPart = (part: string, whole: string, where: 'startsWith' | 'endsWith'): boolean =>
  part.length < whole.length && whole[where](part);

/** A word as it is compared; empty for a mark, or none. */
function wordAt(columns: readonly Readonly<Column>[], c: number | undefined, w: number): string {
  const word = c === undefined ? '' : (columns[c]?.[w]?.n ?? '');
  return /\p{L}/u.test(word) ? word : '';
}

const textAt = (columns: readonly Readonly<Column>[], c: number, w: number): string =>
  columns[c]?.[w]?.t.trim() ?? '';
