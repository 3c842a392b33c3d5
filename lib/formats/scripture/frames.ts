import type { PhrasingContent } from 'mdast';
import type { MarkerMeaning } from './markers';

/** A marker that is open, with what has been read within it. */
export interface Frame {
  marker: string;
  meaning: MarkerMeaning;
  children: PhrasingContent[];
  line?: number;
  /** For ruby: the reading. */
  gloss?: string;
  /** For a note: paragraphs before the one that is open. */
  paragraphs: PhrasingContent[][];
}

/** A block that is open. */
export interface Block {
  meaning: MarkerMeaning;
  label: string;
  children: PhrasingContent[];
  /** Of a row: the cells before the one that is open. */
  cells?: PhrasingContent[][];
}
