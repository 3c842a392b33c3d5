import { createFold, type FoldContext, type Folding } from '../language/fold';
import { graphemes } from '../language/graphemes';
import { unspaced } from '../language/script';
import { tokenize } from '../language/tokens';

/**
 * A token of a witness, as CollateX has it: `t` as written, with the white space that follows, so
 * that joining gives the text; `n` what is compared. Whatever else an input says of it is kept.
 */
export interface CollationToken {
  t: string;
  n: string;
  [property: string]: unknown;
}

/** A column of a collation: the token of each witness there, or none. */
export type Column = (CollationToken | null)[];

/** The tokens of witness `w` in columns, or in a stretch of them, the end excluded. */
export const tokensIn = (
  columns: readonly Readonly<Column>[],
  w: number,
  [from, to]: readonly [from: number, to: number] = [0, columns.length],
): CollationToken[] => columns.slice(from, to).flatMap((column) => column[w] ?? []);

export interface Witness {
  siglum: string;
  tokens: CollationToken[];
  /** Whether someone else has cut it, who may have left white space out. */
  pretokenised?: boolean;
}

export type CollationUnit = 'word' | 'character';

export interface TokenizeOptions extends FoldContext {
  unit?: CollationUnit;
  /** Differences of form to ignore. */
  normalize?: readonly Folding[];
}

/** Cuts a text into the tokens of a witness. */
export function tokensOf(text: string, options: TokenizeOptions = {}): CollationToken[] {
  const { unit = 'word', language = 'und', normalize = [] } = options;
  const starts =
    unit === 'character'
      ? graphemes(text)
          .filter(({ segment }) => segment.trim() !== '')
          .map(({ index }) => index)
      : tokenize(text, language).map(({ start }) => start);
  const fold = createFold(normalize, options);
  return starts.map((start, k) => {
    // White space before the first token is the first token's.
    const t = text.slice(k === 0 ? 0 : start, starts[k + 1] ?? text.length);
    return { t, n: fold(t.trim()).trim() };
  });
}

/**
 * Tokens with white space between them where a witness has none at all: whoever cut it has left it out
 * (as CollateX's users do), and it is wanted where words are written as a text.
 */
export function spaceTokens(tokens: readonly CollationToken[]): CollationToken[] {
  if (tokens.length < 2 || tokens.some(({ t }) => /\s/.test(t))) return [...tokens];
  return tokens.map((token, k) => {
    const next = tokens[k + 1];
    return next && spaceBetween(token.t, next.t) ? { ...token, t: `${token.t} ` } : token;
  });
}

/** Whether two tokens are written with a space between them: by their scripts, and for marks. */
const spaceBetween = (left: string, right: string): boolean =>
  !(unspacedEnd.test(left) && unspacedStart.test(right)) &&
  !/[\u3000-\u303f\uff01-\uff60]$/u.test(left) &&
  !/^[\u3000-\u303f\uff01-\uff60]/u.test(right) &&
  !/^[\p{Pe}\p{Pf}.,;:!?…。，、；：！？]/u.test(right) &&
  !/[\p{Ps}\p{Pi}]$/u.test(left) &&
  // An elided word: l' homme.
  !/\p{L}['’]$/u.test(left);

const unspacedEnd = new RegExp(`${unspaced.source}$`, 'u');
const unspacedStart = new RegExp(`^${unspaced.source}`, 'u');

/** What ends a paragraph: a blank line. */
export const paragraphEnd = '\n\n';
export const emptyLine = /\n[^\S\n]*\n\s*/;

const emptyLineAtEnd = new RegExp(`${emptyLine.source}$`);

/** Whether a token is the last of its paragraph: a blank line follows. */
export const endsParagraph = (token: CollationToken | null): boolean =>
  token !== null && emptyLineAtEnd.test(token.t);

/** The text of a stretch of tokens, without white space at its ends. */
export function textOfTokens(tokens: readonly CollationToken[]): string {
  return tokens
    .map(({ t }) => t)
    .join('')
    .trim();
}
