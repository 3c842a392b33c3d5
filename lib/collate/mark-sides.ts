import { wordSign } from '../language/word-signs';
import { type CollationToken, type Column, tokensIn } from './witness';

const words = new RegExp(`[\\p{L}\\p{N}]|${wordSign}`, 'u');

/** Whether a token has words; signs that stand for words count as some: “&”, pictures and flags. */
export const hasWords = (text: string): boolean => words.test(text);

/** What opens wherever it stands: brackets and quotation marks of one side. */
const opening = /[\p{Ps}\p{Pi}¿¡„‚]$/u;
/** Quotation marks that open in one place, or language, and close in another. */
const eitherQuote = /["'“‘»›«‹]$/u;
const straightQuote = /["']$/;

/** Whether a mark, without the space that follows, can only open, or only close, what is beside it. */
export const surelyOpens = (mark: string): boolean => opening.test(mark) && !eitherQuote.test(mark);
export const surelyCloses = (mark: string): boolean =>
  !opening.test(mark) && !eitherQuote.test(mark);

/**
 * The marks of witnesses that open what stands after them, such as brackets; others close what stands
 * before. For a quotation mark that can do both, what is written beside it decides.
 */
export function openingMarks(columns: readonly Readonly<Column>[]): ReadonlySet<CollationToken> {
  const found = new Set<CollationToken>();
  for (const w of (columns[0] ?? []).keys()) {
    const tokens = tokensIn(columns, w);
    const open = new Set<string>();
    tokens.forEach((token, k) => {
      const mark = token.t.trim();
      if (hasWords(mark)) return;
      const opens = eitherQuote.test(mark)
        ? quoteOpens(tokens[k - 1]?.t ?? ' ', token.t, tokens[k + 1]?.t ?? ' ', open.has(mark))
        : opening.test(mark);
      if (opens) found.add(token);
      if (opens) open.add(mark);
      else open.delete(mark);
    });
  }
  return found;
}

/**
 * Whether a quotation mark opens, by what is written before and after it, with white space.
 *
 * @param isOpen whether the same mark has opened before, and not closed: decides for straight ones that stand
 *   free, or between words.
 */
function quoteOpens(before: string, mark: string, after: string, isOpen: boolean): boolean {
  const isFree = /\s$/.test(before) || opening.test(before);
  const isFollowed = !/\s$/.test(mark) && (hasWords(after) || opening.test(after.trim()));
  if (isFree === isFollowed) return isFree;
  return straightQuote.test(mark.trim()) ? !isOpen : /^[“‘«‹]/.test(mark);
}
