import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import cacache from 'cacache';
import { cacheFolder } from '../core/config';
import { within } from '../core/promises';

/** Megabytes that the cache of this machine may take: `VARIORUM_CACHE_SIZE`. */
const maxMegabytes = () => Number(process.env.VARIORUM_CACHE_SIZE) || 2048;
/** Once it is full, so large a share stays, so that not every write evicts. */
const share = 0.8;
/** A tidying that a slow disk holds up is given up; the next write begins another. */
const timeoutMs = 60_000;

/** Folder of the editions that have been parsed; see `lib/works/read-stored.ts`. */
export const parsedFolder = (): string => path.join(cacheFolder(), 'editions');

/** Rises when the tables or the folding of the search index change. */
export const searchVersion = 3;

/** Folder of the search indexes; see `lib/search/index-file.ts`. */
export const searchFolder = (): string =>
  path.join(/* turbopackIgnore: true */ cacheFolder(), `search-v${searchVersion}`);

/** Folder of the dictionaries that have been indexed; see `lib/dictionaries/index-files.ts`. */
export const dictionaryIndexFolder = (): string => path.join(cacheFolder(), 'dictionaries');

interface Kept {
  bytes: number;
  /** When it was last used, as well as the disk says; milliseconds. */
  used: number;
  remove: () => Promise<unknown>;
}

/**
 * Removes what has not been used for longest, until the cache is within its bound. Everything in it
 * can be computed again.
 *
 * @returns bytes that were removed.
 */
export async function tidyCache(maxBytes = maxMegabytes() * 1024 * 1024): Promise<number> {
  const kept = [...(await entries()), ...(await parsedEditions())];
  let total = kept.reduce((sum, { bytes }) => sum + bytes, 0);
  const before = total;
  if (total <= maxBytes) return 0;
  kept.sort((x, y) => x.used - y.used);
  for (const { bytes, remove } of kept) {
    if (total <= maxBytes * share) break;
    await remove().catch(() => {});
    total -= bytes;
  }
  return before - total;
}

async function entries(): Promise<Kept[]> {
  const folder = cacheFolder();
  const found = Object.values(await cacache.ls(folder).catch(() => ({})));
  return Promise.all(
    found.map(async ({ key, integrity, path: file, size, time }) => {
      const { atimeMs = 0 } = (await stat(file).catch(() => null)) ?? {};
      return {
        bytes: size,
        used: Math.max(time, atimeMs),
        remove: async () => {
          await cacache.rm.entry(folder, key);
          // Another entry of the same content reads as absent, and is computed again.
          await cacache.rm.content(folder, integrity);
        },
      };
    }),
  );
}

const parsedEditions = (): Promise<Kept[]> => filesIn(parsedFolder());

async function filesIn(folder: string): Promise<Kept[]> {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names.map(async (name): Promise<Kept | null> => {
      const file = path.join(folder, name);
      const info = await stat(file).catch(() => null);
      return (
        info && {
          bytes: info.size,
          used: Math.max(info.atimeMs, info.mtimeMs),
          remove: () => rm(file),
        }
      );
    }),
  );
  return found.filter((each) => each !== null);
}

/** How much of the cache folder is used: bytes by what they are kept for. */
export async function cacheUse(): Promise<
  Record<'results' | 'editions' | 'search' | 'dictionaries', number>
> {
  const sum = (kept: readonly Kept[]) => kept.reduce((total, { bytes }) => total + bytes, 0);
  const indexes = await filesIn(searchFolder());
  return {
    results: sum(await entries()),
    editions: sum(await parsedEditions()),
    search: sum(indexes),
    dictionaries: sum(await filesIn(dictionaryIndexFolder())),
  };
}

/**
 * Removes all that can be computed again. The copy of a library that is in a database stays: it is
 * what commands read.
 */
export async function clearCache(): Promise<void> {
  const folder = cacheFolder();
  await cacache.rm.all(folder);
  for (const each of [
    path.join(folder, 'tmp'),
    parsedFolder(),
    searchFolder(),
    dictionaryIndexFolder(),
  ]) {
    await rm(each, { recursive: true, force: true });
  }
}

/** Bytes that are written between two looks at the whole. */
const between = 64 * 1024 * 1024;
let written = 0;
let tidying: Promise<unknown> | null = null;

/** Notes that something was written, and tidies now and then. */
export function noteWritten(bytes: number): void {
  written += bytes;
  if (tidying || written < Math.min(between, (maxMegabytes() * 1024 * 1024) / 4)) return;
  written = 0;
  const forget = () => {
    tidying = null;
  };
  tidying = within(tidyCache(), timeoutMs).then(forget, forget);
}
