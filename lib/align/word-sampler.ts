/** Words of two passages that correspond, as numbers. */
export interface WordPair {
  source: Int32Array;
  target: Int32Array;
  /** For each source word and target word, row by row: the number of their pair of types. */
  cells: Int32Array;
}

/** What is known of words beforehand, as counts of links that have been seen already. */
export interface WordPriors {
  /** By pair of types. */
  pairs: Float32Array;
  /** By source type: the sum of its pairs. */
  sources: Float64Array;
}

/** Dirichlet priors: small, so that a word has few renderings. */
const lexicalPrior = 0.001;
const jumpPrior = 0.5;
const fertilityPrior = 0.5;
/** The share of target words that render nothing. */
const nullShare = 0.2;
/** Jumps longer than this count as this long. */
const longestJump = 50;
/** A word that renders more than this many counts as rendering this many. */
const maxFertility = 8;
/** Rounds over a passage that are not counted yet. */
const burnIn = 3;

/**
 * Bayesian alignment of words in one direction: each target word renders one source word or none,
 * by what words render each other (as IBM Model 1), by the place of the word that its neighbours
 * render (as the HMM of Vogel et al. 1996), and by how many words a source word is rendered with.
 * The counts are drawn by Gibbs sampling, as in efmaral and eflomal (Östling and Tiedemann 2016).
 * What is returned is not a sample but the mean of each draw's probabilities.
 *
 * The same lessons and seed give the same result, in whatever order passages are linked.
 */
export class WordSampler {
  private readonly pairs: Float64Array;
  private readonly sources: Float64Array;
  private readonly nulls: Float64Array;
  private nullTotal = 0;
  private readonly jumps = new Float64Array(2 * longestJump + 1);
  private readonly jumpShares = new Float64Array(2 * longestJump + 1);
  private readonly fertilities: Float64Array;
  private weights = new Float64Array(64);
  private fertile = new Int32Array(64);
  private links: Int32Array[] = [];
  private state = 1;

  /** @param seed makes the draws, and so the result, the same each time. */
  constructor(
    sources: number,
    private readonly targets: number,
    pairs: number,
    private readonly priors: WordPriors,
    private readonly seed: number,
  ) {
    this.pairs = new Float64Array(pairs);
    this.sources = new Float64Array(sources);
    this.nulls = new Float64Array(targets);
    this.fertilities = new Float64Array(sources * (maxFertility + 1));
    // Words in order are the usual case, before anything is known.
    for (let d = 0; d < this.jumps.length; d++)
      this.jumps[d] = 20 * 0.6 ** Math.abs(d - longestJump - 1);
    this.shareJumps();
  }

  /** Learns from passages that correspond, in a number of rounds over all. */
  learn(lessons: readonly WordPair[], rounds: number): void {
    this.state = this.seed | 1;
    this.links = lessons.map((lesson) => {
      const links = this.start(lesson);
      this.tally(lesson, links, 1);
      return links;
    });
    for (let round = 0; round < rounds; round++) {
      for (let l = 0; l < lessons.length; l++) this.sweep(lessons[l], this.links[l], null);
      this.shareJumps();
    }
  }

  /**
   * How likely each target word renders each source word, row by row of the source.
   * What was learned stays as it is.
   *
   * @param lesson the index of the lesson that the passage is, or −1. What a passage itself taught
   * is ignored, as it would only confirm itself.
   */
  link(pair: WordPair, rounds: number, lesson: number): Float64Array {
    this.state = this.seed | 1;
    const own = lesson < 0 ? null : this.links[lesson];
    if (own) this.tally(pair, own, -1);
    const links = own?.slice() ?? this.start(pair);
    this.tally(pair, links, 1);
    const mean = new Float64Array(pair.cells.length);
    for (let k = 0; k < burnIn; k++) this.sweep(pair, links, null);
    for (let k = 0; k < rounds; k++) this.sweep(pair, links, mean);
    this.tally(pair, links, -1);
    if (own) this.tally(pair, own, 1);
    return mean.map((sum) => sum / rounds);
  }

  /** Counts all links of a passage, or takes them from the counts. */
  private tally(pair: WordPair, links: Int32Array, by: 1 | -1): void {
    const { source } = pair;
    const fertile = new Int32Array(source.length);
    let before = -1;
    links.forEach((i, j) => {
      this.count(pair, i, j, by);
      if (i < 0) return;
      fertile[i]++;
      this.jumps[jump(before, i)] += by;
      before = i;
    });
    this.jumps[jump(before, source.length)] += by;
    fertile.forEach((count, i) => {
      this.fertilities[place(source[i], count)] += by;
    });
  }

  /** Links by the best known pair of words, near the place that order suggests. */
  private start({ source, target, cells }: WordPair): Int32Array {
    const [n, m] = [source.length, target.length];
    return Int32Array.from({ length: m }, (_, j) => {
      let [best, top] = [-1, 0];
      for (let i = 0; i < n; i++) {
        const apart = Math.abs(i / n - j / m);
        const known = this.lexical(cells[i * m + j], source[i]) * Math.exp(-3 * apart);
        const value = known + 1e-9 * (1 - apart);
        if (value > top) [best, top] = [i, value];
      }
      return best;
    });
  }

