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
  '006-search': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('library_search_work')
        .addColumn('id', 'serial', (column) => column.primaryKey())
        .addColumn('slug', 'text', (column) => column.notNull().unique())
        .addColumn('stamp', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('library_search_edition')
        .addColumn('work', 'integer', (column) =>
          column.notNull().references('library_search_work.id').onDelete('cascade'),
        )
        .addColumn('siglum', 'text', (column) => column.notNull())
        .addColumn('language', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('library_search_edition_key', ['work', 'siglum'])
        .execute();
      await db.schema
        .createTable('library_search_segment')
        .addColumn('id', 'bigserial', (column) => column.primaryKey())
        .addColumn('work', 'integer', (column) =>
          column.notNull().references('library_search_work.id').onDelete('cascade'),
        )
        .addColumn('row', 'integer', (column) => column.notNull())
        .addColumn('siglum', 'text', (column) => column.notNull())
        .addColumn('place', 'integer', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('words', sql`tsvector`, (column) => column.notNull())
        .execute();
      await db.schema
        .createIndex('library_search_segment_row')
        .on('library_search_segment')
        .columns(['work', 'row'])
        .execute();
      await db.schema
        .createIndex('library_search_segment_words')
        .on('library_search_segment')
        .using('gin')
        .column('words')
        .execute();
      // In order of code points, whatever the language of the database.
      await db.schema
        .createTable('library_search_word')
        .addColumn('word', sql`text collate "C"`, (column) => column.primaryKey())
        .execute();
    },
  },
};
