import type { Collation } from './collation';
import { type CollationToken, tokensIn } from './witness';

/** Where a segment starts in the text of a witness; UTF-16 offset. */
export interface SegmentStart {
  segment: string;
  start: number;
}

/** Where a word stands: UTF-16 offsets in the text of its segment. */
export interface TokenPlace {
  segment: string;
  start: number;
  end: number;
}

/** Where the words of tokens start in the text that they make up, white space before them left out. */
export function tokenStarts(tokens: readonly CollationToken[]): number[] {
  let offset = 0;
  return tokens.map(({ t }) => {
    const start = offset + (t.length - t.trimStart().length);
    offset += t.length;
    return start;
  });
}

/** The place of each token; null for one that is not in a segment. */
export function tokenPlaces(
  tokens: readonly CollationToken[],
  segments: readonly SegmentStart[],
): (TokenPlace | null)[] {
  const starts = tokenStarts(tokens);
  return tokens.map(({ t }, k) => {
    const within = segments.findLast(({ start }) => start <= starts[k]);
    if (!within) return null;
    const start = starts[k] - within.start;
    return { segment: within.segment, start, end: start + t.trim().length };
  });
}

/** Where the words of a collation stand: by witness, then by column; null where there is no word. */
export function columnPlaces(
  { witnesses, columns }: Collation,
  segments: ReadonlyMap<string, readonly SegmentStart[]>,
): (TokenPlace | null)[][] {
  return witnesses.map((siglum, w) => {
    const tokens = tokensIn(columns, w);
    const places = tokenPlaces(tokens, segments.get(siglum) ?? []);
    let at = 0;
    return columns.map((column) => (column[w] ? places[at++] : null));
  });
}

/** The place from the first word of some columns to the last; null where it is not in one segment. */
export function placeOfColumns(
  places: readonly (TokenPlace | null)[],
  [from, to]: readonly [number, number],
): TokenPlace | null {
  const words = places.slice(from, to).filter((place) => place !== null);
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last || first.segment !== last.segment) return null;
  return { segment: first.segment, start: first.start, end: last.end };
}
