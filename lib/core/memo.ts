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

/** A function that computes what it gives when it is first called. */
export function once<T>(compute: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: compute() };
    return made.value;
  };
}

/**
 * A function of one text that keeps what it gave lately, in two generations: when the newer is full it
 * becomes the older, so that what is often asked for stays.
 *
 * @param max of each generation.
 */
export function keeping<T>(compute: (text: string) => T, max: number): (text: string) => T {
  let recent = new Map<string, T>();
  let older = new Map<string, T>();
  return (text) => {
    if (recent.has(text)) return recent.get(text) as T;
    const value = older.has(text) ? (older.get(text) as T) : compute(text);
    if (recent.size >= max) [recent, older] = [new Map(), recent];
    recent.set(text, value);
    return value;
  };
}
