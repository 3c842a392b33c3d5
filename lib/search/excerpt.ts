import { graphemes } from '../language/graphemes';
import type { Match } from './marks';

/** A stretch of a text around what was found in it, cut at words where there are any. */
export interface Excerpt {
  /** Text before, what was found, and so on: every second part is a match. */
  parts: string[];
  /** Whether text was left out before and after. */
  cut: { before: boolean; after: boolean };
}

/**
 * @param around characters that are kept on each side of the first match; of a text without one,
 *   the beginning of twice that length is kept.
 */
export function excerpt(text: string, matches: readonly Match[], around: number): Excerpt {
  const [start, end] = matches[0] ?? [0, 0];
  const last = matches.findLast(([, to]) => to <= end + around)?.[1] ?? around;
  const from = start <= around ? 0 : wordStart(text, start - around);
  const to = text.length - last <= around ? text.length : wordEnd(text, last + around);
  const parts: string[] = [];
  let at = from;
  for (const [matchStart, matchEnd] of matches) {
    if (matchStart < from || matchEnd > to) continue;
    parts.push(text.slice(at, matchStart), text.slice(matchStart, matchEnd));
    at = matchEnd;
  }
  parts.push(text.slice(at, to));
  return { parts, cut: { before: from > 0, after: to < text.length } };
}

/** Words are not longer than this; a text without spaces is cut between characters. */
const reach = 24;

function wordStart(text: string, at: number): number {
  const space = text.slice(at, at + reach).search(/\s/);
  return space >= 0 ? at + space + 1 : characterAt(text, at);
}

function wordEnd(text: string, at: number): number {
  const space = text.slice(Math.max(0, at - reach), at).search(/\s\S*$/);
  return space >= 0 ? Math.max(0, at - reach) + space : characterAt(text, at);
}

/** The start of the character that an offset stands in. */
function characterAt(text: string, at: number): number {
  const from = Math.max(0, at - reach);
  const before = graphemes(text.slice(from, at + reach)).filter(({ index }) => from + index <= at);
  return from + (before.at(-1)?.index ?? 0);
}
