import { mirrorFolder } from '../core/config';
import { processWide } from '../core/process-wide';
import { MirroredStore } from './mirror';
import { PostgresStore } from './postgres-store';

const stores = processWide('mirrored stores', () => new Map<string, MirroredStore>());

/** The library of a database, with this machine's copy; one for the process. */
export function mirrored(url: string): MirroredStore {
  let store = stores.get(url);
  if (!store) {
    store = new MirroredStore(new PostgresStore(url), mirrorFolder(url));
    stores.set(url, store);
  }
  return store;
}

/** Ends what was opened, so that the process can. */
export async function closeMirrored(url: string): Promise<void> {
  const store = stores.get(url);
  stores.delete(url);
  await store?.close();
}
