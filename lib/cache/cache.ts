import cacache from 'cacache';
import { cacheFolder, databaseUrl } from '../core/config';
import { noteWritten } from './tidy';

// What took long to compute, kept on disk by a key made of the contents it was computed from
// (`cacache`: writes are atomic, and what reads back damaged counts as absent). Where the library
// is in a database, what all its processes can use is kept there, too. A cache that cannot be
// written costs time, never a result.

/** Rises when what is kept changes its meaning, so that older entries are not read. */
export const version = 'v10';

/**
 * Kinds of entries that are shared between machines. `changing` ones are known by a name, not by
 * their contents: only the database knows what they are now.
 */
const shared: Record<string, 'fixed' | 'changing'> = {
  alignment: 'fixed',
  statistics: 'fixed',
  summary: 'fixed',
  latest: 'changing',
  lexicon: 'changing',
};

// Loaded where there is a database alone.
const sharedCache = () => import('./shared-cache');

const kindOf = (key: string) =>
  databaseUrl() ? shared[key.slice(0, key.indexOf('/'))] : undefined;

/** @returns what was kept, or null. */
export async function recall<T>(key: string): Promise<T | null> {
  const kind = kindOf(key);
  const entry = `${version}/${key}`;
  const here = kind === 'changing' ? null : await recallHere<T>(entry);
  if (here || !kind) return here;
  const found = await (await sharedCache()).recallShared(entry);
  if (!found) return null;
  if (kind === 'fixed') await keepHere(entry, found);
  return JSON.parse(found.toString('utf8')) as T;
}

/** @returns false where it could not be kept for the library's other processes. */
export async function keep(key: string, value: unknown): Promise<boolean> {
  const kind = kindOf(key);
  const entry = `${version}/${key}`;
  const text = JSON.stringify(value);
  if (kind !== 'changing') await keepHere(entry, text);
  return kind ? (await sharedCache()).keepShared(entry, text) : true;
}

async function recallHere<T>(entry: string): Promise<T | null> {
  try {
    const { data } = await cacache.get(cacheFolder(), entry);
    return JSON.parse(data.toString('utf8')) as T;
  } catch {
    return null;
  }
}

async function keepHere(entry: string, content: string | Buffer): Promise<void> {
  try {
    await cacache.put(cacheFolder(), entry, content);
    noteWritten(content.length);
  } catch {
    // A full or read-only disk: the next reader computes it again.
  }
}
