import { LRUCache } from 'lru-cache';
import { type Bead, isPaired } from '../align/bead';
import type { PlacedSentence } from '../align/levels';
import type { Rendering } from '../align/text';
import type { WordLink, WordModel } from '../align/words';
import { contentHash } from '../core/hash';
import { processWide } from '../core/process-wide';
import { editionHash } from '../edition/hash';
import type { Edition, Work } from '../edition/model';
import { runInThread } from '../jobs/thread';
import type { PairAlignment, PairSentences } from './alignments';
import { alignAll } from './layout';
import {
  knownModel,
  linkPassages,
  modelOf,
  type WordJob,
  type WordTraining,
  wordJob,
} from './word-job';

/** A word in its edition: segment id, and UTF-16 offsets in the segment's text. */
export type WordPlace = [segment: string, start: number, end: number];

/** Words of the base with the words that render them in one other edition. */
export interface PairWordLinks {
  siglum: string;
  links: [base: WordPlace, other: WordPlace, score: number][];
}

/** Sentences around the place that is looked at, from which long editions teach their words. */
const maxSentences = 8000;

/** Learning from more sentences than this is done in a thread, so that others are served. */
const longTraining = 800;

/**
 * Word links between the base and each other edition, for the base's segments of a stretch and
 * what corresponds to them.
 *
 * @param stretch indices of base segments, end exclusive; all of them by default.
 */
export async function linkWords(
  work: Work,
  editions: readonly Edition[],
  base: Edition,
  stretch: readonly [number, number] = [0, base.segments.length],
): Promise<PairWordLinks[]> {
  const pairs = await alignAll(work, editions, base);
  const others = editions.filter((edition) => edition !== base);
  return Promise.all(
    others.map(async (edition, k) => ({
      siglum: edition.siglum,
      links: await linkPair(base, edition, pairs[k], stretch),
    })),
  );
}

async function linkPair(
  base: Edition,
  other: Edition,
  { sentences }: PairAlignment,
  [from, to]: readonly [number, number],
): Promise<PairWordLinks['links']> {
  const around = sentences.a.findIndex(({ segment }) => segment >= from);
  const training = trainingOf(base, other, sentences, around);
  const passages = sentences.beads
    .filter((bead) => {
      if (!isPaired(bead)) return false;
      const first = sentences.a[bead.a[0]].segment;
      return first >= from && first < to;
    })
    .map((bead) => ({
      a: passageOf(bead.a.map((i) => sentences.a[i])),
      b: passageOf(bead.b.map((j) => sentences.b[j])),
    }));
  const job: WordJob = {
    training,
    passages: passages.map(({ a, b }) => [a.text, b.text]),
  };
  const long = training.a.segments.length > longTraining;
  const found = long ? await runInThread(wordJob, job, () => {}) : linkPassages(job);
  return passages.flatMap(({ a, b }, k) =>
    found[k].map((link): PairWordLinks['links'][number] => [
      placeOf(base, a.placeOf(...link.a)),
      placeOf(other, b.placeOf(...link.b)),
      Number(link.score.toFixed(2)),
    ]),
  );
}

type Place = [segment: number, start: number, end: number];

function placeOf(edition: Edition, [segment, start, end]: Place): WordPlace {
  return [edition.segments[segment].id, start, end];
}

/** Sentences as one text, and the way back from its offsets to theirs. */
export function passageOf(sentences: readonly PlacedSentence[]) {
  let text = '';
  const starts = sentences.map((sentence) => {
    const start = text.length;
    text += `${sentence.text} `;
    return start;
  });
  const placeOf = (start: number, end: number): Place => {
    let k = starts.length - 1;
    while (starts[k] > start) k--;
    const shift = sentences[k].start - starts[k];
    return [sentences[k].segment, start + shift, end + shift];
  };
  return { text, placeOf };
}

