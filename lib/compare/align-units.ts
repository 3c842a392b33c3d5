import { alignTexts } from '../align/align';
import type { Bead } from '../align/bead';
import { alignSentences, type PlacedSentence, placeSentences } from '../align/levels';
import { alignParagraphs } from '../align/paragraphs';
import { comparedLanguage, type Segment } from '../edition/model';
import { renderingsInDictionaries } from './dictionary-job';

export const alignmentUnits = ['paragraph', 'sentence', 'line'] as const;
/** What a segment is, where texts of no work are aligned. */
export type AlignmentUnit = (typeof alignmentUnits)[number];

export interface UnitText {
  language: string;
  segments: readonly Pick<Segment, 'text' | 'kind' | 'label'>[];
}

export interface AlignedUnits {
  unit: AlignmentUnit;
  a: { language: string; segments: readonly { text: string }[] };
  b: { language: string; segments: readonly { text: string }[] };
  /** Indices are of those segments. */
  beads: Bead[];
}

/** @param progress is called with what is being done, and then with the share of it that is done. */
export async function alignUnits(
  a: UnitText,
  b: UnitText,
  unit: AlignmentUnit,
  progress: (what: string) => (share: number) => void = () => () => {},
): Promise<AlignedUnits> {
  const lexicon = await lexiconFor(a, b);
  if (unit === 'line') {
    // A line is a segment by decree, whatever sentences it holds.
    return { unit, a, b, beads: alignTexts(a, b, { lexicon, progress: progress('aligning') }) };
  }
  const ofParagraphs = progress(unit === 'sentence' ? 'aligning paragraphs' : 'aligning');
  const beads = alignParagraphs(a, b, { lexicon, progress: ofParagraphs });
  if (unit === 'paragraph') return { unit, a, b, beads };
  const place = ({ segments, language }: UnitText): PlacedSentence[] =>
    placeSentences(segments, language);
  const [inA, inB] = [place(a), place(b)];
  return {
    unit,
    a: { language: a.language, segments: inA },
    b: { language: b.language, segments: inB },
    beads: alignSentences(
      { language: a.language, sentences: inA },
      { language: b.language, sentences: inB },
      beads,
      { lexicon, progress: progress('aligning sentences') },
    ),
  };
}

/** What dictionaries on this machine say of the words of two texts. */
async function lexiconFor(a: UnitText, b: UnitText) {
  if (comparedLanguage(a.language) === comparedLanguage(b.language)) return [];
  const side = ({ language, segments }: UnitText) => ({
    language,
    texts: segments.map(({ text }) => text),
  });
  return renderingsInDictionaries({ a: side(a), b: side(b) });
}

/** The contract's beads. */
export function unitBeads({ unit, a, b, beads }: AlignedUnits) {
  return {
    unit,
    a: { language: a.language, segments: a.segments.length },
    b: { language: b.language, segments: b.segments.length },
    // Two digits are all that a score means.
    beads: beads.map(({ score, ...bead }) => ({ ...bead, score: Number(score.toFixed(2)) })),
  };
}
