import path from 'node:path';
import { databaseUrl } from './store/database';
import { mirrorFolder } from './store/mirror';

/** The folder of works named by `VARIORUM_LIBRARY`, or `editions`. */
export function folderOnDisk(): string {
  return path.resolve(/* turbopackIgnore: true */ process.env.VARIORUM_LIBRARY || 'editions');
}

/** The folder that works are read from: where `DATABASE_URL` is set, this machine's copy. */
export function libraryFolder(): string {
  const url = databaseUrl();
  return url ? mirrorFolder(url) : folderOnDisk();
}
