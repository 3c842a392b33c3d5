import type { ColumnType, Generated } from 'kysely';

type Time = ColumnType<Date, Date | string | undefined, Date | string>;

/** The tables that migrations make. */
export interface Tables {
  library_file: { path: string; revision: string; content: Buffer; saved: Time };
  /** What saves have replaced. */
  library_history: {
    id: Generated<string>;
    path: string;
    revision: string;
    content: Buffer;
    replaced: Time;
    save: Generated<string>;
  };
  /** What is known of the library itself: `id` and `form`; see `Identity`. */
  library_setting: { name: string; value: string };
  /** What took long to compute, shared by all processes. */
  library_cache: { key: string; value: Buffer; used: Time };
  /** How far jobs under way have come, 0 to 1. */
  library_progress: { key: string; share: number; told: Time };
  /** What search knows; it can be made again from the files. `stamp` is the text that was indexed. */
  library_search_work: { id: Generated<number>; slug: string; stamp: string };
  /** `language` is a primary subtag. */
  library_search_edition: { work: number; siglum: string; language: string };
  /** `words` is a `tsvector`, which is only written and asked. */
  library_search_segment: {
    id: Generated<string>;
    work: number;
    row: number;
    siglum: string;
    place: number;
    name: string;
    words: string;
  };
  /** Every word that was ever indexed, for patterns. */
  library_search_word: { word: string };
  /** Who may do what; `work` is a slug, or `*` for all. */
  library_member: { user_id: string; work: string; role: 'reader' | 'editor' | 'owner' };
}
