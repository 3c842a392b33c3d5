import cacache from 'cacache';
import { cacheFolder } from './cache-folder';

/**
 * What took long to compute, kept on disk by a key made of the contents it was computed from
 * (`cacache`: writes are atomic, and what reads back damaged counts as absent). A cache that
 * cannot be written costs time, never a result.
 */

/** Rises when what is kept changes its meaning, so that older entries are not read. */
export const version = 'v1';

/** @returns what was kept, or null. */
export async function recall<T>(key: string): Promise<T | null> {
  try {
    const { data } = await cacache.get(cacheFolder(), `${version}/${key}`);
    return JSON.parse(data.toString('utf8')) as T;
  } catch {
    return null;
  }
}

export async function keep(key: string, value: unknown): Promise<void> {
  try {
    await cacache.put(cacheFolder(), `${version}/${key}`, JSON.stringify(value));
  } catch {
    // A full or read-only disk: the next reader computes it again.
  }
}
