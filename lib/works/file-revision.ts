import { processWide } from '../core/process-wide';
import type { Edition } from '../edition/model';

const known = processWide('revisions of editions', () => new WeakMap<Edition, string>());

/** Notes the revision of the file that an edition was read from. */
export function noteRevision(edition: Edition, revision: string): void {
  known.set(edition, revision);
}

/** The revision of the file that an edition was read from; undefined for one of a package. */
export const fileRevision = (edition: Edition): string | undefined => known.get(edition);
