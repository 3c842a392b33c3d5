import type { LRUCache } from 'lru-cache';

/**
 * What a cache holds under a key, or what is computed for it now; failures are not kept.
 *
 * @param size of it, in a cache that is bounded by sizes.
 */
export function remember<T extends object>(
  cache: LRUCache<string, Promise<T>>,
  key: string,
  compute: () => Promise<T>,
  size?: number,
): Promise<T> {
  const known = cache.get(key);
  if (known) return known;
  const found = compute();
  cache.set(key, found, { size });
  found.catch(() => cache.delete(key));
  return found;
}
