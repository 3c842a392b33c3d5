import { bothEnd, type Columns } from './columns';
import type { WordRow } from './likeness';
import { type Words, weights } from './words';

/** To set two different words in one column is better than two gaps, if only just. */
const mismatch = -0.5;
const contentMismatch = -0.35;

/**
 * What it is worth to set columns of two profiles as one: their words, −1 to 1, and that both end a paragraph. A
 * lattice asks this of each of its cells, so that it is found for a row at a time: what nearly all of a row
 * have, which are unlike, and then what words are worth that are equal or much alike.
 */
export class RowScores {
  private readonly scores: Float64Array;
  /** The words of b's columns, from the first of column j0 on, and the column of each from j0. */
  private readonly row: WordRow;
  private readonly shares: Float32Array;
  private readonly starts: Int32Array;
  private readonly columnOf: Int32Array;
  /** What words of a row that are alike are worth, by column; 0 between rows. */
  private readonly likes: Float64Array;
  private readonly likely: Int32Array;
  /** The scores of unlike words, by what a's column has. */
  private readonly unlike = new Map<number, Float64Array>();
  private readonly found: { at: Int32Array; likes: Float64Array };

  /** @param m columns of b from j0 on. */
  constructor(
    private readonly a: Columns,
    private readonly b: Columns,
    private readonly j0: number,
    private readonly m: number,
    private readonly words: Words,
  ) {
    const [start, end] = [b.starts[j0], b.starts[j0 + m]];
    this.starts = b.starts.subarray(j0, j0 + m + 1);
    this.shares = b.shares.subarray(start, end);
    this.row = words.likeness.rowOf(b.ids.subarray(start, end));
    this.columnOf = new Int32Array(end - start);
    for (let k = 0, y = 0; k < m; k++)
      while (y < this.starts[k + 1] - start) this.columnOf[y++] = k;
    this.scores = new Float64Array(m);
    this.likes = new Float64Array(m);
    this.likely = new Int32Array(m);
    this.found = { at: new Int32Array(end - start), likes: new Float64Array(end - start) };
  }

  /**
   * The scores of a's column i with b's columns from j0 + `from` to j0 + `to`, the last excluded, at their places
   * from j0; until the next row is asked for.
   */
  of(i: number, from: number, to: number): Float64Array {
    const { a, b, j0, scores, likes, likely, shares, starts, columnOf, row, found, words } = this;
    const unlike = this.unlikeScores(i);
    for (let k = from; k < to; k++) scores[k] = unlike[k];
    let count = 0;
    const [start, end] = [starts[from] - starts[0], starts[to] - starts[0]];
    for (let x = a.starts[i]; x < a.starts[i + 1]; x++) {
      const word = a.ids[x];
      const share = a.shares[x];
      const some = words.likeness.findIn(row, word, start, end, found);
      for (let f = 0; f < some; f++) {
        const y = found.at[f];
        const like = row.ids[y] === word ? words.worth[word] : 0.9 * found.likes[f];
        if (like === 0) continue;
        const k = columnOf[y];
        if (likes[k] === 0) likely[count++] = k;
        likes[k] += like * (0.6 + 0.4 * (share * shares[y]));
      }
    }
    for (let f = 0; f < count; f++) {
      scores[likely[f]] = likes[likely[f]];
      likes[likely[f]] = 0;
    }
    if (a.ends[i]) for (let k = from; k < to; k++) if (b.ends[j0 + k]) scores[k] += bothEnd;
    return scores;
  }

  private unlikeScores(i: number): Float64Array {
    const { a, b, j0, m } = this;
    const [weighty, weight] = [a.weighty[i], a.weights[i]];
    const key = 4 * weight + weighty;
    let found = this.unlike.get(key);
    if (!found) {
      found = new Float64Array(m);
      for (let k = 0; k < m; k++) {
        const both = Math.min(weight, b.weights[j0 + k]);
        // A word in the place of a mark is not a rendering of it; words of meaning render each other.
        if (weighty !== b.weighty[j0 + k]) found[k] = 2 * mismatch;
        else found[k] = both === weights.content ? contentMismatch : mismatch;
      }
      this.unlike.set(key, found);
    }
    return found;
  }
}
