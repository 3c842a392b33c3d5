import type { Understanding } from '../../../lib/works/understand';

export interface WorkChoice {
  slug: string;
  title: string;
  /** Of its editions. */
  sigla: string[];
}

/** A file in an old encoding, which can be read in another one. */
export interface OldFile {
  body: Blob;
  /** Its name as it was given. */
  name: string;
  /** The encoding that was chosen; empty where it is found out. */
  encoding: string;
}

/** A text that was given: read, or not to be read. */
export interface GivenText {
  key: number;
  name: string;
  /** The file that it was read from, where that is in an old encoding; another for each reading. */
  old?: OldFile;
  text: string;
  understood: Understanding | null;
  error: string;
}

/** A file of several editions, which can be saved as a whole. */
export interface GivenFile {
  key: number;
  name: string;
  old?: OldFile;
  body: Blob;
  /** The work's title, where the file says one. */
  title?: string;
  editions: Understanding[];
  /** Whether the file says which of their passages correspond. */
  corresponding: boolean;
}

/** A siglum that no edition of a work has: `en`, or `en-2`, `en-3` where others have it. */
export function freeSiglum(wanted: string, taken: readonly string[]): string {
  const fold = (siglum: string) => siglum.normalize('NFC').toLowerCase();
  const known = new Set(taken.map(fold));
  for (let n = 1; ; n++) {
    const siglum = n === 1 ? wanted : `${wanted.slice(0, 36)}-${n}`;
    if (!known.has(fold(siglum))) return siglum;
  }
}

/** A file's or text's name without its ending. */
export const stemOf = (name: string): string => name.replace(/\.[^.]*$/, '');
