import { LRUCache } from 'lru-cache';
import { isPaired } from '../align/bead';
import type { PlacedSentence } from '../align/levels';
import { WordModel } from '../align/words';
import type { Edition, Work } from '../edition/model';
import type { PairAlignment } from './alignments';
import { editionHash } from './edition-hash';
import { alignAll } from './layout';

/** A word in its edition: segment id, and UTF-16 offsets in the segment's text. */
export type WordPlace = [segment: string, start: number, end: number];

/** Words of the base with the words that render them in one other edition. */
export interface PairWordLinks {
  siglum: string;
  links: [base: WordPlace, other: WordPlace, score: number][];
}

/** Long editions teach their words from so many sentences around the place that is looked at. */
const mostSentences = 8000;

const models = new LRUCache<string, WordModel>({ max: 8 });

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
  return others.map((edition, k) => ({
    siglum: edition.siglum,
    links: linkPair(base, edition, pairs[k], stretch),
  }));
}

function linkPair(
  base: Edition,
  other: Edition,
  { sentences }: PairAlignment,
  [from, to]: readonly [number, number],
): PairWordLinks['links'] {
  const around = sentences.a.findIndex(({ segment }) => segment >= from);
  const model = wordModel(base, other, sentences, around);
  const links: PairWordLinks['links'] = [];
  for (const bead of sentences.beads) {
    if (!isPaired(bead)) continue;
    const first = sentences.a[bead.a[0]].segment;
    if (first < from || first >= to) continue;
    const a = passageOf(bead.a.map((i) => sentences.a[i]));
    const b = passageOf(bead.b.map((j) => sentences.b[j]));
    for (const link of model.link(a.text, b.text)) {
      links.push([
        placeOf(base, a.placeOf(...link.a)),
        placeOf(other, b.placeOf(...link.b)),
        Number(link.score.toFixed(2)),
      ]);
    }
  }
  return links;
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
export function wordModel(
  base: Edition,
  other: Edition,
  { a, b, beads }: PairAlignment['sentences'],
  sentence: number,
): WordModel {
  const whole = a.length <= mostSentences;
  const low = whole
    ? 0
    : Math.max(0, Math.min(a.length, sentence + mostSentences / 2) - mostSentences);
  const key = `${editionHash(base)}:${editionHash(other)}:${Math.floor(low / 1000)}`;
  const known = models.get(key);
  if (known) return known;
  const chosen = whole
    ? beads
    : beads.filter(
        (bead) => bead.a.length > 0 && bead.a[0] >= low && bead.a[0] < low + mostSentences,
      );
  const usedA = chosen.flatMap((bead) => bead.a);
  const usedB = chosen.flatMap((bead) => bead.b);
  const newA = new Map(usedA.map((i, k) => [i, k]));
  const newB = new Map(usedB.map((j, k) => [j, k]));
  const model = new WordModel(
    { language: base.language, segments: usedA.map((i) => a[i]) },
    { language: other.language, segments: usedB.map((j) => b[j]) },
    chosen.map((bead) => ({
      ...bead,
      a: bead.a.map((i) => newA.get(i)!),
      b: bead.b.map((j) => newB.get(j)!),
    })),
  );
  models.set(key, model);
  return model;
}
