/** Whether a token has words; signs that stand for a word count as one. */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}&⁊]/u.test(text);

/** What opens wherever it stands: brackets and quotation marks of one side. */
const opening = /[\p{Ps}\p{Pi}¿¡„‚]$/u;
/** Quotation marks that open in one place, or language, and close in another. */
const eitherQuote = /["'“‘»›«‹]$/u;

/**
 * Whether a mark opens what stands after it, such as a bracket; others close what stands before. A
 * quotation mark that can do both opens where no space follows.
 *
 * @param mark as it is written, with the white space that follows.
 */
export const opens = (mark: string): boolean =>
  eitherQuote.test(mark.trim()) && !/^[«‹]\s/.test(mark)
    ? !/\s$/.test(mark) && !/^[»›]/.test(mark)
    : opening.test(mark.trim());

/** Whether a mark, without the space that follows, can only open, or only close, what is beside it. */
export const surelyOpens = (mark: string): boolean => opening.test(mark) && !eitherQuote.test(mark);
export const surelyCloses = (mark: string): boolean =>
  !opening.test(mark) && !eitherQuote.test(mark);
