import { dictionary } from './lexicon';
import { chineseNumeral } from './numerals';
import { maxRun, wordSegmenter } from './segmenter';

/** Words that stand by themselves, so that no word of the dictionary begins with one by chance: 数|着|数. */
const particles = new Set('着了过的得地们'.split(''));

/** Words of the dictionary that are nearly always two: 自由|中|的, not “hit the mark”; 下|得|很大. */
const mostlyTwo = new Set(['中的', '得很']);

const costs = {
  /** Each word: of two ways to cut, the one with fewer words is taken. */
  word: 1,
  /** A dictionary's word that begins or ends within a word of ICU: 没有|人参|与 against 人|参与. */
  crossing: 0.9,
  /** A word that joins several of ICU's by beginning with a particle: 数|着数 against 数|着|数. */
  particle: 1.1,
};

/**
 * Cuts a run of Chinese characters (simplified) into words: those of the dictionary, as few as
 * possible, where ICU cuts as well. The longest match from the left alone reads 没有人参与 as ginseng,
 * and ICU alone leaves many words in characters (老|农).
 *
 * @returns the words in order; joined they are the run.
 */
export function chineseWords(run: string): string[] {
  const { bySimplified, longest } = dictionary();
  const segmenter = wordSegmenter('zh');
  const words: string[] = [];
  for (let from = 0; from < run.length; ) {
    const end = endOfPart(run, from);
    const part = run.slice(from, end);
    const cuts = new Set<number>([part.length]);
    for (const { index } of segmenter.segment(part)) cuts.add(index);
    // No word begins within a numeral: 三十|倍, not 三|十倍.
    for (const { 0: numeral, index } of part.matchAll(numerals))
      for (let at = index + 1; at < index + numeral.length; at++) cuts.delete(at);
    const isWord = (text: string) => bySimplified.has(text) && !mostlyTwo.has(text);
    words.push(...bestPath(part, cuts, isWord, longest));
    from = end;
  }
  return words;
}

const numerals = new RegExp(chineseNumeral, 'g');

/** Where a part of a run ends: within the bound, and not inside a character of two units. */
function endOfPart(run: string, from: number): number {
  if (run.length - from <= maxRun) return run.length;
  const end = from + maxRun;
  return isLowSurrogate(run, end) ? end + 1 : end;
}

const isLowSurrogate = (text: string, at: number): boolean =>
  (text.charCodeAt(at) & 0xfc00) === 0xdc00;

/** The cheapest way through the words that could stand at each place (Viterbi). */
function bestPath(
  part: string,
  cuts: ReadonlySet<number>,
  isWord: (text: string) => boolean,
  longest: number,
): string[] {
  const cost = new Float64Array(part.length + 1).fill(Number.POSITIVE_INFINITY);
  const length = new Uint16Array(part.length + 1);
  cost[0] = 0;
  for (let at = 0; at < part.length; at++) {
    if (isLowSurrogate(part, at)) continue;
    const one = isLowSurrogate(part, at + 1) ? 2 : 1;
    for (let size = one; size <= longest && at + size <= part.length; size++) {
      if (size > one && !isWord(part.slice(at, at + size))) continue;
      let total = cost[at] + costs.word;
      if (!cuts.has(at) && size > one) total += costs.crossing;
      if (!cuts.has(at + size) && size > one) total += costs.crossing;
      if (size > one && particles.has(part[at]) && cuts.has(at + one)) total += costs.particle;
      if (total < cost[at + size]) {
        cost[at + size] = total;
        length[at + size] = size;
      }
    }
  }
  const words: string[] = [];
  for (let at = part.length; at > 0; at -= length[at]) words.push(part.slice(at - length[at], at));
  return words.reverse();
}
