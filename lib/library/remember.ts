import type { LRUCache } from 'lru-cache';
import type { Edition, Work } from '../edition/model';
import { editionHash } from './edition-hash';

/** What a cache holds under a key, or what is computed for it now; failures are not kept. */
export function remember<T extends object>(
  cache: LRUCache<string, Promise<T>>,
  key: string,
  compute: () => Promise<T>,
): Promise<T> {
  const known = cache.get(key);
  if (known) return known;
  const found = compute();
  cache.set(key, found);
  found.catch(() => cache.delete(key));
  return found;
}

/** A key made of the contents of editions, the work's names and corrections, and what else bears on it. */
export function contentKey(
  work: Work,
  editions: readonly Edition[],
  ...more: readonly string[]
): string {
  return editions
    .map((edition) => `${edition.siglum}=${editionHash(edition)}`)
    .concat(more, JSON.stringify([work.names ?? [], work.corrections]))
    .join('|');
}
