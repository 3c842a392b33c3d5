import type { Work } from '../edition/model';
import type { SiteLink } from './frame';

/** A work as its pages are made. */
export interface SiteWork {
  work: Work;
  /** The folder of its pages. */
  home: string;
  /** Links to its pages, the one that begins with a path marked. */
  nav: (current?: string) => SiteLink[];
}
