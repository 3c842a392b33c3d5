import type { SegmentKind } from '../edition/model';

export interface AlignmentSegment {
  text: string;
  kind?: SegmentKind;
  label?: string;
  /** The same passage in another edition of the same language: more words to know it by. */
  also?: string;
}

/** Words (as `features` gives them) that render each other, and how surely, 0 to 1. */
export type Rendering = [a: string, b: string, weight: number];

/** One side of an alignment: texts in order, with what else is known of each. */
export interface AlignmentText {
  language: string;
  segments: readonly AlignmentSegment[];
}

/**
 * A partition of both sides that beads must respect: for each segment, the number of its group.
 * Numbers rise from 0 on both sides; a group may be empty on one.
 */
export interface Groups {
  a: Int32Array;
  b: Int32Array;
}
