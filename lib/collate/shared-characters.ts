import { simplify } from '../language/chinese';
import { graphemes } from '../language/graphemes';
import { dictionary } from '../language/lexicon';
import { compareSequences } from './sequence';
import { isWeighty } from './weight';

/** A stretch of two readings: what they share, by key, or what differs. */
export interface CharacterPiece {
  equal: boolean;
  a: string;
  b: string;
}

const han = /\p{Script=Han}/u;

/** Readings this short may be words, which are shown whole: 學習 and 學生 are not 學 with another end. */
const longestWord = 2;
/** Less of the shorter reading than this is shared by chance. */
const minSharedShare = 0.25;

const isWord = (characters: readonly string[]): boolean =>
  characters.length === 1 || dictionary().bySimplified.has(simplify(characters.join('')));

/**
 * The characters that two readings in Chinese share where their words do not meet, in order: literary
 * Chinese beside modern (學而時習之, 學習並且時常溫習它), and words that ICU cuts too long (他認為, 他覺得).
 *
 * @param key what characters are compared by.
 * @returns pieces that cover both; null where there is nothing to divide.
 */
export function sharedCharacters(
  x: string,
  y: string,
  key: (character: string) => string,
): CharacterPiece[] | null {
  if (!han.test(x) || !han.test(y)) return null;
  const [a, b] = [x, y].map((text) => graphemes(text).map(({ segment }) => segment));
  const runs = compareSequences(a.map(key), b.map(key));
  if (runs.every(({ equal }) => !equal)) return null;
  // ICU also joins what is not a word: 船便, beside 船就, is 船 with another adverb.
  if (Math.max(a.length, b.length) <= longestWord && [a, b].every(isWord)) return null;
  const isEdge = (k: number) => k === 0 || k === runs.length - 1;
  const says = (from: number, to: number) =>
    to - from >= 2 ||
    a.slice(from, to).some((character) => han.test(character) && isWeighty(character));
  const inside = runs.filter(
    ({ equal, a: [from, to] }, k) => equal && !isEdge(k) && says(from, to),
  );
  const shared = inside.reduce((sum, { a: [from, to] }) => sum + to - from, 0);
  const byChance = shared < minSharedShare * Math.min(a.length, b.length);
  const pieces: CharacterPiece[] = [];
  runs.forEach((run, k) => {
    const own = a.slice(...run.a);
    const equal =
      run.equal &&
      own.some((character) => han.test(character)) &&
      (isEdge(k) || (!byChance && inside.includes(run)));
    const piece = { equal, a: own.join(''), b: b.slice(...run.b).join('') };
    const last = pieces.at(-1);
    if (last && last.equal === equal) {
      last.a += piece.a;
      last.b += piece.b;
    } else pieces.push(piece);
  });
  return pieces.some(({ equal }) => equal) ? pieces : null;
}
