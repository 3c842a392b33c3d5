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

/** Beads on either side of a changed one whose sentences are aligned again with its own. */
const context = 40;

/**
 * Sentences after some paragraphs' beads were changed: those of the changed beads and of their
 * neighbours are aligned anew, the others are as they were.
 *
 * @param before the beads and sentence beads of the same texts before the change.
 */
export function realignChanged(
  a: SentenceSide,
  b: SentenceSide,
  before: { beads: readonly Bead[]; sentences: readonly Bead[] },
  beads: readonly Bead[],
  lexicon?: SentenceOptions['lexicon'],
): Bead[] {
  const key = (bead: Bead) => `${bead.a}:${bead.b}:${bead.transposition ?? false}`;
  const known = new Set(before.beads.map(key));
  const again = new Uint8Array(beads.length);
  beads.forEach((bead, k) => {
    if (!known.has(key(bead))) again.fill(1, Math.max(0, k - context), k + context + 1);
  });
  const inside = {
    a: new Set(beads.flatMap((bead, k) => (again[k] ? bead.a : []))),
    b: new Set(beads.flatMap((bead, k) => (again[k] ? bead.b : []))),
  };
  // Sentences that were aligned over the edge of a stretch bring the paragraphs they touch.
  const home = (side: 'a' | 'b', s: number) => (side === 'a' ? a : b).sentences[s].segment;
  const has = (side: 'a' | 'b') => (s: number) => inside[side].has(home(side, s));
  const beadOf = {
    a: new Map(beads.flatMap((bead) => bead.a.map((i) => [i, bead]))),
    b: new Map(beads.flatMap((bead) => bead.b.map((j) => [j, bead]))),
  };
  for (let grew = true; grew; ) {
    grew = false;
    for (const bead of before.sentences) {
      if (!bead.a.some(has('a')) && !bead.b.some(has('b'))) continue;
      for (const side of ['a', 'b'] as const) {
        for (const s of bead[side]) {
          if (has(side)(s)) continue;
          const whole = beadOf[side].get(home(side, s))!;
          for (const i of whole.a) inside.a.add(i);
          for (const j of whole.b) inside.b.add(j);
          grew = true;
        }
      }
    }
  }
  const kept = before.sentences.filter((bead) => !bead.a.some(has('a')) && !bead.b.some(has('b')));
  const part = (side: 'a' | 'b', { language, sentences }: SentenceSide) => {
    const at = sentences.flatMap((_, s) => (has(side)(s) ? [s] : []));
    return { at, own: { language, sentences: at.map((s) => sentences[s]) } };
  };
  const [partA, partB] = [part('a', a), part('b', b)];
  const changed = beads.filter(
    (bead) => bead.a.some((i) => inside.a.has(i)) || bead.b.some((j) => inside.b.has(j)),
  );
  const found = alignSentences(partA.own, partB.own, changed, { lexicon }).map((bead) => ({
    ...bead,
    a: bead.a.map((s) => partA.at[s]),
    b: bead.b.map((s) => partB.at[s]),
  }));
  return byOrder([...kept, ...found]);
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
