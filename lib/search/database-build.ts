import { sql, type Transaction } from 'kysely';
import { primaryLanguage, type Work } from '../edition/model';
import type { Progress } from '../jobs/job';
import { askDatabase, type Database } from '../store/database';
import type { Tables } from '../store/tables';
import { type IndexedSegment, readForIndex } from './indexed-segments';
import { cutWord, lexemesOf } from './lexemes';

/**
 * Indexes a work, in place of what was indexed of it. One that cannot be read is left as it is.
 *
 * @param source where it is read from, and the stamp of what is indexed.
 */
export async function addWork(
  database: Database,
  { slug, stamp, folder }: { slug: string; stamp: string; folder: string },
  progress: Progress,
): Promise<void> {
  const found = await readForIndex(slug, folder, progress);
  if (!found) return;
  const { work, batches } = found;
  await askDatabase(database, ({ tables }) =>
    tables.transaction().execute(async (transaction) => {
      const id = await startWork(transaction, work, stamp);
      const words = new Set<string>();
      for (const segments of batches) {
        await addSegments(transaction, id, segments);
        for (const segment of segments) for (const word of segment.words) words.add(cutWord(word));
      }
      // In one order, so that no two wait for each other.
      const sorted = [...words].sort();
      await sql`insert into library_search_word select unnest(${sorted}::text[]) on conflict do nothing`.execute(
        transaction,
      );
    }),
  );
}

/** Takes a work out of the index. */
export const removeWork = (database: Database, slug: string): Promise<unknown> =>
  askDatabase(database, ({ tables }) =>
    tables.deleteFrom('library_search_work').where('slug', '=', slug).execute(),
  );

/** @returns the number of the work, of which nothing is indexed. */
async function startWork(
  transaction: Transaction<Tables>,
  { slug, editions }: Work,
  stamp: string,
): Promise<number> {
  const { id } = await transaction
    .insertInto('library_search_work')
    .values({ slug, stamp })
    .onConflict((conflict) => conflict.column('slug').doUpdateSet({ stamp }))
    .returning('id')
    .executeTakeFirstOrThrow();
  await transaction.deleteFrom('library_search_segment').where('work', '=', id).execute();
  await transaction.deleteFrom('library_search_edition').where('work', '=', id).execute();
  await transaction
    .insertInto('library_search_edition')
    .values(
      editions.map(({ siglum, language }) => ({
        work: id,
        siglum,
        language: primaryLanguage(language),
      })),
    )
    .execute();
  return id;
}

async function addSegments(
  transaction: Transaction<Tables>,
  work: number,
  segments: readonly IndexedSegment[],
): Promise<void> {
  const of = <K extends keyof IndexedSegment>(key: K) => segments.map((segment) => segment[key]);
  const words = segments.map((segment) => lexemesOf(segment.words, segment.scope));
  await sql`
    insert into library_search_segment (work, row, siglum, place, name, words)
    select ${work}, * from unnest(
      ${of('row')}::integer[], ${of('siglum')}::text[], ${of('place')}::integer[],
      ${of('name')}::text[], ${words}::tsvector[]
    )`.execute(transaction);
}
