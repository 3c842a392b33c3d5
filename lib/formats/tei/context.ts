import type { FootnoteDefinition, RootContent } from 'mdast';
import type { Element, Nodes } from 'xast';
import type { Losses } from '../document';
import type { KnownWords } from '../text/line-ends';
import type { NoteCalls } from './note-calls';
import type { Witnesses } from './read-witnesses';

/** The state of a witness: as first written (a.c.), or as its hands corrected it (p.c.). */
export type Layer = 'before-correction' | 'after-correction';

/** What the text of a TEI document is read for: one of its witnesses, or all it has. */
export interface TeiContext {
  /** The witness read; null where the document does not distinguish witnesses. */
  witness: string | null;
  witnesses: Witnesses;
  /** Whether the witness has the text here: not before it starts, after it ends, in a lacuna. */
  attested: boolean;
  /** Whether it has ended; where it starts again, something is missing between. */
  ended?: boolean;
  /** Whether what is read is a reading that names the witness. */
  ownReading: boolean;
  /** Whether what is read was written in place of other words. */
  substitution?: boolean;
  /** Of what was corrected, the state that is read. */
  layer: Layer;
  /** Whether hands have corrected readings of the witness. */
  corrected: { yes: boolean };
  /** What references to elements lead to: the labels of notes, by `xml:id`. */
  noteLabels: ReadonlyMap<string, string>;
  /** The label of each note. */
  labels: ReadonlyMap<Element, string>;
  /** Where notes have their calls, when it is not where they stand. */
  calls: NoteCalls;
  /** Notes that stand within the text, to be set after it. */
  notes: FootnoteDefinition[];
  /** Numbers of the divisions around the place that is read. */
  numbers: string[];
  /** Whether the number of a division still waits for the first block in it. */
  waiting: boolean;
  losses: Losses;
  /** Whether what is left out for all witnesses is reported here: for the first of them. */
  reports: boolean;
  /** The words of the text, by which hyphens at ends of lines are judged. */
  known: () => KnownWords;
  /** Reads blocks, as a note within the words of another block and the items of lists have them. */
  blocksOf: (nodes: readonly Nodes[], context: TeiContext, depth?: number) => RootContent[];
}
