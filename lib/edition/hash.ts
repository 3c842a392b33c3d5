import { contentHash } from '../core/hash';
import { processWide } from '../core/process-wide';
import type { Edition, Work } from './model';

const hashes = processWide('edition hashes', () => new WeakMap<Edition, string>());

/** A hash of all that alignment looks at in an edition. */
export function editionHash(edition: Edition): string {
  let hash = hashes.get(edition);
  if (!hash) {
    const parts = edition.segments.map(
      ({ kind, label, text }) => `${kind}\t${label ?? ''}\t${text}`,
    );
    hash = contentHash(`${edition.language}\n${parts.join('\n')}`, 'content');
    hashes.set(edition, hash);
  }
  return hash;
}

/** A key made of the contents of editions, the work's names and corrections, and what else bears on it. */
export function contentKey(
  work: Work,
  editions: readonly Edition[],
  ...more: readonly string[]
): string {
  return editions
    .map((edition) => `${edition.siglum}=${editionHash(edition)}`)
    .concat(more, JSON.stringify([work.names ?? [], ...decisionsOf(work)]))
    .join('|');
}

/** What people have decided of a work's links and sentences. */
const decisionsOf = ({ corrections, sentenceLinks = [], sentenceCuts = [] }: Work) => [
  corrections,
  sentenceLinks,
  sentenceCuts,
];

/**
 * `contentKey` with what else bears on a collation: the work's rules, changes by hand and form of apparatus, and
 * what its editions have lost.
 */
export const collationKey = (
  work: Work,
  editions: readonly Edition[],
  ...more: readonly string[]
): string =>
  contentKey(
    work,
    editions,
    ...more,
    JSON.stringify([
      work.rules ?? [],
      work.libraryRules ?? [],
      work.ruleSets ?? [],
      work.collationEdits ?? [],
      work.apparatus ?? null,
      editions.map(({ lacunae }) => lacunae ?? null),
    ]),
  );