  private lexical(cell: number, source: number): number {
    const known = cell < 0 ? 0 : this.pairs[cell] + this.priors.pairs[cell];
    return (
      (known + lexicalPrior) /
      (this.sources[source] + this.priors.sources[source] + lexicalPrior * this.targets)
    );
  }

  private count({ source, target, cells }: WordPair, i: number, j: number, by: number): void {
    if (i < 0) {
      this.nulls[target[j]] += by;
      this.nullTotal += by;
    } else {
      const cell = cells[i * target.length + j];
      if (cell >= 0) this.pairs[cell] += by;
      this.sources[source[i]] += by;
    }
  }

  private shareJumps(): void {
    const total = this.jumps.reduce((x, y) => x + y + jumpPrior, 0);
    this.jumpShares.set(this.jumps.map((count) => (count + jumpPrior) / total));
  }

  /** Draws each link of a passage anew, given all others. */
  private sweep(pair: WordPair, links: Int32Array, mean: Float64Array | null): void {
    const { source, target } = pair;
    const [n, m] = [source.length, target.length];
    if (n === 0) return;
    if (this.weights.length <= n) {
      this.weights = new Float64Array(2 * n);
      this.fertile = new Int32Array(2 * n);
    }
    const fertile = this.fertile.fill(0, 0, n);
    for (let j = 0; j < m; j++) if (links[j] >= 0) fertile[links[j]]++;
    let before = -1;
    for (let j = 0; j < m; j++) {
      let after = n;
      for (let k = j + 1; k < m; k++) {
        if (links[k] < 0) continue;
        after = links[k];
        break;
      }
      const old = links[j];
      this.count(pair, old, j, -1);
      if (old >= 0) this.move(source[old], fertile, old, -1);
      this.jump(before, old, after, -1);
      const total = this.weigh(pair, j, before, after);
      if (mean) for (let i = 0; i < n; i++) mean[i * m + j] += this.weights[i] / total;
      const drawn = this.draw(total, n);
      links[j] = drawn;
      this.count(pair, drawn, j, 1);
      this.jump(before, drawn, after, 1);
      if (drawn >= 0) {
        this.move(source[drawn], fertile, drawn, 1);
        before = drawn;
      }
    }
  }

  private jump(before: number, at: number, after: number, by: number): void {
    if (at < 0) this.jumps[jump(before, after)] += by;
    else {
      this.jumps[jump(before, at)] += by;
      this.jumps[jump(at, after)] += by;
    }
  }

  /** One word more or less renders a source word. */
  private move(type: number, fertile: Int32Array, i: number, by: number): void {
    this.fertilities[place(type, fertile[i])]--;
    fertile[i] += by;
    this.fertilities[place(type, fertile[i])]++;
  }

  /** Fills `weights` with how likely target word j renders each source word, and none (last). */
  private weigh(pair: WordPair, j: number, before: number, after: number): number {
    const { source, target, cells } = pair;
    const { weights, fertile, fertilities, jumpShares, pairs, sources, priors } = this;
    const { pairs: priorPairs, sources: priorSources } = priors;
    const [n, m] = [source.length, target.length];
    const allPriors = lexicalPrior * this.targets;
    let total = 0;
    // The innermost loop of all: `lexical` and `place` are written out.
    for (let i = 0; i < n; i++) {
      const type = source[i];
      const cell = cells[i * m + j];
      const known = cell < 0 ? 0 : pairs[cell] + priorPairs[cell];
      const lexical = (known + lexicalPrior) / (sources[type] + priorSources[type] + allPriors);
      const count = fertile[i];
      const at = type * (maxFertility + 1);
      const more =
        fertilities[at + Math.min(maxFertility, count + 1)] +
        (count < halves.length ? halves[count] : fertilityPrior / 2 ** count);
      const now = fertilities[at + Math.min(maxFertility, count)] + fertilityPrior;
      const weight =
        (lexical * jumpShares[jump(before, i)] * jumpShares[jump(i, after)] * more) / now;
      weights[i] = weight;
      total += weight;
    }
    const alone =
      (nullShare / (1 - nullShare)) *
      ((this.nulls[target[j]] + lexicalPrior) / (this.nullTotal + lexicalPrior * this.targets)) *
      jumpShares[jump(before, after)];
    weights[n] = alone;
    return total + alone;
  }

  private draw(total: number, n: number): number {
    let rest = this.random() * total;
    for (let i = 0; i < n; i++) {
      rest -= this.weights[i];
      if (rest <= 0) return i;
    }
    return -1;
  }

  /** Xorshift (Marsaglia 2003): a number from 0 to 1. */
  private random(): number {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x;
    return (x >>> 0) / 2 ** 32;
  }
}

/** The fertility prior, halved for each word that is rendered already. */
const halves = Float64Array.from({ length: 64 }, (_, count) => fertilityPrior / 2 ** count);

function jump(from: number, to: number): number {
  const length = to - from;
  if (length > longestJump) return 2 * longestJump;
  return length < -longestJump ? 0 : length + longestJump;
}

function place(type: number, fertile: number): number {
  return type * (maxFertility + 1) + Math.min(maxFertility, fertile);
}
