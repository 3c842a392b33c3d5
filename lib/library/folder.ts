import path from 'node:path';
import { cacheFolder } from './cache-folder';
import { databaseMark, databaseUrl } from './store/database-url';

/** The folder of works named by `VARIORUM_LIBRARY`, or `editions`. */
export function folderOnDisk(): string {
  return path.resolve(/* turbopackIgnore: true */ process.env.VARIORUM_LIBRARY || 'editions');
}

/** Where this machine's copy of a database's library lies: among what can be made again. */
export const mirrorFolder = (url: string): string =>
  path.join(cacheFolder(), `library-${databaseMark(url)}`);

/** The folder that works are read from: where `DATABASE_URL` is set, this machine's copy. */
export function libraryFolder(): string {
  const url = databaseUrl();
  return url ? mirrorFolder(url) : folderOnDisk();
}
