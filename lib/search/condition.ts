/** Where to look; everywhere where absent or empty. */
export interface Filter {
  works?: readonly string[];
  editions?: readonly string[];
  languages?: readonly string[];
}

/** Words that a segment must hold, folded as the index has them. */
export type Words =
  /** In this order; the last may be the beginning of a word. */
  | { kind: 'phrase'; words: readonly string[]; prefix: boolean }
  /** At least one of them; an empty list matches nothing. */
  | { kind: 'any'; words: readonly string[] };

/** What one segment must hold and must not, and where it must stand. */
export interface Condition {
  all: readonly Words[];
  none: readonly Words[];
  scope: Filter;
}
