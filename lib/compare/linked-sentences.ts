import { isPaired } from '../align/bead';
import type { LinkedSentence } from '../align/interleave';
import type { PlacedSentence } from '../align/levels';
import { processWide } from '../core/process-wide';
import type { PairAlignment } from './alignments';
import type { Layout } from './layout';

/** Sentences of the segments of an edition of a layout, by their index; see `createLinker`. */
export type Linker = (shown: number, segment: number) => LinkedSentence[];

/**
 * Names the links between sentences: each sentence of the base carries the beads it is in, one
 * per other edition, and its counterparts carry the same. Editions that meet only through the
 * base correspond through it: their sentences take on the links of the base's they stand for.
 */
export function createLinker({ base, editions, pairs }: Layout): Linker {
  const others = editions.filter((edition) => edition !== base);
  if (pairs.length === 0) return () => [];
  const indexes = pairs.map(indexOf);
  const baseLinks = (sentence: number) =>
    indexes.flatMap(({ ofA, pair }, k) => {
      const bead = ofA[sentence];
      return bead >= 0 && isPaired(pair.sentences.beads[bead]) ? [`${k}-${bead}`] : [];
    });
  return (shown, segment) => {
    const edition = editions[shown];
    if (edition === base) {
      const { firstA, pair } = indexes[0];
      return sentencesOf(pair.sentences.a, firstA, segment).map(([at, sentence]) => ({
        start: sentence.start,
        end: sentence.end,
        links: baseLinks(at),
      }));
    }
    const { firstB, ofB, pair } = indexes[others.indexOf(edition)];
    return sentencesOf(pair.sentences.b, firstB, segment).map(([at, sentence]) => {
      const bead = pair.sentences.beads[ofB[at]];
      return {
        start: sentence.start,
        end: sentence.end,
        links: [...new Set((bead?.a ?? []).flatMap(baseLinks))],
      };
    });
  };
}

interface PairIndex {
  pair: PairAlignment;
  /** The bead of each sentence. */
  ofA: Int32Array;
  ofB: Int32Array;
  /** The first sentence of each segment. */
  firstA: Map<number, number>;
  firstB: Map<number, number>;
}

const known = processWide('sentence links', () => new WeakMap<PairAlignment, PairIndex>());

function indexOf(pair: PairAlignment): PairIndex {
  const found = known.get(pair);
  if (found) return found;
  const { a, b, beads } = pair.sentences;
  const index: PairIndex = {
    pair,
    ofA: new Int32Array(a.length).fill(-1),
    ofB: new Int32Array(b.length).fill(-1),
    firstA: firsts(a),
    firstB: firsts(b),
  };
  beads.forEach((bead, n) => {
    for (const i of bead.a) index.ofA[i] = n;
    for (const j of bead.b) index.ofB[j] = n;
  });
  known.set(pair, index);
  return index;
}

function firsts(sentences: readonly PlacedSentence[]): Map<number, number> {
  const found = new Map<number, number>();
  sentences.forEach(({ segment }, at) => {
    if (!found.has(segment)) found.set(segment, at);
  });
  return found;
}

function sentencesOf(
  sentences: readonly PlacedSentence[],
  first: ReadonlyMap<number, number>,
  segment: number,
): [at: number, sentence: PlacedSentence][] {
  const found: [number, PlacedSentence][] = [];
  for (let at = first.get(segment) ?? sentences.length; sentences[at]?.segment === segment; at++) {
    found.push([at, sentences[at]]);
  }
  return found;
}
