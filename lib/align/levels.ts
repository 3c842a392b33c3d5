import type { Segment } from '../edition/model';
import { type Sentence, sentences } from '../language/sentences';
import { alignTexts } from './align';
import type { Bead } from './bead';

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

/**
 * Aligns sentences within aligned segments. Statistics are those of the whole editions, so that
 * a short paragraph is judged by what the work at large has taught.
 */
export function alignSentences(
  a: { language: string; sentences: readonly PlacedSentence[] },
  b: { language: string; sentences: readonly PlacedSentence[] },
  beads: readonly Bead[],
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
  return alignTexts(
    { language: a.language, segments: a.sentences },
    { language: b.language, segments: b.sentences },
    {
      a: Int32Array.from(a.sentences, ({ segment }) => groupOf.a.get(segment) ?? 0),
      b: Int32Array.from(b.sentences, ({ segment }) => groupOf.b.get(segment) ?? 0),
    },
  );
}
