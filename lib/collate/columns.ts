import { markWorth, type Words, weights } from './words';

/**
 * Some witnesses aligned: column by column, which token each has there (−1 for none), in the order
 * of `witnesses`; all columns in one array.
 */
export interface Profile {
  witnesses: number[];
  length: number;
  cells: Int32Array;
}

/** Ends of paragraphs hold together, whatever the words there: about as much as an equal word does. */
export const bothEnd = 0.6;

/** The different words of each column, with the share of the witnesses that have each. */
export interface Columns {
  length: number;
  /** Where the words of each column begin. */
  starts: Int32Array;
  ids: Int32Array;
  shares: Float32Array;
  /** 1 where a witness ends a paragraph. */
  ends: Uint8Array;
  /** The weight of each column's weightiest word. */
  weights: Float64Array;
  /** 1 for a column with a word that is worth more than a mark. */
  weighty: Uint8Array;
}

export function columnWords({ witnesses, length, cells }: Profile, words: Words): Columns {
  const width = witnesses.length;
  const starts = new Int32Array(length + 1);
  const ids = new Int32Array(cells.length);
  const shares = new Float32Array(cells.length);
  const ends = new Uint8Array(length);
  const heaviest = new Float64Array(length);
  const weighty = new Uint8Array(length);
  let end = 0;
  for (let c = 0; c < length; c++) {
    const start = end;
    for (let k = 0; k < width; k++) {
      const token = cells[c * width + k];
      if (token < 0) continue;
      const id = words.ids[witnesses[k]][token];
      ends[c] |= words.ends[witnesses[k]][token];
      let at = start;
      while (at < end && ids[at] !== id) at++;
      ids[at] = id;
      if (at === end) {
        shares[at] = 1;
        end++;
        heaviest[c] = Math.max(heaviest[c], words.weight[id]);
        if (words.worth[id] > markWorth) weighty[c] = 1;
      } else shares[at]++;
    }
    for (let at = start; at < end; at++) shares[at] /= width;
    starts[c + 1] = end;
  }
  return { length, starts, ids, shares, ends, weights: heaviest, weighty };
}

/** Whether two columns hold one word, and every witness has it. */
export function sameThroughout(a: Columns, i: number, b: Columns, j: number): boolean {
  const [x, y] = [a.starts[i], b.starts[j]];
  return a.ids[x] === b.ids[y] && a.shares[x] === 1 && b.shares[y] === 1;
}

/**
 * What it is worth that two columns without a word in common face each other, more than 0; 0 for a word
 * and a mark, neither of which renders the other.
 */
export function facingScore(a: Columns, i: number, b: Columns, j: number, words: Words): number {
  const [x, y] = [a.weights[i], b.weights[j]];
  if ((x === weights.mark) !== (y === weights.mark)) return 0;
  // Paragraphs that end face each other at their ends.
  const more =
    (a.ends[i] & b.ends[j] ? bothEnd : 0) +
    (x === weights.content && y === x && hasShortForm(a, i, b, j, words) ? shortForm : 0);
  // Function words render function words, if anything; only words of meaning are sure of a counterpart.
  if (x !== y) return unlikeWeights + more;
  return (x === weights.content ? 1 : lightPair) + more;
}

/** A short form of a word stands for it, wherever in its phrase. */
const shortForm = 0.5;

function hasShortForm(a: Columns, i: number, b: Columns, j: number, words: Words): boolean {
  for (let x = a.starts[i]; x < a.starts[i + 1]; x++)
    for (let y = b.starts[j]; y < b.starts[j + 1]; y++)
      if (words.likeness.isShortForm(a.ids[x], b.ids[y])) return true;
  return false;
}

const unlikeWeights = 0.05;
const lightPair = 0.5;
