import type { DifferenceKind } from '../collate/kinds';
import type { TreeNode } from '../collate/tree';

export interface EditionCounts {
  siglum: string;
  language: string;
  segments: number;
  sentences: number;
  words: number;
  /** Different words over words, 0 to 1. */
  variety: number;
  /** Characters over those of the work's base. */
  lengthRatio: number;
}

/** The editions of one language, compared. */
export interface LanguageGroup {
  language: string;
  sigla: string[];
  /** Share of words in common, 0 to 1, pair by pair. */
  similarity: number[][];
  /** The tree of their likeness; null for fewer than three. */
  tree: TreeNode | null;
  /** How often each kind of difference from the base of the group is met, by edition. */
  kinds: { siglum: string; counts: Partial<Record<DifferenceKind, number>> }[];
  /** Places that differ most, the most first. */
  variable: { row: number; variance: number; text: string }[];
  /** Words that one edition alone has, the most frequent first. */
  unique: { siglum: string; words: { word: string; count: number }[] }[];
}

export interface WorkStatistics {
  editions: EditionCounts[];
  groups: LanguageGroup[];
}
