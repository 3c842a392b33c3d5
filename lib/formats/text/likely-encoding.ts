import { iconvEncodings } from './old-encodings';
import { costOf } from './plausibility';

/** Encodings that the detector does not know: of DOS, of the Macintosh, of Ukrainian, Thai and Baltic languages. */
const unknownToDetector = [
  ...iconvEncodings,
  'ibm866',
  'macintosh',
  'x-mac-cyrillic',
  'koi8-u',
  'windows-874',
  'windows-1257',
] as const;

/** What a guess of the detector costs more than the one before it, and an encoding that it does not know. */
const lessLikely = { rank: 1, most: 3, unknown: 3 };

/**
 * The encodings that bytes may be in, the one that reads them most plausibly first.
 *
 * @param ranked the guesses of the detector, the best first.
 * @param others that the detector knows.
 * @param language of the letters of ASCII among them.
 * @param decode reads the bytes; null where they are not of an encoding.
 */
export function likelyEncodings(
  ranked: readonly string[],
  others: readonly string[],
  language: string,
  decode: (encoding: string) => string | null,
): string[] {
  const guesses = [...new Set(ranked)];
  const priors = new Map<string, number>([
    ...unknownToDetector.map((each): [string, number] => [each, lessLikely.unknown]),
    ...others.map((each): [string, number] => [each, lessLikely.most]),
    ...guesses.map((each, k): [string, number] => [
      each,
      Math.min(lessLikely.most, k * lessLikely.rank),
    ]),
  ]);
  return [...priors]
    .flatMap(([encoding, prior]) => {
      const text = decode(encoding);
      return text === null ? [] : [{ encoding, cost: prior + costOf(text, language) }];
    })
    .sort((one, other) => one.cost - other.cost)
    .map(({ encoding }) => encoding);
}
