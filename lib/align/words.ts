import { comparedLanguage } from '../edition/model';
import { type PlacedFeature, placedFeatures } from '../language/features';
import { isParticle } from '../language/particles';
import { type Bead, isPaired } from './bead';
import { linkTable, type TableLink } from './link-table';
import type { AlignmentText, Rendering } from './text';
import { combine, type Entries, encode, entriesOf, knownEntries, type Side } from './vocabulary';
import { PairNumbers } from './word-pairs';
import { type WordPair, WordSampler } from './word-sampler';

/** Words of a text that render words of another; UTF-16 offsets in each, end exclusive. */
export interface WordLink {
  a: [start: number, end: number];
  b: [start: number, end: number];
  /** How sure the link is, 0 to 1. */
  score: number;
}

/** Links that a rendering counts for that is known beforehand. */
const knownCount = 2;
/** Beads surer than this teach. */
const teachers = 0.5;
/** Draws over all lessons: few are enough where lessons are many. */
const maxDraws = 20e6;
const draws = { least: 6, most: 60 };
/** Draws over a passage whose words are linked. */
const linkDraws = 12;
/** A passage of more words than this is not linked: cost grows with the square. */
const longestPassage = 400;
/** Draws begin from this number, so that the same texts give the same links. */
const seed = 20_011;

/**
 * Which words render which, within sentences that correspond.
 *
 * Learned from all sentence pairs of the two editions by Bayesian alignment in both directions
 * (`word-sampler.ts`), with what dictionary, names and cognates say as counts beforehand. The two
 * directions are multiplied (Liang et al. 2006) and turned into links in `link-table.ts`.
 */
export class WordModel {
  private readonly sideA: Side;
  private readonly sideB: Side;
  private readonly idsOfA: Map<string, number>;
  private readonly idsOfB: Map<string, number>;
  private readonly pairs: PairNumbers;
  private readonly forward: WordSampler;
  private readonly backward: WordSampler;
  /** The lessons by their words. */
  private readonly known: Map<string, number>;

  /**
   * @param beads sentence beads of the two texts, from which renderings are learned.
   * @param lexicon what other works and dictionaries say of the two languages.
   */
  constructor(
    a: AlignmentText,
    b: AlignmentText,
    beads: readonly Bead[],
    lexicon: readonly Rendering[] = [],
  ) {
    this.sideA = encode(a);
    this.sideB = encode(b);
    this.idsOfA = new Map(this.sideA.names.map((name, id) => [name, id]));
    this.idsOfB = new Map(this.sideB.names.map((name, id) => [name, id]));
    const [n, m] = [this.sideA.names.length + 1, this.sideB.names.length + 1];
    this.pairs = new PairNumbers(m);
    const lessons = this.lessons(a, b, beads);
    const known = combine(
      knownEntries(this.sideA, this.sideB),
      entriesOf(this.sideA, this.sideB, lexicon),
      this.sideB.names.length,
    );
    const priors = this.priors(known);
    const sampler = (sources: number, targets: number, of: Float64Array, salt: number) =>
      new WordSampler(
        sources,
        targets,
        this.pairs.size,
        { pairs: priors.pairs, sources: of },
        salt,
      );
    this.forward = sampler(n, m, priors.ofA, seed);
    this.backward = sampler(m, n, priors.ofB, seed + 2);
    const cells = lessons.reduce((sum, { cells }) => sum + cells.length, 1);
    const rounds = Math.round(Math.min(draws.most, Math.max(draws.least, maxDraws / cells)));
    this.forward.learn(lessons, rounds);
    this.backward.learn(lessons.map(turned), rounds);
    this.known = new Map(lessons.map((lesson, k) => [keyOf(lesson), k]));
  }

  /** Links the words of two passages that correspond, in the order of a's words. */
  link(a: string, b: string): WordLink[] {
    const wordsA = wordsOf(a, this.sideA.language);
    const wordsB = wordsOf(b, this.sideB.language);
    const [n, m] = [wordsA.length, wordsB.length];
    if (n === 0 || m === 0 || n > longestPassage || m > longestPassage) return [];
    const pair = this.pairOf(wordsA, wordsB, false);
    const lesson = this.known.get(keyOf(pair)) ?? -1;
    const forward = this.forward.link(pair, linkDraws, lesson);
    const backward = transposed(this.backward.link(turned(pair), linkDraws, lesson), m, n);
    const [idleA, idleB] = [this.idle(wordsA, 'a'), this.idle(wordsB, 'b')];
    return linkTable(forward, backward, idleA, idleB).map(({ i, j, score }: TableLink) => ({
      a: [wordsA[i].start, wordsA[i].end],
      b: [wordsB[j].start, wordsB[j].end],
      score,
    }));
  }

