import type { Bead } from '../align/bead';
import { alignAround } from '../align/confirmed';
import {
  alignSentences,
  type PlacedSentence,
  placeSentences,
  realignChanged,
} from '../align/levels';
import { alignParagraphs } from '../align/paragraphs';
import { type IdentifiedText, type Realignment, realign, splice } from '../align/realign';
import type { Rendering } from '../align/text';
import { jobKind } from '../jobs/job';

/** An alignment as it is kept: by segment ids, so that the next edit can build on it. */
export interface KeptAlignment {
  a: string[];
  b: string[];
  beads: Bead[];
  sentences: Bead[];
  /** How many sentences each edition had. */
  counts: [a: number, b: number];
  /** What these texts taught, for other works in their languages. */
  learned: Rendering[];
}

/** What to align, as plain data that a worker thread can be sent. */
export interface AlignmentJob {
  a: IdentifiedText;
  b: IdentifiedText;
  /** The alignment of earlier versions of the same editions. */
  precedent?: KeptAlignment;
  /** What other works in these languages have taught. */
  lexicon?: Rendering[];
  /** What a person confirmed, and the alignment of these very texts without it. */
  confirmed?: { beads: Bead[]; computed: KeptAlignment };
}

export const alignJob = jobKind<AlignmentJob, KeptAlignment>('align', 'slow');

/** Pairs with no more cells than this take some seconds: those of about a thousand paragraphs each. */
const shortPair = 1_000_000;

/** The job for a pair, by the number of its cells: a short one does not wait for what takes minutes. */
export const alignJobOf = (cells: number): typeof alignJob => ({
  ...alignJob,
  lane: cells > shortPair ? 'slow' : 'quick',
  size: cells,
});

/** Aligns two editions by paragraph and by sentence, as far as a precedent leaves it to be done. */
export function runAlignment(
  { a, b, precedent, lexicon, confirmed }: AlignmentJob,
  progress?: (share: number) => void,
): KeptAlignment {
  if (confirmed) return confirm(a, b, confirmed.beads, confirmed.computed);
  const ids = ({ segments }: IdentifiedText) => segments.map(({ id }) => id);
  const placed = [placeSentences(a.segments, a.language), placeSentences(b.segments, b.language)];
  const kept = {
    a: ids(a),
    b: ids(b),
    counts: [placed[0].length, placed[1].length] as [number, number],
  };
  const again = precedent && realign(precedent, a, b, alignParagraphs);
  if (precedent && again) {
    const sentences = realignSentences(precedent, again, a, b, placed[0], placed[1]);
    return { ...kept, beads: again.beads, sentences, learned: precedent.learned };
  }
  const beads = alignParagraphs(a, b, {
    lexicon,
    progress: progress && ((share) => progress(share * 0.5)),
  });
  let learned: Rendering[] = [];
  const sentences = alignSentences(
    { language: a.language, sentences: placed[0] },
    { language: b.language, sentences: placed[1] },
    beads,
    {
      lexicon,
      onLearned: (renderings) => {
        learned = renderings;
      },
      progress: progress && ((share) => progress(0.5 + share * 0.5)),
    },
  );
  return { ...kept, beads, sentences, learned };
}

/** The alignment of two texts between the beads that a person has confirmed. */
function confirm(
  a: IdentifiedText,
  b: IdentifiedText,
  confirmed: readonly Bead[],
  computed: KeptAlignment,
): KeptAlignment {
  const lexicon = computed.learned;
  const beads = alignAround(a, b, computed.beads, confirmed, (x, y, groups) =>
    alignParagraphs(x, y, { groups, lexicon }),
  );
  const sentences = realignChanged(
    { language: a.language, sentences: placeSentences(a.segments, a.language) },
    { language: b.language, sentences: placeSentences(b.segments, b.language) },
    computed,
    beads,
    lexicon,
  );
  return { ...computed, beads, sentences };
}

/** Sentences of the stretch that was aligned again, between those that were kept. */
function realignSentences(
  precedent: KeptAlignment,
  { beads, from, to }: Realignment,
  a: IdentifiedText,
  b: IdentifiedText,
  placedA: PlacedSentence[],
  placedB: PlacedSentence[],
): Bead[] {
  const firstOf = (placed: PlacedSentence[], segment: number) => {
    const at = placed.findIndex((sentence) => sentence.segment >= segment);
    return at < 0 ? placed.length : at;
  };
  const start = { a: firstOf(placedA, from.a), b: firstOf(placedB, from.b) };
  const end = { a: firstOf(placedA, to.a), b: firstOf(placedB, to.b) };
  const by = {
    a: placedA.length - precedent.counts[0],
    b: placedB.length - precedent.counts[1],
  };
  const inside = beads.filter(
    (bead) =>
      bead.a.some((i) => i >= from.a && i < to.a) || bead.b.some((j) => j >= from.b && j < to.b),
  );
  const again = alignSentences(
    { language: a.language, sentences: placedA.slice(start.a, end.a) },
    { language: b.language, sentences: placedB.slice(start.b, end.b) },
    inside,
  );
  const before = precedent.sentences.filter((bead) =>
    bead.a.length > 0 ? bead.a[0] < start.a : bead.b[0] < start.b,
  );
  const after = precedent.sentences.filter((bead) =>
    bead.a.length > 0 ? bead.a[0] >= end.a - by.a : bead.b[0] >= end.b - by.b,
  );
  return splice(before, again, after, start, by);
}
