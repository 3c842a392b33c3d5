import type { Folding } from '../language/fold';
import type { CollationToken, Witness } from './witness';

/** Tokens of which a word is joined, at most: "in so far as". */
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
  const unbroken = witnesses.map((each) => ({ ...each, tokens: joinLines(each.tokens) }));
  const whole = unbroken.map(({ tokens }) => new Set(tokens.map(({ n }) => n)));
  return unbroken.map((witness, w) => {
    const elsewhere = (n: string) => whole.some((known, k) => k !== w && known.has(n));
    return { ...witness, tokens: joinTokens(witness.tokens, elsewhere) };
  });
}

/** Joins words that are divided at the end of a line. */
function joinLines(tokens: readonly CollationToken[]): CollationToken[] {
  const out: CollationToken[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const [hyphen, rest] = [tokens[at + 1], tokens[at + 2]];
    const divided = hyphen && rest && lineEnd.test(hyphen.t) && isWordEnd(tokens[at].n);
    if (divided && !/\s/.test(tokens[at].t) && isWordStart(rest.n)) {
      out.push(joined(tokens.slice(at, at + 3)));
      at += 2;
    } else out.push(tokens[at]);
  }
  return out;
}

const lineEnd = /^[-‐‑¬⸗=][^\S\n]*\n(?!\s*\n)/;

/** A word may end with a vowel sign. */
const isWordEnd = (n: string): boolean => /\p{L}\p{M}*$/u.test(n);
const isWordStart = (n: string): boolean => /^\p{L}/u.test(n);

const joined = (parts: readonly CollationToken[]): CollationToken => ({
  t: parts.map(({ t }) => t).join(''),
  n: parts.map(bare).join(''),
});

function joinTokens(
  tokens: readonly CollationToken[],
  elsewhere: (n: string) => boolean,
): CollationToken[] {
  const out: CollationToken[] = [];
  for (let at = 0; at < tokens.length; ) {
    const to = endOfWord(tokens, at, elsewhere);
    if (to === at + 1) out.push(tokens[at]);
    else out.push(joined(tokens.slice(at, to)));
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
  let whole = bare(tokens[at]);
  if (!isWordEnd(whole)) return at + 1;
  let found = at + 1;
  for (let to = at + 1, parts = 1; to < tokens.length && parts < maxParts; to++) {
    const part = bare(tokens[to]);
    if (part === '') continue;
    if (!isWordStart(part)) break;
    whole += part;
    parts++;
    if (elsewhere(whole)) found = to + 1;
  }
  return found;
}

/** A hyphen between the parts of a word is not a letter of it. */
const bare = ({ n }: CollationToken): string => (/^[-‐‑¬⸗=]$/.test(n) ? '' : n);
