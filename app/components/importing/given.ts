import type { Understanding } from '../../../lib/library/importing';

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
