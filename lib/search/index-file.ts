import {
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
import { processWide } from '../core/process-wide';

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

/** Opens a new file to be written, from what another holds where one is given. */
export function createIndex(
  key: string,
  from: string | null,
): { db: Database; done: () => void; fail: () => void } {
  mkdirSync(indexFolder(), { recursive: true });
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
 */
export function openIndex(key: string): Database {
  const known = processWide<{ opened: Opened | null }>('search index', () => ({ opened: null }));
  if (known.opened?.key === key) return known.opened.db;
  const file = path.join(indexFolder(), `${key}.${process.pid}.reading`);
  rmSync(file, { force: true });
  rmSync(`${file}.lock`, { recursive: true, force: true });
  try {
    linkSync(indexFile(key), file);
  } catch {
    copyFileSync(indexFile(key), file);
  }
  const db = new sqlite.Database(file, { readOnly: true });
  db.exec('pragma cache_size = -65536');
  const before = known.opened;
  known.opened = { key, db, file };
  if (before) close(before);
  else process.once('exit', () => known.opened && close(known.opened));
  return db;
}

function close({ db, file }: Opened): void {
  db.close();
  rmSync(file, { force: true });
  rmSync(`${file}.lock`, { recursive: true, force: true });
}

/** Files that nobody reads any more are kept this long, in milliseconds. */
const keptFor = 24 * 60 * 60 * 1000;

/** Removes what older states and ended processes left. */
export function tidyIndex(current: string): void {
  for (const name of readdirSync(indexFolder())) {
    if (name.startsWith(current)) continue;
    const file = path.join(indexFolder(), name);
    try {
      if (Date.now() - statSync(file).mtimeMs > keptFor)
        rmSync(file, { recursive: true, force: true });
    } catch {
      // Another process was first.
    }
  }
}
