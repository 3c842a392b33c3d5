import { type Kysely, type Migration, sql } from 'kysely';

/** Steps from an empty database to the tables of today. One that has been released never changes. */
export const migrations: Record<string, Migration> = {
  '001-files': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('library_file')
        .addColumn('path', 'text', (column) => column.primaryKey())
        .addColumn('revision', 'text', (column) => column.notNull())
        .addColumn('content', 'bytea', (column) => column.notNull())
        .addColumn('saved', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
        .execute();
      await db.schema
        .createTable('library_history')
        .addColumn('id', 'bigserial', (column) => column.primaryKey())
        .addColumn('path', 'text', (column) => column.notNull())
        .addColumn('revision', 'text', (column) => column.notNull())
        .addColumn('content', 'bytea', (column) => column.notNull())
        .addColumn('replaced', 'timestamptz', (column) =>
          column.notNull().defaultTo(sql`clock_timestamp()`),
        )
        .execute();
      await db.schema
        .createIndex('library_history_path')
        .on('library_history')
        .columns(['path', 'id'])
        .execute();
    },
  },
  '002-work-shared': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('library_cache')
        .addColumn('key', 'text', (column) => column.primaryKey())
        .addColumn('value', 'bytea', (column) => column.notNull())
        .addColumn('used', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
        .execute();
      await db.schema
        .createTable('library_progress')
        .addColumn('key', 'text', (column) => column.primaryKey())
        .addColumn('share', 'real', (column) => column.notNull())
        .addColumn('told', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
        .execute();
    },
  },
  '003-members': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('library_member')
        .addColumn('user_id', 'text', (column) => column.notNull())
        .addColumn('work', 'text', (column) => column.notNull())
        .addColumn('role', 'text', (column) =>
          column.notNull().check(sql`role in ('reader', 'editor', 'owner')`),
        )
        .addPrimaryKeyConstraint('library_member_key', ['user_id', 'work'])
        .execute();
    },
  },
  '004-identity': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('library_setting')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('value', 'text', (column) => column.notNull())
        .execute();
      // What one save has replaced belongs together.
      await db.schema
        .alterTable('library_history')
        .addColumn('save', 'text', (column) => column.defaultTo(sql`txid_current()::text`))
        .execute();
      await sql`update library_history set save = replaced::text`.execute(db);
    },
  },
  '005-attempts': {
    async up(db: Kysely<unknown>) {
      // As rate-limiter-flexible makes it, which earlier versions left to it: two that began at the
      // same moment got in each other's way.
      await db.schema
        .createTable('library_attempts')
        .ifNotExists()
        .addColumn('key', 'varchar(255)', (column) => column.primaryKey())
        .addColumn('points', 'integer', (column) => column.notNull().defaultTo(0))
        .addColumn('expire', 'bigint')
        .execute();
    },
  },
};
