import type { Edition } from '../edition/model';

/** How the paragraphs of a cell stand to those of the base. */
export type Division = 'same' | 'merged' | 'split' | 'redivided' | 'missing' | 'added';

/** Which segments of an edition stand at a place, by index. */
export interface LaidCell {
  indices: number[];
  division: Division;
  /** Whether the passage stands in another place in this edition. */
  moved: boolean;
}

/** A place of the work before its words are compared. */
export interface LaidRow {
  /** From 1. */
  number: number;
  score: number;
  /** One for each edition shown, in the reader's order. */
  cells: LaidCell[];
}

/** Editions laid out in rows: all that is needed to compare their words. */
export interface LaidTexts {
  /** What the others are aligned with. */
  base: Edition;
  /** The columns, in the reader's order; the base among them. */
  editions: Edition[];
  /**
   * Per edition: the column whose words its own are compared with, which is the base of its language;
   * null for such a base itself, and for an edition that is alone in its language.
   */
  against: (number | null)[];
  rows: LaidRow[];
}
