import { existsSync } from 'node:fs';
import path from 'node:path';
import { keep, recall } from '../cache/cache';
import { contentHash } from '../core/hash';
import { type Pending, pending, ready } from '../core/pending';
import { inTurn } from '../jobs/in-turn';
import type { Progress } from '../jobs/job';
import { buildIndex, isBuilt } from './building';
import { buildFile } from './file-build';
import { fileSearch } from './file-search';
import { discardIndex, indexFile, isDamaged, openIndex } from './index-file';
import type { LibraryState } from './library-state';
import type { ReadyIndex } from './search-index';

/**
 * The index of a library in a file of this machine. Where the library has changed, a new file is made:
 * what has not changed is taken over from the one before, which is searched meanwhile.
 */
export async function readyFile(
  folder: string,
  state: LibraryState,
  timeoutMs: number,
  progress?: Progress,
): Promise<Pending<ReadyIndex>> {
  const current = openIfThere(state.key, null);
  if (current) return ready(current);
  const name = `search/latest/${contentHash(path.resolve(folder), 'revision')}`;
  const latest = await recall<string>(name);
  const before = latest && openIfThere(latest, null) ? latest : null;
  const make = (report: Progress) =>
    inTurn(
      `search/${state.key}`,
      async () => (existsSync(indexFile(state.key)) ? true : null),
      async (progressOfBuild) => {
        await buildFile(state, before, folder, progressOfBuild);
        return true;
      },
      report,
    ).then(() => keep(name, state.key));
  const building = buildIndex(folder, state.key, make, progress);
  const done = await isBuilt(building, timeoutMs);
  const made = done ? openIfThere(building.key, null) : null;
  if (made) return ready(made);
  const earlier = before && openIfThere(before, building.share);
  return earlier ? ready(earlier) : pending(building.share);
}

function openIfThere(key: string, renewing: number | null): ReadyIndex | null {
  const db = existsSync(indexFile(key)) ? openIndex(key) : null;
  if (!db) return null;
  const discardDamaged = (error: unknown) => {
    const damaged = isDamaged(error);
    if (damaged) discardIndex(key);
    return damaged;
  };
  return { index: fileSearch(db), renewing, discardDamaged };
}