/** The word model of two editions; of long ones, made from what stands around a base sentence. */
function wordModel(
  base: Edition,
  other: Edition,
  sentences: PairSentences,
  sentence: number,
): WordModel {
  // What a model is made from is put together only where there is none yet.
  const key = trainingKey(base, other, sentences, stretchStart(sentences.a.length, sentence));
  return knownModel(key) ?? modelOf(trainingOf(base, other, sentences, sentence));
}

/** The two passages of a bead of sentences, and which words render which in them: computed when asked for. */
export interface LinkedPassages {
  a: ReturnType<typeof passageOf>;
  b: ReturnType<typeof passageOf>;
  links: () => WordLink[];
}

/** Beads of two editions whose links are kept: those of a book's chapter, some megabytes. */
const maxLinked = 2000;

/** Links of beads that were asked for lately, by the alignment that they are of: another has taught other words. */
const linked = processWide(
  'linked beads',
  () => new WeakMap<PairSentences, LRUCache<Bead, WordLink[]>>(),
);

function linkedIn(sentences: PairSentences): LRUCache<Bead, WordLink[]> {
  const known = linked.get(sentences) ?? new LRUCache({ max: maxLinked });
  linked.set(sentences, known);
  return known;
}

export function linkedPassages(
  base: Edition,
  other: Edition,
  sentences: PairSentences,
  bead: Bead,
): LinkedPassages {
  const a = passageOf(bead.a.map((i) => sentences.a[i]));
  const b = passageOf(bead.b.map((j) => sentences.b[j]));
  const links = () => {
    const known = linkedIn(sentences);
    const found =
      known.get(bead) ?? wordModel(base, other, sentences, bead.a[0]).link(a.text, b.text);
    known.set(bead, found);
    return found;
  };
  return { a, b, links };
}

/** Where the stretch begins that a sentence is learned from. @param count of all sentences. */
function stretchStart(count: number, sentence: number): number {
  if (count <= maxSentences) return 0;
  // Stretches begin at round numbers, so that neighbouring places share what was learned.
  const near = Math.min(count, sentence + maxSentences / 2) - maxSentences;
  return Math.max(0, Math.floor(near / 1000) * 1000);
}

const trainingKey = (
  base: Edition,
  other: Edition,
  { lexicon }: PairSentences,
  low: number,
): string => `${editionHash(base)}:${editionHash(other)}:${low}:${lexiconKey(lexicon)}`;

function trainingOf(
  base: Edition,
  other: Edition,
  sentences: PairSentences,
  sentence: number,
): WordTraining {
  const { a, b, beads, lexicon } = sentences;
  const low = stretchStart(a.length, sentence);
  const chosen =
    a.length <= maxSentences
      ? beads
      : beads.filter(
          (bead) => bead.a.length > 0 && bead.a[0] >= low && bead.a[0] < low + maxSentences,
        );
  const usedA = chosen.flatMap((bead) => bead.a);
  const usedB = chosen.flatMap((bead) => bead.b);
  const newA = new Map(usedA.map((i, k) => [i, k]));
  const newB = new Map(usedB.map((j, k) => [j, k]));
  const texts = (list: readonly PlacedSentence[], used: number[]) =>
    used.map((at) => ({ text: list[at].text }));
  return {
    key: trainingKey(base, other, sentences, low),
    a: { language: base.language, segments: texts(a, usedA) },
    b: { language: other.language, segments: texts(b, usedB) },
    beads: chosen.map((bead) => ({
      ...bead,
      a: bead.a.map((i) => newA.get(i)!),
      b: bead.b.map((j) => newB.get(j)!),
    })),
    lexicon,
  };
}

const lexiconKeys = new WeakMap<Rendering[], string>();

function lexiconKey(lexicon: Rendering[] = []): string {
  let key = lexiconKeys.get(lexicon);
  if (key === undefined) {
    key = contentHash(JSON.stringify(lexicon), 'content');
    lexiconKeys.set(lexicon, key);
  }
  return key;
}
