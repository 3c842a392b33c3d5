import type { LinkedSentence } from '../align/interleave';
import type { Division } from '../align/layout';
import type { ApparatusPart } from '../collate/apparatus-entry';
import type { Collation } from '../collate/collation';
import type { Decisions } from '../collate/decisions';
import type { Surroundings } from '../collate/lacunae';
import type { Mark, Stretch } from '../collate/marks';
import type { SegmentStart } from '../collate/token-places';
import { spaced } from '../edition/labels';
import type { Edition, Segment, Work } from '../edition/model';
import type { PlacedNote } from '../edition/notes';
import type { OutlineEntry } from '../edition/sections';
import type { ExportLabels } from './labels';

export { xmlText } from './xml/text';

export interface ComparedSegment {
  segment: Segment;
  /** Place of the segment in its edition, from 0. */
  index: number;
  sentences: LinkedSentence[];
  /** Where it differs from the base (or, in the base, from the others of its language). */
  marks: Mark[];
  /** Where it shares few words with the edition it is compared with: what they do share. */
  shared?: Stretch[];
  /** Where it is compared with several editions: with each of them alone. */
  comparisons?: SegmentComparison[];
}

/** A segment compared with another edition. */
export interface SegmentComparison {
  /** Column of that edition. */
  other: number;
  marks: Mark[];
  shared?: Stretch[];
}

export interface Cell {
  siglum: string;
  segments: ComparedSegment[];
  division: Division;
  /** Whether the passage stands in another place in this edition. */
  moved: boolean;
}

export interface ComparedRow {
  number: number;
  score: number;
  cells: Cell[];
  /** How much the editions differ here, 0 to 1; null where nothing is compared by word. */
  variance: number | null;
}

/** One place of the work, collated among the editions of one language. */
export interface CollatedRow {
  number: number;
  /** What the place is called in the margin. */
  name: string;
  collation: Collation;
  /** The apparatus under the base's text. */
  parts: ApparatusPart[];
  /** Which of the editions, by index, have text before it and after it. */
  around: Surroundings;
  /** What people have decided of the apparatus. */
  decisions: Decisions;
  /** Where the segments of each edition start in its text here, by siglum. */
  segments: ReadonlyMap<string, readonly SegmentStart[]>;
  /** Share of columns on which not all agree, 0 to 1. */
  variance: number;
}

/** A work as it is exported: editions laid out in rows, with what people have said of them. */
export interface ExportedWork {
  work: Work;
  editions: Edition[];
  base: Edition;
  rows: ComparedRow[];
  /** Sigla of the editions with which others are compared; none where nothing is marked. */
  bases: string[];
  /** What files say in words of their own. */
  labels: ExportLabels;
  /** The headings of the rows. */
  outline: OutlineEntry[];
  notes: PlacedNote[];
  /** For each language of several editions: their apparatus, under the base with that siglum. Made only where a form wants it. */
  apparatus: { language: string; base: string; rows: CollatedRow[] }[];
}

/** Letters of a cell that stand on one page in any case. */
const shortCell = 700;

/** Whether a place is kept on one page: a longer one would leave a gap, or not fit at all. */
export const isShort = ({ cells }: Pick<ComparedRow, 'cells'>): boolean =>
  cells.every(
    ({ segments }) =>
      segments.reduce((sum, { segment }) => sum + segment.text.length, 0) < shortCell,
  );

/** Whether anything in rows is marked as different. */
export const isMarked = (rows: readonly ComparedRow[]): boolean =>
  rows.some(({ cells }) =>
    cells.some(({ segments }) =>
      segments.some(({ marks }) => marks.some(({ ignored }) => !ignored)),
    ),
  );

/** A segment's text with the number the text gives it. */
export function labelledText({ label, text }: Pick<Segment, 'label' | 'text'>): string {
  return label ? spaced(label) + text : text;
}
