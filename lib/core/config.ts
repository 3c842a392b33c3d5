import path from 'node:path';
import envPaths from 'env-paths';
import { contentHash } from './hash';

// What the environment says of where things are. It loads nothing of PostgreSQL.

/**
 * Where what can be computed again is kept: `VARIORUM_CACHE`, or a folder for this library in the
 * user's cache folder (`XDG_CACHE_HOME`, `~/.cache`, `~/Library/Caches`, `%LOCALAPPDATA%`). What one
 * library has taught the aligner is not used for another.
 */
export const cacheFolder = (): string =>
  process.env.VARIORUM_CACHE
    ? path.resolve(/* turbopackIgnore: true */ process.env.VARIORUM_CACHE)
    : path.join(
        envPaths('variorum', { suffix: '' }).cache,
        contentHash(databaseUrl() ?? folderOnDisk(), 'name'),
      );

/** The PostgreSQL that keeps the library: `DATABASE_URL`; undefined where it is in a folder. */
export const databaseUrl = (): string | undefined => process.env.DATABASE_URL || undefined;

/** A short name for a database that reveals nothing of its address. */
export const databaseMark = (url: string): string => contentHash(url, 'name');

/** The folder of works named by `VARIORUM_LIBRARY`, or `editions`. */
export function folderOnDisk(): string {
  return path.resolve(/* turbopackIgnore: true */ process.env.VARIORUM_LIBRARY || 'editions');
}

/** Where this machine's copy of a database's library is: among what can be computed again. */
export const mirrorFolder = (url: string): string =>
  path.join(cacheFolder(), `library-${databaseMark(url)}`);

/** The folder that works are read from: where `DATABASE_URL` is set, this machine's copy. */
export function libraryFolder(): string {
  const url = databaseUrl();
  return url ? mirrorFolder(url) : folderOnDisk();
}

/** Whether an address or a host name is this machine's own. */
export const isLoopback = (host: string): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/i.test(host);
