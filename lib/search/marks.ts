import { compile } from './patterns';
import type { SegmentQuery } from './segment-query';
import { searchTokens } from './tokens';

/** A stretch of text that was looked for; UTF-16 offsets, end exclusive. */
export type Match = [start: number, end: number];

/** Where in a text what was looked for stands, in order, without overlaps. */
export function matchesIn(
  text: string,
  { marks, patterns }: Pick<SegmentQuery, 'marks' | 'patterns'>,
): Match[] {
  const tokens = searchTokens(text);
  const found: Match[] = [];
  for (const { words, prefix } of marks) {
    for (let at = 0; at + words.length <= tokens.length; at++) {
      const here = words.every((word, k) => {
        const { norm } = tokens[at + k];
        return prefix && k === words.length - 1 ? norm.startsWith(word) : norm === word;
      });
      if (here) found.push([tokens[at].start, tokens[at + words.length - 1].end]);
    }
  }
  for (const { source, negated } of patterns) {
    if (negated) continue;
    const matcher = compile(source).matcher(text);
    while (matcher.find())
      if (matcher.end() > matcher.start()) found.push([matcher.start(), matcher.end()]);
  }
  found.sort(([x], [y]) => x - y);
  const joined: Match[] = [];
  for (const [start, end] of found) {
    const last = joined.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}
