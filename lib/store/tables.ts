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
  /** Who may do what; `work` is a slug, or `*` for all. */
  library_member: { user_id: string; work: string; role: 'reader' | 'editor' | 'owner' };
}