  private lessons(a: AlignmentText, b: AlignmentText, beads: readonly Bead[]): WordPair[] {
    const found: WordPair[] = [];
    for (const bead of beads) {
      if (!isPaired(bead) || bead.score < teachers) continue;
      const words = (text: AlignmentText, some: readonly number[]) =>
        some.flatMap((k) => wordsOf(text.segments[k].text, text.language));
      const [wordsA, wordsB] = [words(a, bead.a), words(b, bead.b)];
      if (wordsA.length > longestPassage || wordsB.length > longestPassage) continue;
      if (wordsA.length > 0 && wordsB.length > 0) found.push(this.pairOf(wordsA, wordsB, true));
    }
    return found;
  }

  /** @param adding whether pairs of words that were never met get a number. */
  private pairOf(wordsA: PlacedFeature[], wordsB: PlacedFeature[], adding: boolean): WordPair {
    // Words that the model does not know share the last number.
    const ids = (words: PlacedFeature[], of: Map<string, number>) =>
      Int32Array.from(words, ({ feature }) => of.get(feature) ?? of.size);
    const [source, target] = [ids(wordsA, this.idsOfA), ids(wordsB, this.idsOfB)];
    const cells = new Int32Array(source.length * target.length);
    let at = 0;
    for (const x of source)
      for (const y of target) cells[at++] = adding ? this.pairs.add(x, y) : this.pairs.find(x, y);
    return { source, target, cells };
  }

  private priors(known: Entries) {
    for (const [x, y] of known) this.pairs.add(x, y);
    const foreign = comparedLanguage(this.sideA.language) !== comparedLanguage(this.sideB.language);
    const isFalse = falseFriends(this.sideA, this.sideB);
    const pairs = new Float32Array(this.pairs.size);
    const ofA = new Float64Array(this.sideA.names.length + 1);
    const ofB = new Float64Array(this.sideB.names.length + 1);
    for (const [x, y, weight] of known) {
      if (foreign && this.sideA.names[x] === this.sideB.names[y] && isFalse(this.sideA.names[x])) {
        continue;
      }
      pairs[this.pairs.find(x, y)] += knownCount * weight;
      ofA[x] += knownCount * weight;
      ofB[y] += knownCount * weight;
    }
    return { pairs, ofA, ofB };
  }

  private idle(words: PlacedFeature[], side: 'a' | 'b'): Uint8Array {
    const primary = comparedLanguage(side === 'a' ? this.sideA.language : this.sideB.language);
    return Uint8Array.from(words, ({ feature }) => (isParticle(feature, primary) ? 1 : 0));
  }
}

/**
 * Recognises short words of two languages that are written alike by accident: son and son, has and
 * ha. Names are not among them.
 */
function falseFriends(a: Side, b: Side): (word: string) => boolean {
  const [namesA, namesB] = [a.proper(), b.proper()];
  return (word) => /^\p{Script=Latin}{1,4}$/u.test(word) && !(namesA.has(word) && namesB.has(word));
}

const keyOf = ({ source, target }: WordPair): string => `${source.join()}|${target.join()}`;

function turned({ source, target, cells }: WordPair): WordPair {
  return { source: target, target: source, cells: transposed(cells, source.length, target.length) };
}

/** A table of n rows and m columns with its rows as columns. */
function transposed<T extends Int32Array | Float64Array>(table: T, n: number, m: number): T {
  const out = table.slice() as T;
  for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) out[j * n + i] = table[i * m + j];
  return out;
}

/** What can render and be rendered: everything but marks. */
function wordsOf(text: string, language: string): PlacedFeature[] {
  return placedFeatures(text, language).filter(({ feature }) => /[\p{L}\p{N}]/u.test(feature));
}
