import type { Condition } from './condition';

/** A segment of the index. */
export interface Place {
  /** Number of the work within the index. */
  work: number;
  /** Number of the row in the work's layout. */
  row: number;
  siglum: string;
  /** Where the segment stands in its edition, from 0. */
  place: number;
  /** The segment's id, by which a text that has changed since is noticed. */
  name: string;
}

/** Places that were asked for, and how many there are in all. */
export interface FoundPlaces {
  places: Place[];
  total: number;
}

/** Which of the places found are wanted. */
export interface Page {
  from: number;
  limit: number;
}

/** What rows must hold: each condition is met by a segment of its own. */
export interface RowConditions {
  /** At least one; hits are segments that meet the first. */
  wanted: readonly Condition[];
  unwanted: readonly Condition[];
}

/** What can be asked of the words of a library, wherever they are kept. */
export interface SearchIndex {
  sigla(): Promise<ReadonlySet<string>>;
  /** Primary subtags of the languages of editions. */
  languages(): Promise<string[]>;
  slugOf(work: number): Promise<string | null>;
  /** Words of the texts that begin so, in order of code points. */
  words(prefix: string): Iterable<string> | AsyncIterable<string>;
  /** Segments in the order of the index. */
  find(condition: Condition, page: Page): Promise<FoundPlaces>;
  /** All segments that meet a condition, or all that there are, one after another. */
  each(condition: Condition | null): Iterable<Place> | AsyncIterable<Place>;
  /** A segment of each row. */
  findRows(conditions: RowConditions, page: Page): Promise<FoundPlaces>;
  /** All segments of the row of a place. */
  rowOf(place: Place): Promise<Place[]>;
}

/** An index to search in, and whether it shows the library as it is now. */
export interface ReadyIndex {
  index: SearchIndex;
  /** Share of the work on a newer one that is done, 0 to 1; null where this one is new. */
  renewing: number | null;
  /** Discards the index where an error shows that it is damaged. @returns whether it is. */
  discardDamaged: (error: unknown) => boolean;
}
