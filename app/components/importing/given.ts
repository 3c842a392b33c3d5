import type { Understanding } from '../../../lib/works/understand';

export interface WorkChoice {
  slug: string;
  title: string;
}

/** A text that was given: read, or not to be read. */
export interface GivenText {
  key: number;
  name: string;
  text: string;
  understood: Understanding | null;
  error: string;
}

/** A file of several editions, which can be saved as a whole. */
export interface GivenFile {
  key: number;
  name: string;
  body: Blob;
  /** The work's title, where the file tells one. */
  title?: string;
  editions: Understanding[];
  /** Whether the file tells which of their passages correspond. */
  corresponding: boolean;
}

/** A file's or text's name without its ending. */
export const stemOf = (name: string): string => name.replace(/\.[^.]*$/, '');
