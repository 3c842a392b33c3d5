import { dosEncodings } from './old-encodings';

/** Old encodings that the detector does not know: of the Macintosh, of DOS, and of Thai. */
const unknownToDetector = [
  'macintosh',
  'x-mac-cyrillic',
  'ibm866',
  'windows-874',
  ...dosEncodings,
] as const;

/** Letters whose script is compared with that of their neighbours. */
const scripts = ['Latin', 'Cyrillic', 'Thai', 'Han'].map(
  (script) => new RegExp(`\\p{Script=${script}}`, 'u'),
);
const scriptOf = (letter: string): number => scripts.findIndex((script) => script.test(letter));

/** A guess is doubted from this share of signs in places where no text has them. */
const doubtfulShare = 0.01;
/** Another encoding is better where it has at most this share of the faults of the guess. */
const clearlyFewer = 0.2;

/**
 * An encoding that reads a text more plausibly than the detector's guess, or null where there is not one.
 *
 * @param guess the text as the detector's guess reads it; null where the detector knows none.
 * @param decode reads the same bytes in another encoding; null where they are not of it.
 */
export function likelierEncoding(
  guess: string | null,
  decode: (encoding: string) => string | null,
): string | null {
  const doubted = guess === null ? 1 : implausibleShare(guess);
  if (doubted < doubtfulShare) return null;
  const [best] = unknownToDetector
    .flatMap((encoding) => {
      const text = decode(encoding);
      return text === null ? [] : [{ encoding, share: implausibleShare(text) }];
    })
    .sort((one, other) => one.share - other.share);
  return best && best.share <= clearlyFewer * doubted ? best.encoding : null;
}

/**
 * The share, of the signs beyond ASCII, of those that stand where no text has them: a capital after a small
 * letter, a symbol or an opening mark within a word, letters of two scripts in one word.
 */
function implausibleShare(text: string): number {
  let signs = 0;
  let implausible = 0;
  for (const { 0: sign, index } of text.matchAll(/[^\p{ASCII}]/gu)) {
    signs++;
    const before = text[index - 1] ?? ' ';
    const after = text[index + sign.length] ?? ' ';
    if (isImplausible(before, sign, after)) implausible++;
  }
  return signs === 0 ? 0 : implausible / signs;
}

function isImplausible(before: string, sign: string, after: string): boolean {
  const followsLetter = /\p{L}/u.test(before);
  if (/[\p{L}\p{M}]/u.test(sign)) {
    if (/\p{Lu}/u.test(sign) && /\p{Ll}/u.test(before)) return true;
    // A vowel sign or tone of Thai stands on a letter.
    if (/\p{M}/u.test(sign)) return !/[\p{L}\p{M}]/u.test(before);
    return followsLetter && scriptOf(before) !== scriptOf(sign);
  }
  const isSpaced = /[\p{Script=Latin}\p{Script=Cyrillic}]/u;
  const isWithinWord = isSpaced.test(before) && isSpaced.test(after);
  return isWithinWord && /[\p{S}\p{Pi}\p{Ps}\p{No}\p{Po}]/u.test(sign) && sign !== '·';
}
