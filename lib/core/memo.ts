import type { LRUCache } from 'lru-cache';

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
