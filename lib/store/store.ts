import { createHash } from 'node:crypto';
import { InputError } from '../core/errors';
import { hashLengths } from '../core/hash';
import { isSlug } from '../edition/names';

/** The revision of a file that is not there. */
export const noRevision = 'none';

/** Changes whenever the content does: the first 16 hex digits of its SHA-256. */
export const revisionOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, hashLengths.revision);

/** A file of a library. */
export interface StoredFile {
  /** `work/name`, with `/` on every system; `name` alone for one of the `libraryFiles`. */
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
  /** ISO 8601 in UTC: when it was replaced, by the clock of that moment. */
  replaced: string;
  /** Which save replaced it: the same for all that one save has replaced in a work. */
  save: string;
}

/** A library as it is while a change is made: nobody else changes the works concerned. */
export interface Current {
  /** What a file holds; null where there is none. */
  read(path: string): Promise<Uint8Array | null>;
  /** Paths of all files of a work. */
  files(slug: string): Promise<string[]>;
}

/** Says, by what there is, what is to be changed. It may be asked again, and must not wait long. */
export type Edit = (current: Current) => Promise<readonly Change[]>;

/** Where a library's files are kept. Every store keeps what a save replaces. */
export interface Store {
  /** All files, in order of path. */
  list(): Promise<StoredFile[]>;
  /** What a file holds; null where there is none. */
  read(path: string): Promise<Uint8Array | null>;
  /**
   * Reads, decides and writes in one transaction: all changes are made or none, and nobody changes
   * the works meanwhile.
   *
   * @param slugs the works that `edit` reads or changes.
   * @throws ConflictError where a file is not as its writer knew it; InputError for what cannot
   *   be written; what `edit` throws. Everything is as before then.
   */
  update(slugs: readonly string[], edit: Edit): Promise<void>;
  /** `update` with changes that are known already. */
  write(changes: readonly Change[]): Promise<void>;
  /**
   * What saves have replaced in a work, the latest first.
   *
   * @param withAdded also the files that saves have added to the work, with `noRevision`.
   */
  replaced(slug: string, withAdded?: boolean): Promise<Replaced[]>;
  /** What was replaced, as it was; null where it is not kept any more. */
  readReplaced(replaced: Replaced): Promise<Uint8Array | null>;
  /** Slugs of all works that there are, or that something is kept of. */
  worksEver(): Promise<string[]>;
  /** Which library this is; null where nobody has said so yet. */
  identity(): Promise<Identity | null>;
  identify(identity: Identity): Promise<void>;
  close(): Promise<void>;
}

/** What distinguishes a library from every other, and how its files are to be read. */
export interface Identity {
  /** A UUID. */
  id: string;
  /** The version of its form; see `formVersion`. */
  form: number;
}

/** The form of libraries that this version writes. It rises when older versions would lose something. */
export const formVersion = 1;

/** @throws InputError where a newer version has written the library: this one might lose what it added. */
export function refuseNewer(identity: Identity | null): void {
  if (!identity || identity.form <= formVersion) return;
  throw new InputError(
    `this library was written by a newer version of Variorum (form ${identity.form}; this version knows ${formVersion}): it can be read, not changed`,
    { code: 'newer-form', remedy: 'install that version or a later one' },
  );
}

/** How many earlier states of each file are kept. */
export const maxReplaced = 20;

/** An edition that is there, and what was to take its place. */
export interface Clash {
  siglum: string;
  /** Of what is there: who has seen it names this, and may replace it. */
  revision: string;
  theirs: string;
  yours: string;
}

/** Someone has saved since the writer last read. Nothing has been written. */
export class ConflictError extends Error {
  override name = 'ConflictError';

  /** @param clashes where editions were to be replaced: each as it is, and as it would be. */
  constructor(
    message: string,
    readonly clashes: readonly Clash[] = [],
  ) {
    super(message);
  }

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

/** Files that are of no work: they stand at the top of the library. */
const libraryFiles: readonly string[] = ['regularisation.json'];

/** What stands for the library itself where a store is asked for a work. */
export const libraryItself = '';

export const isLibraryFile = (path: string): boolean => libraryFiles.includes(path);

export function isLibraryPath(path: string): boolean {
  if (isLibraryFile(path)) return true;
  const [slug, ...rest] = path.split('/');
  return isSlug(slug) && rest.length > 0 && rest.every((each) => part.test(each));
}

/** @throws InputError for a path that leads out of a library. */
export function checkPath(path: string): void {
  if (isLibraryPath(path)) return;
  throw new InputError(`“${path.slice(0, 120)}” cannot be the name of a file in a library`, {
    remedy: 'put files in the folder of a work, with names that all systems take',
  });
}

/** @throws InputError for what can be no work, nor is the library itself. */
export function checkSlug(slug: string): void {
  if (slug !== libraryItself) checkPath(pathIn(slug, 'x'));
}

/** The path of a file of a work, or of the library itself. */
export const pathIn = (slug: string, name: string): string =>
  slug === libraryItself ? name : `${slug}/${name}`;

/** The works that changes concern, in order. */
export const slugsOf = (changes: readonly Change[]): string[] =>
  [...new Set(changes.map(({ path }) => slugOf(path)))].sort();

export const slugOf = (path: string): string =>
  isLibraryFile(path) ? libraryItself : path.slice(0, path.indexOf('/'));
