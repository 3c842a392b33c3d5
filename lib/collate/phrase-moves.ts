import { surelyOpens } from './mark-sides';
import type { Run } from './sequence';

/** A stretch of both sequences that is the same and stands in different places. */
export interface Move {
  a: [from: number, to: number];
  b: [from: number, to: number];
}

/** One that may be taken, by what it says. */
export type Candidate = Move & { weight: number };

/** A phrase in one of the sequences. */
interface Phrase {
  /** Where it stands; the end is excluded. */
  place: [from: number, to: number];
  /** The run that it is in, by number. */
  run: number;
}

/** Tokens over which a short phrase may have moved at most; beyond that, like words are chance. */
export const maxDistance = 40;
/** The same for one word that stands in other places, too. */
const maxWordDistance = 3;
/** The same for function words: they have changed places with one word. */
const maxLightDistance = 1;
/** A phrase of less weight has only function words. */
const minPhrase = 1.5;
/** The longest phrase that is looked at as a whole, in tokens. */
const maxPhrase = 12;

/**
 * Phrases between marks that are changed as a whole, once here and once there ("in peace", "Christ"): what
 * is left of a change beside them is punctuation, or another phrase.
 */
export function phraseMoves(
  changed: readonly Run[],
  a: readonly string[],
  b: readonly string[],
  weigh: (index: number) => number,
): Candidate[] {
  const phrasesOf = (side: 'a' | 'b', tokens: readonly string[]) => {
    const found = new Map<string, Phrase[]>();
    changed.forEach((run, number) => {
      const [from, to] = run[side];
      for (let at = from; at < to; at++) {
        if (isMark(tokens[at])) continue;
        let end = at + 1;
        while (end < to && !isMark(tokens[end])) end++;
        if (end - at <= maxPhrase) {
          const key = tokens.slice(at, end).join('\u0000');
          const known = found.get(key) ?? [];
          known.push({ place: [at, end], run: number });
          found.set(key, known);
        }
        at = end;
      }
    });
    return found;
  };
  const inB = phrasesOf('b', b);
  const [countsA, countsB] = [countsOf(a), countsOf(b)];
  const candidates: Candidate[] = [];
  for (const [key, [own, ...more]] of phrasesOf('a', a)) {
    const [there, ...others] = inB.get(key) ?? [];
    if (!there || more.length > 0 || others.length > 0 || own.run === there.run) continue;
    const [from, to] = own.place;
    let weight = 0;
    for (let k = from; k < to; k++) weight += weigh(k);
    const once = countsA.get(key) === 1 && countsB.get(key) === 1;
    const reach =
      weight < minPhrase
        ? maxLightDistance
        : to - from === 1 && !once
          ? maxWordDistance
          : maxDistance;
    if (weight > 0 && distance(changed, own, there) <= reach) {
      candidates.push({ ...withMarks(changed, a, b, own, there), weight });
    }
  }
  return [...candidates, ...wordMoves(changed, a, b, weigh, countsA, countsB)];
}

/**
 * Words of meaning that stand once on either side, in changes that are near each other: “Gestern kam” and
 * “kam gestern”. Those beside them that are the same have moved with them.
 */
function wordMoves(
  changed: readonly Run[],
  a: readonly string[],
  b: readonly string[],
  weigh: (index: number) => number,
  countsA: ReadonlyMap<string, number>,
  countsB: ReadonlyMap<string, number>,
): Candidate[] {
  const placesInB = new Map<string, Phrase>();
  changed.forEach(({ b: [from, to] }, run) => {
    for (let j = from; j < to; j++) placesInB.set(b[j], { place: [j, j + 1], run });
  });
  const candidates: Candidate[] = [];
  changed.forEach(({ a: [from, to] }, run) => {
    for (let i = from; i < to; i++) {
      const there = placesInB.get(a[i]);
      if (!there || there.run === run || weigh(i) < minPhrase) continue;
      if (countsA.get(a[i]) !== 1 || countsB.get(a[i]) !== 1) continue;
      const own: Phrase = { place: [i, i + 1], run };
      if (distance(changed, own, there) > maxPhrase) continue;
      const [startB, endB] = changed[there.run].b;
      const shift = there.place[0] - i;
      let [start, end, weight] = [i, i + 1, weigh(i)];
      const isSame = (k: number) => !isMark(a[k]) && a[k] === b[k + shift];
      while (start > from && start + shift > startB && isSame(start - 1)) weight += weigh(--start);
      while (end < to && end + shift < endB && isSame(end)) weight += weigh(end++);
      own.place = [start, end];
      const moved: Phrase = { place: [start + shift, end + shift], run: there.run };
      candidates.push({ ...withMarks(changed, a, b, own, moved), weight });
    }
  });
  return candidates;
}

function countsOf(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

/** A phrase with the marks that have moved with it: those that open it, and those that follow it, in both places. */
function withMarks(
  changed: readonly Run[],
  a: readonly string[],
  b: readonly string[],
  own: Phrase,
  there: Phrase,
): Move {
  const [runA, runB] = [changed[own.run].a, changed[there.run].b];
  let [fromA, endA] = own.place;
  let [fromB, endB] = there.place;
  while (fromA > runA[0] && fromB > runB[0] && a[fromA - 1] === b[fromB - 1]) {
    if (!surelyOpens(a[fromA - 1])) break;
    fromA--;
    fromB--;
  }
  while (endA < runA[1] && endB < runB[1] && a[endA] === b[endB] && isMark(a[endA])) {
    endA++;
    endB++;
  }
  return { a: [fromA, endA], b: [fromB, endB] };
}

export const isMark = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text);

/** How many tokens of a lie between where a phrase stood and where it stands. */
function distance(changed: readonly Run[], own: Phrase, there: Phrase): number {
  const [from, to] = own.place;
  const run = changed[there.run];
  return run.a[0] >= to ? run.a[0] - to : from - run.a[1];
}
