import { dosEncodings } from './old-encodings';

/** Old encodings that the detector does not know: of the Macintosh, of DOS, and of Thai. */
const unknownToDetector = [
  'macintosh',
  'x-mac-cyrillic',
  'ibm866',
  'windows-874',
  ...dosEncodings,
] as const;

/** Scripts of which no word has two. Japanese mixes its own, and Korean has Chinese ones. */
const scripts = ['Latin', 'Cyrillic', 'Greek', 'Thai'].map(
  (script) => new RegExp(`\\p{Script=${script}}`, 'u'),
);

/** A guess is doubted from this share of signs in places where no text has them. */
const doubtfulShare = 0.01;
/** Another encoding is better where it has at most this share of the faults of the guess. */
const clearlyFewer = 0.2;
/** A guess of an East Asian encoding is doubted from this share of characters that are stray. */
const strayShare = 0.5;

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
  const doubted = guess === null ? 1 : doubtOf(guess);
  if (doubted < doubtfulShare) return null;
  const [best] = unknownToDetector
    .flatMap((encoding) => {
      const text = decode(encoding);
      return text === null ? [] : [{ encoding, share: implausibleShare(text) }];
    })
    .sort((one, other) => one.share - other.share);
  return best && best.share <= clearlyFewer * doubted ? best.encoding : null;
}

const eastAsian = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
/** One character beside a letter of ASCII, without another beside it; or kana of half the width, which few texts have. */
const stray =
  /(?<![^\p{ASCII}])(?:(?<=[A-Za-z])\p{Script=Han}|\p{Script=Han}(?=[A-Za-z]))(?![^\p{ASCII}])|[\uff66-\uff9f]/gu;

/**
 * How much a guess is to be doubted, as `implausibleShare` has it. East Asian texts may have any sign beside any
 * other: one is doubted only where most of its characters are stray, as in “K攏ig”.
 */
function doubtOf(text: string): number {
  const all = text.match(eastAsian)?.length ?? 0;
  if (all === 0) return implausibleShare(text);
  const share = (text.match(stray)?.length ?? 0) / all;
  return share >= strayShare ? share : 0;
}

/** The share, of the signs beyond ASCII, of those that stand where no text has them. */
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

/** Marks that stand between letters: “well…no”, “rock‘n’roll”, “a–b”, “l·l”. */
const betweenLetters = /[…‘’·‐–—]/u;

/** A letter or sign in a place where no text has one: “donÕt”, “KôNIG”, “pasàpeut”, “╬╥Windows”. */
function isImplausible(before: string, sign: string, after: string): boolean {
  // A vowel sign or tone of Thai stands on a letter.
  if (/\p{M}/u.test(sign)) return !/[\p{L}\p{M}]/u.test(before);
  if (/\p{L}/u.test(sign)) {
    if (/\p{Lu}/u.test(sign) && /\p{Ll}/u.test(before)) return true;
    if (/\p{Ll}/u.test(sign) && /\p{Lu}/u.test(before) && /\p{Lu}/u.test(after)) return true;
    const [own, other] = [scriptOf(sign), scriptOf(before)];
    return own >= 0 && other >= 0 && own !== other;
  }
  if (betweenLetters.test(sign)) return false;
  const beside = [before, after].filter((each) => scriptOf(each) >= 0).length;
  // Lines of boxes stand beside letters in no text; other signs stand between two of them in none.
  return /[─-▟]/u.test(sign) ? beside > 0 : beside === 2 && /[\p{S}\p{P}\p{No}]/u.test(sign);
}

const scriptOf = (letter: string): number => scripts.findIndex((script) => script.test(letter));
