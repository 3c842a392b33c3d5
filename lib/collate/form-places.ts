import type { Collation } from './collation';
import { hasWords } from './mark-sides';
import { maxColumnsOfWord, type Stretch } from './redivided';
import { textOfTokens, tokensIn } from './witness';

/**
 * A place of several words of the base, cut about each word that is written otherwise but is the same in all
 * its witnesses: “res publica ] respublica” and “iam ] jam” are two entries, though no word agrees to the letter.
 *
 * @param present the witnesses that have text there.
 * @param isForm whether two readings are the same words.
 * @param within columns before which no place ends.
 */
export function formPlaces(
  { columns }: Pick<Collation, 'columns'>,
  base: number,
  [from, to]: Stretch,
  present: readonly number[],
  isForm: (base: string, reading: string) => boolean,
  within: ReadonlySet<number>,
): Stretch[] {
  const isWord = (c: number, w: number) => hasWords(columns[c][w]?.t ?? '');
  const own = Array.from({ length: to - from }, (_, k) => from + k).filter((c) => isWord(c, base));
  if (own.length < 2) return [[from, to]];
  const text = (w: number, start: number, end: number) =>
    textOfTokens(tokensIn(columns, w, [start, end]));
  const isSame = (start: number, end: number) =>
    present.every((w) => {
      const [x, y] = [text(base, start, end), text(w, start, end)];
      return x === y || (hasWords(x) && hasWords(y) && isForm(x, y));
    });
  const marksOnly = (c: number) => !present.some((w) => isWord(c, w));
  const cuts = new Set([from]);
  for (let at = from; at < to; ) {
    let end = marksOnly(at) ? to + 1 : at + 1;
    while (end <= Math.min(to, at + maxColumnsOfWord) && !isSame(at, end)) end++;
    if (end > Math.min(to, at + maxColumnsOfWord)) {
      at++;
      continue;
    }
    // Marks stay with the word before.
    while (end < to && marksOnly(end)) end++;
    cuts.add(at);
    cuts.add(end);
    at = end;
  }
  const starts = [...cuts]
    .filter((c) => c === from || (c < to && !within.has(c)))
    .sort((x, y) => x - y);
  return starts.map((start, k) => [start, starts[k + 1] ?? to]);
}
