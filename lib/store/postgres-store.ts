import { sql, type Transaction } from 'kysely';
import { askDatabase, closeDatabase, type Database, databaseAt } from './database';
import {
  type Change,
  checkPath,
  mostReplaced,
  noRevision,
  type Replaced,
  refuseConflict,
  revisionOf,
  type Store,
  type StoredFile,
  slugOf,
} from './store';
import type { Tables } from './tables';

/** Told on this channel, with the works that changed, after each save. */
export const changesChannel = 'variorum_changes';

/** A library in PostgreSQL: each file a row, each save a transaction. */
export class PostgresStore implements Store {
  private readonly database: Database;

  constructor(url: string) {
    this.database = databaseAt(url);
  }

  list(): Promise<StoredFile[]> {
    return this.ask(({ tables }) =>
      // Bytes, not the database's language, give the order.
      tables
        .selectFrom('library_file')
        .select(['path', 'revision'])
        .orderBy(sql`path collate "C"`)
        .execute(),
    );
  }

  read(path: string): Promise<Uint8Array | null> {
    checkPath(path);
    return this.ask(async ({ tables }) => {
      const found = await tables
        .selectFrom('library_file')
        .select('content')
        .where('path', '=', path)
        .executeTakeFirst();
      return found?.content ?? null;
    });
  }

  async write(changes: readonly Change[]): Promise<void> {
    for (const { path } of changes) checkPath(path);
    const slugs = [...new Set(changes.map(({ path }) => slugOf(path)))].sort();
    await this.ask(({ tables }) =>
      tables.transaction().execute(async (transaction) => {
        // Writers of a work wait for one another; the locks end with the transaction.
        for (const slug of slugs) {
          await sql`select pg_advisory_xact_lock(hashtextextended(${slug}, 0))`.execute(
            transaction,
          );
        }
        for (const change of changes) await make(transaction, change);
        const told = slugs.join(' ').slice(0, 4000);
        await sql`select pg_notify(${changesChannel}, ${told})`.execute(transaction);
      }),
    );
  }

  replaced(slug: string): Promise<Replaced[]> {
    checkPath(`${slug}/x`);
    return this.ask(async ({ tables }) => {
      const found = await tables
        .selectFrom('library_history')
        .select(['path', 'revision', 'replaced'])
        .where(sql<boolean>`starts_with(path, ${`${slug}/`})`)
        .orderBy('id', 'desc')
        .execute();
      return found.map((each) => ({ ...each, replaced: each.replaced.toISOString() }));
    });
  }

  readReplaced({ path, revision }: Replaced): Promise<Uint8Array | null> {
    checkPath(path);
    return this.ask(async ({ tables }) => {
      // A revision says what the content is: any of them is the one.
      const found = await tables
        .selectFrom('library_history')
        .select('content')
        .where('path', '=', path)
        .where('revision', '=', revision)
        .executeTakeFirst();
      return found?.content ?? null;
    });
  }

  close(): Promise<void> {
    return closeDatabase(this.database.url);
  }

  private ask<T>(question: (database: Database) => Promise<T>): Promise<T> {
    return askDatabase(this.database, question);
  }
}

async function make(transaction: Transaction<Tables>, change: Change): Promise<void> {
  const { path, content } = change;
  const before = await transaction
    .selectFrom('library_file')
    .select(['revision', 'content'])
    .where('path', '=', path)
    .executeTakeFirst();
  refuseConflict(change, before?.revision ?? noRevision);
  if (before) {
    await transaction
      .insertInto('library_history')
      .values({ path, ...before })
      .execute();
    await transaction
      .deleteFrom('library_history')
      .where('path', '=', path)
      .where(
        'id',
        'not in',
        transaction
          .selectFrom('library_history')
          .select('id')
          .where('path', '=', path)
          .orderBy('id', 'desc')
          .limit(mostReplaced),
      )
      .execute();
  }
  if (content === null) {
    await transaction.deleteFrom('library_file').where('path', '=', path).execute();
    return;
  }
  const file = { content: Buffer.from(content), revision: revisionOf(content), saved: new Date() };
  await transaction
    .insertInto('library_file')
    .values({ path, ...file })
    .onConflict((conflict) => conflict.column('path').doUpdateSet(file))
    .execute();
}
