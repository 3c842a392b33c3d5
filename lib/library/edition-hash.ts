import { contentHash } from '../edition/identify';
import type { Edition } from '../edition/model';
import { processWide } from './process-wide';

const hashes = processWide('edition hashes', () => new WeakMap<Edition, string>());

/** A hash of all that alignment looks at in an edition. */
export function editionHash(edition: Edition): string {
  let hash = hashes.get(edition);
  if (!hash) {
    const parts = edition.segments.map(
      ({ kind, label, text }) => `${kind}\t${label ?? ''}\t${text}`,
    );
    hash = contentHash(`${edition.language}\n${parts.join('\n')}`, 24);
    hashes.set(edition, hash);
  }
  return hash;
}
