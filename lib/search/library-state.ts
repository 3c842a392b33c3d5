import path from 'node:path';
import { keep, recall, version } from '../cache/cache';
import { attemptLater, InputError } from '../core/errors';
import { contentHash } from '../core/hash';
import { processWide } from '../core/process-wide';
import { contentKey } from '../edition/hash';
import { libraryStamps } from '../works/library-list';
import { isPackaged, loadWork } from '../works/load';

/** What there is to index. */
export interface LibraryState {
  /** What the index is made of: slugs with a stamp each. */
  stamps: Map<string, string>;
  key: string;
}

/**
 * What the texts of the works of a library come to: by slug, the state of the files, and the stamp.
 * Works are not read again to find out that they are as they were.
 */
type KnownStamps = Record<string, [files: string, stamp: string]>;

/** The state of a library; works that cannot be read, or have no texts, are left out. */
async function stateOf(folder: string): Promise<LibraryState> {
  const name = `search/states/${contentHash(path.resolve(folder), 'revision')}`;
  const before = known.states.get(folder) ?? (await recall<KnownStamps>(name)) ?? {};
  const now: KnownStamps = {};
  const stamps = new Map<string, string>();
  let changed = false;
  for (const [slug, files] of await libraryStamps(folder)) {
    const state = contentHash(files, 'content');
    let stamp = Object.hasOwn(before, slug) && before[slug][0] === state ? before[slug][1] : null;
    if (stamp === null) {
      const found = await stampOf(slug, folder);
      stamp = found.stamp;
      changed ||= found.lasting;
      if (found.lasting && stamp) now[slug] = [state, stamp];
    } else now[slug] = [state, stamp];
    if (stamp !== null) stamps.set(slug, stamp);
  }
  known.states.set(folder, now);
  if (changed) await keep(name, now);
  return { stamps, key: contentHash(JSON.stringify([...stamps]), 'content') };
}

/** @returns `lasting` where the same files will come to the same. */
async function stampOf(
  slug: string,
  folder: string,
): Promise<{ stamp: string | null; lasting: boolean }> {
  const found = await attemptLater(() => loadWork(slug, folder));
  if (found instanceof InputError) return { stamp: null, lasting: false };
  const { work, problems } = found;
  if (work.editions.length === 0) return { stamp: null, lasting: false };
  return {
    // Rows are numbered as the texts are aligned.
    stamp: contentHash(`${version} ${contentKey(work, work.editions, work.base)}`, 'content'),
    // What could not be read this time may be read the next; packages bring other texts with other versions.
    lasting: problems.length === 0 && !isPackaged(slug, folder),
  };
}

/** The state is looked at again after so long, in milliseconds. */
const fresh = 1000;

const known = processWide('search states', () => ({
  looked: new Map<string, { at: number; state: Promise<LibraryState> }>(),
  states: new Map<string, KnownStamps>(),
}));

/** The state of a library, as it was a second ago at the latest. */
export function libraryState(folder: string): Promise<LibraryState> {
  const seen = known.looked.get(folder);
  if (seen && Date.now() - seen.at < fresh) return seen.state;
  const looked = { at: Number.POSITIVE_INFINITY, state: stateOf(folder) };
  known.looked.set(folder, looked);
  looked.state.then(
    () => {
      looked.at = Date.now();
    },
    () => known.looked.delete(folder),
  );
  return looked.state;
}
