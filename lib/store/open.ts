import { databaseUrl, mirrorFolder } from '../core/config';
import { attemptLater, InputError } from '../core/errors';
import { FolderStore } from './folder-store';
import type { Store } from './store';

// A library in a folder waits for nothing of PostgreSQL to be loaded.
const database = () => import('./mirrored');

/** The store whose works are read from a folder. */
export async function storeOf(folder: string): Promise<Store> {
  const url = databaseUrl();
  if (!url || folder !== mirrorFolder(url)) return new FolderStore(folder);
  return (await database()).mirrored(url);
}

/** Brings what is read of the library up to date, where it is kept in a database. */
export async function refreshLibrary(): Promise<void> {
  const url = databaseUrl();
  if (url) await (await database()).mirrored(url).refresh();
}

/**
 * Brings the library up to date before it is served. While its database is away, this machine's copy
 * is served.
 *
 * @returns what is wrong with the database, where the copy is served; else null.
 * @throws InputError where there is neither the database nor a copy of it.
 */
export async function prepareLibrary(): Promise<InputError | null> {
  const url = databaseUrl();
  if (!url) return null;
  const { isWholeCopy } = await import('./mirror');
  const error = await attemptLater(refreshLibrary);
  if (!(error instanceof InputError)) return null;
  if (error.code !== 'store-away' || !isWholeCopy(mirrorFolder(url))) throw error;
  return error;
}

/** Ends what was opened, so that the process can. */
export async function closeLibrary(): Promise<void> {
  const url = databaseUrl();
  if (url) await (await database()).closeMirrored(url);
}
