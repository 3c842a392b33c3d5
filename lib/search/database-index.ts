import { searchVersion } from '../cache/tidy';
import { type Pending, pending, ready } from '../core/pending';
import type { Progress } from '../jobs/job';
import { aloneIn, askDatabase, type Database, libraryDatabase } from '../store/database';
import { refreshLibrary } from '../store/open';
import { buildIndex, isBuilt } from './building';
import { addWork, removeWork } from './database-build';
import { databaseSearch } from './database-search';
import { type LibraryState, libraryState } from './library-state';
import type { ReadyIndex } from './search-index';

/** Number of the advisory lock under which the index is changed. */
const searchLock = 1949_12_20;

/**
 * The index in the library's database. Where works have changed, they are indexed anew, one after
 * another, by one process of all that ask; meanwhile what there is of the others is searched.
 */
export async function readyTables(
  folder: string,
  state: LibraryState,
  timeoutMs: number,
  progress?: Progress,
): Promise<Pending<ReadyIndex>> {
  const database = libraryDatabase();
  const found = (renewing: number | null) =>
    ready({ index: databaseSearch(database), renewing, discardDamaged: () => false });
  const before = await compare(database, state);
  if (before.changed.length + before.gone.length === 0) return found(null);
  const renew = (report: Progress) =>
    aloneIn(database, searchLock, () => renewTables(database, folder, report));
  const building = buildIndex(database.url, state.key, renew, progress);
  const done = await isBuilt(building, timeoutMs);
  if (done) return found(null);
  return before.indexed > 0 ? found(building.share) : pending(building.share);
}

interface Difference {
  /** Works that are not indexed as they are. */
  changed: [slug: string, stamp: string][];
  /** Works that are indexed, and are no longer there. */
  gone: string[];
  /** How many works are indexed. */
  indexed: number;
}

/** What the index lacks of a state. */
async function compare(database: Database, { stamps }: LibraryState): Promise<Difference> {
  const rows = await askDatabase(database, ({ tables }) =>
    tables.selectFrom('library_search_work').select(['slug', 'stamp']).execute(),
  );
  const there = new Map(rows.map(({ slug, stamp }) => [slug, stamp]));
  return {
    changed: [...stamps]
      .map(([slug, stamp]): [string, string] => [slug, `${searchVersion}.${stamp}`])
      .filter(([slug, stamp]) => there.get(slug) !== stamp),
    gone: [...there.keys()].filter((slug) => !stamps.has(slug)),
    indexed: there.size,
  };
}

async function renewTables(database: Database, folder: string, progress: Progress): Promise<void> {
  // A copy that is behind would bring back what another machine has renewed.
  await refreshLibrary();
  const { changed, gone } = await compare(database, await libraryState(folder));
  for (const slug of gone) await removeWork(database, slug);
  for (const [at, [slug, stamp]] of changed.entries()) {
    const part: Progress = (share) => progress((at + share) / changed.length);
    await addWork(database, { slug, stamp, folder }, part);
  }
}
