import {
  accessSync,
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import sqlite, { type Database } from 'node-sqlite3-wasm';
import { cacheFolder } from '../core/config';
import { InputError } from '../core/errors';
import { processWide } from '../core/process-wide';
import { writeMessage } from '../core/write-file';

/** Rises when the tables or the folding change. */
const version = 3;

/**
 * The index is one SQLite file (FTS5), written once and never changed: a new state of the library
 * is a new file. SQLite runs as WebAssembly, so that nothing has to be built on the machine.
 */
export function indexFolder(): string {
  return path.join(/* turbopackIgnore: true */ cacheFolder(), `search-v${version}`);
}

export function indexFile(key: string): string {
  return path.join(indexFolder(), `${key}.db`);
}

/** @throws InputError where no index can be kept: search has nowhere to look then. */
function checkWritable(): void {
  try {
    mkdirSync(indexFolder(), { recursive: true });
    accessSync(indexFolder(), constants.W_OK);
  } catch (error) {
    throw noPlace(error);
  }
}

const noPlace = (error: unknown): InputError =>
  new InputError(`the search index cannot be kept in ${cacheFolder()}: ${writeMessage(error)}`, {
    code: 'store-away',
    remedy: 'make that folder writable, or name another with VARIORUM_CACHE',
  });

/** Opens a new file to be written, from what another holds where one is given. */
export function createIndex(
  key: string,
  from: string | null,
): { db: Database; done: () => void; fail: () => void } {
  checkWritable();
  const draft = path.join(indexFolder(), `${key}.${process.pid}.draft`);
  rmSync(draft, { force: true });
  if (from) copyFileSync(from, draft);
  const db = new sqlite.Database(draft);
  db.exec('pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -65536');
  if (!from) {
    db.exec(`
      create table work (id integer primary key, slug text unique, stamp text);
      create table segment (
        id integer primary key, work integer, row integer, siglum text, place integer, name text
      );
      create table edition (work integer, siglum text, primary key (siglum, work)) without rowid;
      create index segment_row on segment (work, row);
      create virtual table words using fts5 (
        body, scope, content = '', contentless_delete = 1, prefix = '2 3',
        tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co M*'"
      );
      create virtual table vocabulary using fts5vocab (words, col);
    `);
  }
  return {
    db,
    done: () => {
      db.close();
      renameSync(draft, indexFile(key));
    },
    fail: () => {
      db.close();
      rmSync(draft, { force: true });
    },
  };
}

interface Opened {
  key: string;
  db: Database;
  file: string;
}

/**
 * Opens a file to be read. SQLite locks what it reads by a folder beside it; each process reads by
 * a name of its own, so that none waits for another, and none is stopped by one that crashed.
 *
 * @returns null for a file that is gone or damaged; it is discarded, to be built again.
 */
export function openIndex(key: string): Database | null {
  const known = openedIndex();
  if (known.opened?.key === key) return known.opened.db;
  const file = path.join(indexFolder(), `${key}.${process.pid}.reading`);
  removeReading(file);
  const db = openWhole(key, file);
  if (!db) {
    discardIndex(key);
    return null;
  }
  const before = known.opened;
  known.opened = { key, db, file };
  if (before) close(before);
  return db;
}

const openedIndex = () =>
  processWide('search index', () => {
    const known: { opened: Opened | null } = { opened: null };
    process.once('exit', () => known.opened && close(known.opened));
    return known;
  });

/** A file as a database, after a look at its tables; null where they cannot be read. */
function openWhole(key: string, file: string): Database | null {
  let db: Database | undefined;
  try {
    try {
      linkSync(indexFile(key), file);
    } catch {
      copyFileSync(indexFile(key), file);
    }
    db = new sqlite.Database(file, { readOnly: true });
    db.exec('pragma cache_size = -65536');
    for (const table of ['work', 'segment', 'edition', 'words', 'vocabulary'])
      db.get(`select * from ${table} limit 1`);
    return db;
  } catch (error) {
    db?.close();
    removeReading(file);
    const { code = '' } = error as NodeJS.ErrnoException;
    // A disk that takes no file more is not the file's fault.
    if (/^(ENOSPC|EDQUOT|EACCES|EPERM|EROFS)$/.test(code)) throw noPlace(error);
    return null;
  }
}

/** Whether an error of a query comes from a damaged file. */
export const isDamaged = (error: unknown): boolean =>
  error instanceof Error && /malformed|corrupt|not a database|disk i\/o/i.test(error.message);

/** Removes a damaged index; the next search builds it again. */
export function discardIndex(key: string): void {
  const known = openedIndex();
  if (known.opened?.key === key) {
    close(known.opened);
    known.opened = null;
  }
  rmSync(indexFile(key), { force: true });
}

function removeReading(file: string): void {
  rmSync(file, { force: true });
  rmSync(`${file}.lock`, { recursive: true, force: true });
}

function close({ db, file }: Opened): void {
  try {
    db.close();
  } catch {
    // Damaged files are closed as well as can be.
  }
  removeReading(file);
}

/** What ended processes left is kept this long, in milliseconds: others may be at it. */
const keptFor = 24 * 60 * 60 * 1000;
/** Earlier states that are kept: other processes may still be about to open them. */
const keptStates = 2;

/** Removes what older states and ended processes left. */
export function tidyIndex(current: string): void {
  const earlier = readdirSync(indexFolder())
    .filter((name) => name.endsWith('.db') && name !== path.basename(indexFile(current)))
    .map((name) => path.join(indexFolder(), name))
    .sort((x, y) => timeOf(y) - timeOf(x));
  // A process that reads one has a name of its own for it.
  for (const file of earlier.slice(keptStates)) rmSync(file, { force: true });
  for (const name of readdirSync(indexFolder())) {
    if (name.startsWith(current) || name.endsWith('.db')) continue;
    const file = path.join(indexFolder(), name);
    try {
      if (Date.now() - statSync(file).mtimeMs > keptFor)
        rmSync(file, { recursive: true, force: true });
    } catch {
      // Another process was first.
    }
  }
}

const timeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
