import { primaryLanguage } from '../edition/model';
import { type PlacedFeature, placedFeatures } from '../language/features';
import { isParticle } from '../language/particles';
import type { Bead } from './bead';
import { learnRenderings } from './learn';
import type { AlignmentText } from './text';
import { combine, encode, knownEntries, type Side, type Table, tableOf } from './vocabulary';

/** Words of a text that render words of another; UTF-16 offsets in each, end exclusive. */
export interface WordLink {
  a: [start: number, end: number];
  b: [start: number, end: number];
  /** How sure the link is, 0 to 1. */
  score: number;
}

/** Strength that a rendering must rival for a word not to be taken for unrendered. */
const unrendered = 0.12;
/** How fast belief falls with the distance of two words, each measured along its sentence. */
const distortion = 2.2;
/** Links weaker than this are not told. */
const weakest = 0.4;
/** A word beside a linked pair, itself unlinked, is drawn in by a rendering as faint as this. */
const faintest = 0.05;

/**
 * Which words render which, within sentences that correspond.
 *
 * Renderings are those of the dictionary and those learned from all sentence pairs of the two
 * editions (IBM Model 1, see `learn.ts`). Within a pair every word divides its belief among the
 * words that may render it, nearer ones first; both directions are multiplied (Liang et al. 2006)
 * and the best links kept, then grown to their neighbours as phrases are (Och and Ney 2003).
 */
export class WordModel {
  private readonly sideA: Side;
  private readonly sideB: Side;
  private readonly table: Table;
  private readonly idsOfA: Map<string, number>;
  private readonly idsOfB: Map<string, number>;

  /** @param beads sentence beads of the two texts, from which renderings are learned. */
  constructor(a: AlignmentText, b: AlignmentText, beads: readonly Bead[]) {
    this.sideA = encode(a);
    this.sideB = encode(b);
    const learned = learnRenderings(this.sideA, this.sideB, beads);
    const known = knownEntries(this.sideA, this.sideB);
    this.table = tableOf(this.sideA.names.length, combine(known, learned, this.sideB.names.length));
    this.idsOfA = new Map(this.sideA.names.map((name, id) => [name, id]));
    this.idsOfB = new Map(this.sideB.names.map((name, id) => [name, id]));
  }

  /** Links the words of two passages that correspond, in the order of a's words. */
  link(a: string, b: string): WordLink[] {
    const wordsA = wordsOf(a, this.sideA.language);
    const wordsB = wordsOf(b, this.sideB.language);
    if (wordsA.length === 0 || wordsB.length === 0) return [];
    const [n, m] = [wordsA.length, wordsB.length];
    const strength = this.strengths(wordsA, wordsB);
    const scores = agreement(strength, n, m);
    const links: { i: number; j: number; score: number }[] = [];
    const linkedA = new Uint8Array(n);
    const linkedB = new Uint8Array(m);
    const take = (i: number, j: number, score: number) => {
      links.push({ i, j, score });
      linkedA[i] = 1;
      linkedB[j] = 1;
    };
    const candidates: { i: number; j: number; score: number }[] = [];
    scores.forEach((score, cell) => {
      if (score >= weakest) candidates.push({ i: Math.floor(cell / m), j: cell % m, score });
    });
    candidates.sort((x, y) => y.score - x.score);
    for (const { i, j, score } of candidates) if (!linkedA[i] && !linkedB[j]) take(i, j, score);
    // A phrase is often one word on the other side: neighbours of a link join it.
    for (const { i, j, score } of [...links]) {
      for (const [x, y] of [
        [i - 1, j],
        [i + 1, j],
        [i, j - 1],
        [i, j + 1],
      ]) {
        if (x < 0 || y < 0 || x >= n || y >= m || (linkedA[x] && linkedB[y])) continue;
        const faint = strength[x * m + y];
        if (faint >= faintest) take(x, y, score * Math.min(0.8, 0.4 + faint));
      }
    }
    return links
      .sort((x, y) => x.i - y.i || x.j - y.j)
      .map(({ i, j, score }) => ({
        a: [wordsA[i].start, wordsA[i].end],
        b: [wordsB[j].start, wordsB[j].end],
        score: calibrated(score),
      }));
  }

  /** Strengths of renderings between the words of two passages, row by row. */
  private strengths(wordsA: PlacedFeature[], wordsB: PlacedFeature[]): Float64Array {
    const { offsets, targets, weights } = this.table;
    const m = wordsB.length;
    const out = new Float64Array(wordsA.length * m);
    const placesOfB = new Map<number, number[]>();
    wordsB.forEach(({ feature }, j) => {
      const id = this.idsOfB.get(feature);
      if (id === undefined) return;
      const places = placesOfB.get(id);
      if (places) places.push(j);
      else placesOfB.set(id, [j]);
    });
    wordsA.forEach(({ feature }, i) => {
      const id = this.idsOfA.get(feature);
      if (id === undefined) return;
      for (let e = offsets[id]; e < offsets[id + 1]; e++) {
        for (const j of placesOfB.get(targets[e]) ?? []) out[i * m + j] = weights[e];
      }
    });
    return out;
  }
}

/**
 * Agreement as a probability: of links judged by hand, those with an agreement of a half were
 * right two times in three, those above 0.85 nearly always (`npm run bench:align` tells).
 */
function calibrated(agreement: number): number {
  return 1 - (1 - agreement) ** 1.6;
}

/** How far both directions agree on each pair of words, 0 to 1, row by row. */
function agreement(strength: Float64Array, n: number, m: number): Float64Array {
  const near = strength.map((value, cell) => {
    if (value === 0) return 0;
    const apart = Math.abs(Math.floor(cell / m) / n - (cell % m) / m);
    return value * Math.exp(-distortion * apart);
  });
  const rows = new Float64Array(n).fill(unrendered);
  const columns = new Float64Array(m).fill(unrendered);
  near.forEach((value, cell) => {
    rows[Math.floor(cell / m)] += value;
    columns[cell % m] += value;
  });
  return near.map((value, cell) =>
    value === 0 ? 0 : value / Math.sqrt(rows[Math.floor(cell / m)] * columns[cell % m]),
  );
}

/** What can render and be rendered: neither marks nor articles and particles. */
function wordsOf(text: string, language: string): PlacedFeature[] {
  const primary = primaryLanguage(language);
  return placedFeatures(text, language).filter(
    ({ feature }) => /[\p{L}\p{N}]/u.test(feature) && !isParticle(feature, primary),
  );
}
