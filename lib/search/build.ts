import { existsSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Database } from 'node-sqlite3-wasm';
import { keep, recall } from '../cache/cache';
import { layOut } from '../compare/layout';
import { attemptLater, InputError } from '../core/errors';
import { contentHash } from '../core/hash';
import { type Pending, pending, ready } from '../core/pending';
import { processWide } from '../core/process-wide';
import { within } from '../core/promises';
import { contentKey } from '../edition/hash';
import { primaryLanguage, type Work } from '../edition/model';
import { inTurn } from '../jobs/in-turn';
import type { Progress } from '../jobs/job';
import { libraryStamps } from '../works/library-list';
import { findEdition, isPackaged, loadWork } from '../works/load';
import { createIndex, indexFile, openIndex, tidyIndex } from './index-file';
import { scopeWords } from './scope';
import { searchTokens } from './tokens';

/** Segments that are indexed in one go; others are served between. */
const batch = 500;

interface State {
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
async function stateOf(folder: string): Promise<State> {
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
    stamp: contentHash(contentKey(work, work.editions, work.base), 'content'),
    // What could not be read this time may be read the next; packages bring other texts with other versions.
    lasting: problems.length === 0 && !isPackaged(slug, folder),
  };
}

/** An index to search in, and whether it shows the library as it is now. */
export interface ReadyIndex {
  db: Database;
  /** The state that it shows. */
  key: string;
  /** Share of the work on a newer one that is done, 0 to 1; null where this one is new. */
  renewing: number | null;
}

interface Building {
  key: string;
  share: number;
  done: Promise<unknown>;
}

/** The state is looked at again after so long, in milliseconds. */
const fresh = 1000;

const known = processWide('search', () => ({
  looked: new Map<string, { at: number; state: Promise<State> }>(),
  states: new Map<string, KnownStamps>(),
  building: new Map<string, Building>(),
}));

/**
 * The index of a library. Where the library has changed, a new one is made: what has not changed
 * is taken over from the one before, which is searched meanwhile.
 *
 * @param timeoutMs milliseconds that a new index is waited for.
 * @returns `pending` where there is nothing to search yet.
 */
export async function readyIndex(
  folder: string,
  timeoutMs: number,
  progress?: (share: number) => void,
): Promise<Pending<ReadyIndex>> {
  const looking = look(folder);
  const state = await within(looking, timeoutMs);
  if (!state) {
    // It goes on, and what it finds is there for the next to ask.
    looking.catch(() => {});
    return pending(0);
  }
  const current = openIfThere(state.key);
  if (current) return ready({ db: current, key: state.key, renewing: null });
  const name = `search/latest/${contentHash(path.resolve(folder), 'revision')}`;
  const latest = await recall<string>(name);
  const before = latest && openIfThere(latest) ? latest : null;
  let building = known.building.get(folder);
  if (building?.key !== state.key) {
    const made: Building = { key: state.key, share: 0, done: Promise.resolve() };
    const report = (share: number) => {
      made.share = share;
      progress?.(share);
    };
    const isThere = async () => (existsSync(indexFile(state.key)) ? true : null);
    const make = async (tell: Progress) => {
      await build(state, before, folder, tell);
      return true;
    };
    made.done = inTurn(`search/${state.key}`, isThere, make, report).then(() =>
      keep(name, state.key),
    );
    const forget = () => {
      if (known.building.get(folder) === made) known.building.delete(folder);
    };
    made.done.then(forget, forget);
    known.building.set(folder, made);
    building = made;
  }
  const done = await within(
    building.done.then(() => true),
    timeoutMs,
  );
  const { key, share } = building;
  const made = done ? openIfThere(key) : null;
  if (made) return ready({ db: made, key, renewing: null });
  const earlier = before && openIfThere(before);
  if (earlier) return ready({ db: earlier, key: before, renewing: share });
  return pending(share);
}

const openIfThere = (key: string): Database | null =>
  existsSync(indexFile(key)) ? openIndex(key) : null;

function look(folder: string): Promise<State> {
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

async function build(
  { stamps, key }: State,
  before: string | null,
  folder: string,
  progress: (share: number) => void,
): Promise<void> {
  const { db, done, fail } = createIndex(key, before ? indexFile(before) : null);
  try {
    const there = new Map(
      db.all('select id, slug, stamp from work').map((row) => [String(row.slug), row]),
    );
    const changed = [...stamps].filter(([slug, stamp]) => there.get(slug)?.stamp !== stamp);
    for (const [slug, row] of there) {
      if (stamps.get(slug) !== row.stamp) remove(db, Number(row.id));
    }
    for (const [at, [slug, stamp]] of changed.entries()) {
      const found = await attemptLater(() => loadWork(slug, folder));
      if (found instanceof InputError) continue;
      await add(db, found.work, stamp, (share) => progress((at + share) / changed.length));
    }
    db.exec(`insert into words (words) values ('optimize')`);
    done();
  } catch (error) {
    fail();
    throw error;
  }
  tidyIndex(key);
}

function remove(db: Database, work: number): void {
  db.exec('begin');
  db.run('delete from words where rowid in (select id from segment where work = ?)', [work]);
  db.run('delete from segment where work = ?', [work]);
  db.run('delete from edition where work = ?', [work]);
  db.run('delete from work where id = ?', [work]);
  db.exec('commit');
}

async function add(
  db: Database,
  work: Work,
  stamp: string,
  progress: (share: number) => void,
): Promise<void> {
  // Aligning takes most of the time, the first time.
  const layout = await layOut(work, work.editions, findEdition(work, work.base), {
    progress: (share) => progress(share * 0.8),
  });
  db.run('insert into work (slug, stamp) values (?, ?)', [work.slug, stamp]);
  const id = Number(db.get('select last_insert_rowid() as id')?.id);
  for (const { siglum } of work.editions) {
    db.run('insert into edition (work, siglum) values (?, ?)', [id, siglum]);
  }
  const first = Number(db.get('select coalesce(max(id), 0) as id from segment')?.id);
  const segment = db.prepare(
    'insert into segment (id, work, row, siglum, place, name) values (?, ?, ?, ?, ?, ?)',
  );
  const words = db.prepare('insert into words (rowid, body, scope) values (?, ?, ?)');
  let next = first + 1;
  let waiting = 0;
  db.exec('begin');
  for (const row of layout.rows) {
    for (const [shown, { indices }] of row.cells.entries()) {
      const edition = layout.editions[shown];
      const scope = scopeWords(work.slug, edition.siglum, primaryLanguage(edition.language));
      for (const place of indices) {
        const { text, id: name, label } = edition.segments[place];
        const tokens = searchTokens(label ? `${label} ${text}` : text);
        segment.run([next, id, row.number, edition.siglum, place, name]);
        words.run([next, tokens.map(({ norm }) => norm).join(' '), scope]);
        next++;
        waiting++;
      }
    }
    if (waiting >= batch) {
      waiting = 0;
      progress(0.8 + 0.2 * (row.number / layout.rows.length));
      await breathe();
    }
  }
  db.exec('commit');
  segment.finalize();
  words.finalize();
}
