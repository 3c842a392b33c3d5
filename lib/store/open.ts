import { databaseUrl, mirrorFolder } from '../core/config';
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

/** Ends what was opened, so that the process can. */
export async function closeLibrary(): Promise<void> {
  const url = databaseUrl();
  if (url) await (await database()).closeMirrored(url);
}
