import { InputError } from '../core/errors';
import { contentHash } from '../core/hash';
import { slugPattern } from '../edition/metadata';

/** The revision of a file that is not there. */
export const noRevision = 'none';

/** Changes whenever the content does: the first 16 hex digits of its SHA-256. */
export const revisionOf = (content: string | Uint8Array): string =>
  contentHash(content, 'revision');

/** A file of a library. */
export interface StoredFile {
  /** `work/name`, with `/` on every system. */
  path: string;
  revision: string;
}

/** What a save is to change. */
export interface Change {
  path: string;
  /** What the file will hold; null takes it out. */
  content: string | Uint8Array | null;
  /** The revision that the writer read; without one, whatever is there is replaced. */
  expected?: string;
}

/** What a save has replaced, and can be brought back. */
export interface Replaced extends StoredFile {
  /** ISO 8601 in UTC: when it was replaced. */
  replaced: string;
}

/** Where a library's files are kept. Every store keeps what a save replaces. */
export interface Store {
  /** All files, in order of path. */
  list(): Promise<StoredFile[]>;
  /** What a file holds; null where there is none. */
  read(path: string): Promise<Uint8Array | null>;
  /**
   * Makes all changes or none.
   *
   * @throws ConflictError where a file is not as its writer knew it; InputError for what cannot
   *   be written. Everything is as before then.
   */
  write(changes: readonly Change[]): Promise<void>;
  /** What saves have replaced in a work, the latest first. */
  replaced(slug: string): Promise<Replaced[]>;
  /** What was replaced, as it was; null where it is not kept any more. */
  readReplaced(replaced: Replaced): Promise<Uint8Array | null>;
  close(): Promise<void>;
}

/** How many earlier states of each file are kept. */
export const mostReplaced = 20;

/** Someone has saved since the writer last read. Nothing has been written. */
export class ConflictError extends Error {
  override name = 'ConflictError';

  /** Known by name, as `InputError` is. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Object && (value as Error).name === 'ConflictError';
  }
}

/** Refuses a change to what its writer does not know. */
export function refuseConflict({ path, expected }: Change, now: string): void {
  if (expected === undefined || expected === now) return;
  throw new ConflictError(
    now === noRevision ? `${path} has been taken out` : `${path} has changed`,
  );
}

/** A part of a path that leads nowhere else and is not hidden. */
const part = /^[^./\\\p{Cc}][^/\\\p{Cc}]{0,199}$/u;

export function isLibraryPath(path: string): boolean {
  const [slug, ...rest] = path.split('/');
  return slugPattern.test(slug) && rest.length > 0 && rest.every((each) => part.test(each));
}

/** @throws InputError for a path that leads out of a library. */
export function checkPath(path: string): void {
  if (isLibraryPath(path)) return;
  throw new InputError(`“${path.slice(0, 120)}” cannot be the name of a file in a library`, {
    remedy: 'put files in the folder of a work, with names that all systems take',
  });
}

export const slugOf = (path: string): string => path.slice(0, path.indexOf('/'));
