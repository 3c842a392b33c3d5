import type { Folding } from '../language/fold';
import type { CollationToken, Witness } from './witness';

/** Words are joined of so many tokens at most: "in so far as". */
const maxParts = 4;

/**
 * Joins words that one witness divides and another writes as one ("in to", "into"; "king-" at the end of
 * a line, "kingdom"), so that they meet where white space or punctuation does not count. Every witness
 * is joined alike: what is divided in two of them still meets.
 */
export function joinDivided(
  witnesses: readonly Witness[],
  normalize: readonly Folding[],
): Witness[] {
  if (!normalize.includes('whitespace') && !normalize.includes('punctuation')) {
    return [...witnesses];
  }
  const whole = witnesses.map(({ tokens }) => new Set(tokens.map(({ n }) => n)));
  return witnesses.map((witness, w) => {
    const elsewhere = (n: string) => whole.some((known, k) => k !== w && known.has(n));
    return { ...witness, tokens: joinTokens(witness.tokens, elsewhere) };
  });
}

function joinTokens(
  tokens: readonly CollationToken[],
  elsewhere: (n: string) => boolean,
): CollationToken[] {
  const out: CollationToken[] = [];
  for (let at = 0; at < tokens.length; ) {
    const to = endOfWord(tokens, at, elsewhere);
    if (to === at + 1) out.push(tokens[at]);
    else {
      const parts = tokens.slice(at, to);
      out.push({ t: parts.map(({ t }) => t).join(''), n: parts.map(bare).join('') });
    }
    at = to;
  }
  return out;
}

/** The end of the longest stretch of tokens that another witness has as one word. */
function endOfWord(
  tokens: readonly CollationToken[],
  at: number,
  elsewhere: (n: string) => boolean,
): number {
  let joined = bare(tokens[at]);
  if (!/\p{L}$/u.test(joined)) return at + 1;
  let found = at + 1;
  for (let to = at + 1, parts = 1; to < tokens.length && parts < maxParts; to++) {
    const part = bare(tokens[to]);
    if (part === '') continue;
    if (!/^\p{L}/u.test(part)) break;
    joined += part;
    parts++;
    if (elsewhere(joined)) found = to + 1;
  }
  return found;
}

/** A hyphen between the parts of a word is not a letter of it. */
const bare = ({ n }: CollationToken): string => (/^[-‐‑¬⸗=]$/.test(n) ? '' : n);
