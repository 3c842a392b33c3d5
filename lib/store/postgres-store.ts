import { type Kysely, sql, type Transaction } from 'kysely';
import { askDatabase, closeDatabase, type Database, databaseAt } from './database';
import {
  type Change,
  checkPath,
  checkSlug,
  type Edit,
  type Identity,
  libraryItself,
  maxReplaced,
  noRevision,
  type Replaced,
  refuseConflict,
  refuseNewer,
  revisionOf,
  type Store,
  type StoredFile,
  slugOf,
  slugsOf,
} from './store';
import type { Tables } from './tables';

/** The channel on which each save is announced, with the works that it changed. */
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
    return this.ask(({ tables }) => readIn(tables, path));
  }

  write(changes: readonly Change[]): Promise<void> {
    return this.update(slugsOf(changes), async () => changes);
  }

  async update(slugs: readonly string[], edit: Edit): Promise<void> {
    const works = [...new Set(slugs)].sort();
    for (const slug of works) checkSlug(slug);
    await this.ask(({ tables }) =>
      tables.transaction().execute(async (transaction) => {
        // Writers of a work wait for one another; the locks end with the transaction.
        for (const slug of works) {
          await sql`select pg_advisory_xact_lock(hashtextextended(${slug}, 0))`.execute(
            transaction,
          );
        }
        refuseNewer(await identityIn(transaction));
        const changes = await edit({
          read: (path) => readIn(transaction, path),
          files: (slug) => filesIn(transaction, slug),
        });
        for (const { path } of changes) {
          checkPath(path);
          if (!works.includes(slugOf(path)))
            throw new Error(`${path} is of a work that is not locked`);
        }
        let changed = false;
        const known = new Set<string>();
        for (const slug of works) {
          if ((await filesIn(transaction, slug)).length > 0) known.add(slug);
        }
        for (const change of changes) {
          changed = (await make(transaction, change, known)) || changed;
        }
        if (!changed) return;
        const named = works.join(' ').slice(0, 4000);
        await sql`select pg_notify(${changesChannel}, ${named})`.execute(transaction);
      }),
    );
  }

  replaced(slug: string, withAdded = false): Promise<Replaced[]> {
    checkSlug(slug);
    return this.ask(async ({ tables }) => {
      const found = await tables
        .selectFrom('library_history')
        .select(['path', 'revision', 'replaced', 'save'])
        .where(isOf(slug))
        .orderBy('id', 'desc')
        .execute();
      return found
        .filter(({ revision }) => withAdded || revision !== noRevision)
        .map((each) => ({ ...each, replaced: each.replaced.toISOString() }));
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

  worksEver(): Promise<string[]> {
    return this.ask(async ({ tables }) => {
      const found = await tables
        .selectFrom('library_file')
        .select('path')
        .union(tables.selectFrom('library_history').select('path'))
        .execute();
      const slugs = new Set(found.map(({ path }) => slugOf(path)));
      slugs.delete(libraryItself);
      return [...slugs].sort();
    });
  }

  identity(): Promise<Identity | null> {
    return this.ask(({ tables }) => identityIn(tables));
  }

  async identify({ id, form }: Identity): Promise<void> {
    await this.ask(({ tables }) =>
      tables
        .insertInto('library_setting')
        .values([
          { name: 'id', value: id },
          { name: 'form', value: String(form) },
        ])
        .onConflict((conflict) =>
          conflict.column('name').doUpdateSet((row) => ({ value: row.ref('excluded.value') })),
        )
        .execute(),
    );
  }

  close(): Promise<void> {
    return closeDatabase(this.database.url);
  }

  private ask<T>(question: (database: Database) => Promise<T>): Promise<T> {
    return askDatabase(this.database, question);
  }
}

/** Whether a file is one of a work, or of the library itself. */
const isOf = (slug: string) =>
  slug === libraryItself
    ? sql<boolean>`position('/' in path) = 0`
    : sql<boolean>`starts_with(path, ${`${slug}/`})`;

type Asked = Kysely<Tables> | Transaction<Tables>;

async function readIn(tables: Asked, path: string): Promise<Uint8Array | null> {
  const found = await tables
    .selectFrom('library_file')
    .select('content')
    .where('path', '=', path)
    .executeTakeFirst();
  return found?.content ?? null;
}

async function filesIn(tables: Asked, slug: string): Promise<string[]> {
  const found = await tables.selectFrom('library_file').select('path').where(isOf(slug)).execute();
  return found.map(({ path }) => path);
}

async function identityIn(tables: Asked): Promise<Identity | null> {
  const found = await tables.selectFrom('library_setting').selectAll().execute();
  const value = (name: string) => found.find((each) => each.name === name)?.value;
  const id = value('id');
  return id ? { id, form: Number(value('form') ?? 1) } : null;
}

/**
 * @param known the works that had files before: what is added to them is part of their history, too.
 * @returns whether anything was changed.
 */
async function make(
  transaction: Transaction<Tables>,
  change: Change,
  known: ReadonlySet<string>,
): Promise<boolean> {
  const { path, content } = change;
  const before = await transaction
    .selectFrom('library_file')
    .select(['revision', 'content'])
    .where('path', '=', path)
    .executeTakeFirst();
  const now = before?.revision ?? noRevision;
  refuseConflict(change, now);
  // What a file holds already need not be written again.
  if (now === (content === null ? noRevision : revisionOf(content))) return false;
  if (before || known.has(slugOf(path))) {
    await transaction
      .insertInto('library_history')
      .values({ path, ...(before ?? { revision: noRevision, content: Buffer.alloc(0) }) })
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
          .limit(maxReplaced),
      )
      .execute();
  }
  if (content === null) {
    await transaction.deleteFrom('library_file').where('path', '=', path).execute();
    return true;
  }
  const file = {
    content: Buffer.from(content),
    revision: revisionOf(content),
    // By the database's clock, which all machines share.
    saved: sql<Date>`now()`,
  };
  await transaction
    .insertInto('library_file')
    .values({ path, ...file })
    .onConflict((conflict) => conflict.column('path').doUpdateSet(file))
    .execute();
  return true;
}
