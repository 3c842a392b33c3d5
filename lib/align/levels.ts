import type { Segment } from '../edition/model';
import { type Sentence, sentences } from '../language/sentences';
import { type AlignOptions, alignTexts } from './align';
import { type Bead, byOrder, isPaired } from './bead';

/** A sentence and the segment it stands in. */
export interface PlacedSentence extends Sentence {
  segment: number;
  text: string;
}

/** Sentences of segments, in order. */
export function placeSentences(
  segments: readonly Pick<Segment, 'text'>[],
  language: string,
): PlacedSentence[] {
  return segments.flatMap(({ text }, segment) =>
    sentences(text, language).map(({ start, end }) => ({
      segment,
      start,
      end,
      text: text.slice(start, end),
    })),
  );
}

/** Beads less sure than this do not confine their sentences: neighbours are searched with them. */
const confining = 0.5;

type SentenceOptions = Pick<AlignOptions, 'lexicon' | 'onLearned' | 'progress'>;

/** The sentences of one edition. */
export interface SentenceSide {
  language: string;
  sentences: readonly PlacedSentence[];
}

/**
 * Aligns sentences within aligned segments. Statistics are those of the whole editions, so that
 * a short paragraph is judged by what the work at large has taught. Sentences of passages that
 * stand elsewhere are aligned passage by passage, and are transpositions as these are.
 */
export function alignSentences(
  a: SentenceSide,
  b: SentenceSide,
  beads: readonly Bead[],
  options: SentenceOptions = {},
): Bead[] {
  const moved = beads.filter(({ transposition }) => transposition);
  const inOrder = beads.filter(({ transposition }) => !transposition);
  if (moved.length === 0) return within(a, b, inOrder, false, options);
  const found = [inOrder, ...moved.map((bead) => [bead])].flatMap((some, k) => {
    const here = (side: 'a' | 'b') => new Set(some.flatMap((bead) => bead[side]));
    const [inA, inB] = [here('a'), here('b')];
    const ofA = a.sentences.flatMap(({ segment }, at) => (inA.has(segment) ? [at] : []));
    const ofB = b.sentences.flatMap(({ segment }, at) => (inB.has(segment) ? [at] : []));
    const part = ({ language, sentences }: SentenceSide, places: number[]) => ({
      language,
      sentences: places.map((at) => sentences[at]),
    });
    return within(
      part(a, ofA),
      part(b, ofB),
      some,
      k > 0,
      k === 0 ? options : { lexicon: options.lexicon },
    ).map((bead) => ({
      ...bead,
      a: bead.a.map((at) => ofA[at]),
      b: bead.b.map((at) => ofB[at]),
    }));
  });
  return byOrder(found);
}

function within(
  a: SentenceSide,
  b: SentenceSide,
  beads: readonly Bead[],
  transposition: boolean,
  options: SentenceOptions,
): Bead[] {
  const groupOf = { a: new Map<number, number>(), b: new Map<number, number>() };
  let group = -1;
  let open = false;
  for (const bead of beads) {
    const sure = bead.score >= confining;
    if (sure || !open) group++;
    open = !sure;
    for (const i of bead.a) groupOf.a.set(i, group);
    for (const j of bead.b) groupOf.b.set(j, group);
  }
  const found = alignTexts(
    { language: a.language, segments: a.sentences },
    { language: b.language, segments: b.sentences },
    {
      groups: {
        a: Int32Array.from(a.sentences, ({ segment }) => groupOf.a.get(segment) ?? 0),
        b: Int32Array.from(b.sentences, ({ segment }) => groupOf.b.get(segment) ?? 0),
      },
      ...options,
    },
  );
  if (!transposition) return found;
  return found.map((bead) => (isPaired(bead) ? { ...bead, transposition } : bead));
}
