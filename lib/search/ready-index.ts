import { databaseUrl, mirrorFolder } from '../core/config';
import { type Pending, pending } from '../core/pending';
import { within } from '../core/promises';
import type { Progress } from '../jobs/job';
import { readyFile } from './file-index';
import { libraryState } from './library-state';
import type { ReadyIndex } from './search-index';

/**
 * The index of a library: in its database, which all machines share, or in a file of this machine for a
 * library that is a folder. Where the library has changed, the index is renewed; meanwhile what there is
 * of it is searched.
 *
 * @param timeoutMs milliseconds that a new index is waited for.
 * @returns `pending` where there is nothing to search yet.
 * @throws InputError `store-away` where the database cannot be asked, or no file can be kept.
 */
export async function readyIndex(
  folder: string,
  timeoutMs: number,
  progress?: Progress,
): Promise<Pending<ReadyIndex>> {
  const looking = libraryState(folder);
  const state = await within(looking, timeoutMs);
  if (!state) {
    // It goes on, and what it finds is there for the next to ask.
    looking.catch(() => {});
    return pending(0);
  }
  const url = databaseUrl();
  if (!url || folder !== mirrorFolder(url)) return readyFile(folder, state, timeoutMs, progress);
  // A library in a folder waits for nothing of PostgreSQL to be loaded.
  const { readyTables } = await import('./database-index');
  return readyTables(folder, state, timeoutMs, progress);
}
