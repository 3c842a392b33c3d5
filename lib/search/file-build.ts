import { setImmediate as breathe } from 'node:timers/promises';
import type { Database } from 'node-sqlite3-wasm';
import type { Progress } from '../jobs/job';
import { createIndex, indexFile, tidyIndex } from './index-file';
import { readForIndex, type WorkToIndex } from './indexed-segments';
import type { LibraryState } from './library-state';

/**
 * Makes the file of a state, with what an earlier one has of it.
 *
 * @param before the key of the earlier state.
 */
export async function buildFile(
  { stamps, key }: LibraryState,
  before: string | null,
  folder: string,
  progress: Progress,
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
      const found = await readForIndex(slug, folder, (share) =>
        progress((at + share) / changed.length),
      );
      if (found) await add(db, found, stamp);
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

async function add(db: Database, { work, batches }: WorkToIndex, stamp: string): Promise<void> {
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
  db.exec('begin');
  for (const segments of batches) {
    for (const { row, siglum, place, name, words: found, scope } of segments) {
      segment.run([next, id, row, siglum, place, name]);
      words.run([next, found.join(' '), scope.join(' ')]);
      next++;
    }
    await breathe();
  }
  db.exec('commit');
  segment.finalize();
  words.finalize();
}
