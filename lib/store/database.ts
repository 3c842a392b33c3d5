import { Kysely, Migrator, PostgresDialect } from 'kysely';
import pg from 'pg';
import { databaseUrl } from '../core/config';
import { type ErrorCode, InputError } from '../core/errors';
import { processWide } from '../core/process-wide';
import { migrations } from './migrations';
import { ConflictError } from './store';
import type { Tables } from './tables';

export interface Database {
  url: string;
  pool: pg.Pool;
  tables: Kysely<Tables>;
  /** Comes true once the tables are as they should be. */
  migrated: Promise<void> | null;
}

const open = processWide('databases', () => new Map<string, Database>());

/** Connections that each process holds at most. */
const connections = Number(process.env.VARIORUM_DATABASE_CONNECTIONS) || 8;

/** The database at an address; connections are made as they are needed, and shared. */
export function databaseAt(url: string): Database {
  const known = open.get(url);
  if (known) return known;
  const pool = new pg.Pool({
    connectionString: checkUrl(url),
    max: connections,
    connectionTimeoutMillis: 5000,
    application_name: 'variorum',
    allowExitOnIdle: true,
  });
  // An idle connection that breaks is replaced; whoever uses one is told.
  pool.on('error', () => {});
  const tables = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const database: Database = { url, pool, tables, migrated: null };
  open.set(url, database);
  return database;
}

/** The library's own. @throws InputError where none is named, or not as an address. */
export const libraryDatabase = (): Database => databaseAt(databaseUrl() ?? '');

export async function closeDatabase(url: string): Promise<void> {
  const database = open.get(url);
  open.delete(url);
  await database?.tables.destroy();
}

/** Makes the tables, or brings them up to date, once. Several processes may ask at once. */
export function migrate(database: Database): Promise<void> {
  database.migrated ??= migrateNow(database).catch((error) => {
    database.migrated = null;
    throw error;
  });
  return database.migrated;
}

async function migrateNow({ tables }: Database): Promise<void> {
  const migrator = new Migrator({
    db: tables,
    provider: { getMigrations: async () => migrations },
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw unreachable(error);
}

/** Does something while no other process of the library does the like: under an advisory lock. */
export async function aloneIn<T>(
  { pool }: Database,
  lock: number,
  run: () => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    try {
      return await run();
    } finally {
      await client.query('select pg_advisory_unlock($1)', [lock]);
    }
  } finally {
    client.release();
  }
}

function checkUrl(url: string): string {
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return url;
  throw new InputError('DATABASE_URL is not the address of a PostgreSQL database', {
    remedy: 'write it as postgresql://user:password@host:5432/name',
  });
}

/** Asks a database whose tables are as they should be. @throws InputError where it cannot be asked. */
export async function askDatabase<T>(
  database: Database,
  question: (database: Database) => Promise<T>,
): Promise<T> {
  try {
    await migrate(database);
    return await question(database);
  } catch (error) {
    throw unreachable(error);
  }
}

/** What went wrong with a database, shown without its password. Faults of the input go through. */
export function unreachable(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  if (error instanceof InputError || error instanceof ConflictError) return error;
  const { code = '', message } = error as Error & { code?: string };
  if (/previously executed migration .* is missing/i.test(message)) {
    return new InputError('the database was written by a newer version of Variorum', {
      code: 'newer-form',
      remedy: 'install that version, or name another database in DATABASE_URL',
    });
  }
  const known: [RegExp, string, string, ErrorCode?][] = [
    [/^28/, 'the database refuses the name or password', 'correct them in DATABASE_URL'],
    [
      /^3D000/,
      'there is no database of that name',
      'make it with createdb, or correct DATABASE_URL',
    ],
    [/^42501/, 'the database may not be written to', 'grant its user the right to make tables'],
    [
      /^53100/,
      'nothing was saved: the database’s disk is full',
      'make room, then save again',
      'disk-full',
    ],
    [/^(25006)/, 'nothing was saved: the database is read-only', 'name its primary server'],
  ];
  const fault = known.find(([pattern]) => pattern.test(code));
  if (fault) return new InputError(fault[1], { remedy: fault[2], code: fault[3] ?? 'store-away' });
  const away = /^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|08|57P|53300)/.test(code);
  return away || /timeout exceeded|terminated/i.test(message) ? databaseAway() : error;
}

export const databaseAway = (): InputError =>
  new InputError('the database does not answer', {
    code: 'store-away',
    remedy: 'start it, or correct DATABASE_URL',
  });
