import { sql } from 'kysely';
import { askDatabase, type Database } from '../store/database';
import type { Condition, Filter, Words } from './condition';
import { phraseQuery, scopeQuery } from './lexemes';
import { editionWord, languageWord, workWord } from './scope';
import type { FoundPlaces, Page, Place, RowConditions, SearchIndex } from './search-index';

/** Asks the index in the library's database; see `database-build.ts`. */
export function databaseSearch(database: Database): SearchIndex {
  const ask = <T>(question: (tables: Database['tables']) => Promise<T>): Promise<T> =>
    askDatabase(database, ({ tables }) => question(tables));
  return {
    sigla: () =>
      ask(async (tables) => {
        const rows = tables.selectFrom('library_search_edition').select('siglum').distinct();
        return new Set((await rows.execute()).map(({ siglum }) => siglum));
      }),
    languages: () =>
      ask(async (tables) => {
        const rows = tables.selectFrom('library_search_edition').select('language').distinct();
        return (await rows.execute()).map(({ language }) => language);
      }),
    slugOf: (work) =>
      ask(async (tables) => {
        const row = tables.selectFrom('library_search_work').select('slug').where('id', '=', work);
        return (await row.executeTakeFirst())?.slug ?? null;
      }),
    words: (prefix) => words(ask, prefix),
    find: (condition, page) => ask((tables) => find(tables, condition, page)),
    each: (condition) => each(ask, condition),
    findRows: (conditions, page) => ask((tables) => findRows(tables, conditions, page)),
    rowOf: ({ work, row }) =>
      ask((tables) =>
        segments(tables)
          .where('s.work', '=', work)
          .where('s.row', '=', row)
          .orderBy('s.id')
          .execute(),
      ),
  };
}

type Ask = <T>(question: (tables: Database['tables']) => Promise<T>) => Promise<T>;

const segments = (tables: Database['tables']) =>
  tables
    .selectFrom('library_search_segment as s')
    .select(['s.work', 's.row', 's.siglum', 's.place', 's.name']);

/** Words that are read at once. */
const wordBatch = 4000;
/** Segments that are read at once. */
const segmentBatch = 500;

async function* words(ask: Ask, prefix: string): AsyncGenerator<string> {
  let after: string | null = null;
  for (;;) {
    const batch: string[] = await ask(async (tables) => {
      const last = after;
      const rows = await tables
        .selectFrom('library_search_word')
        .select('word')
        .$if(last === null, (query) => query.where('word', '>=', prefix))
        .$if(last !== null, (query) => query.where('word', '>', last))
        .$if(prefix !== '', (query) => query.where('word', '<', `${prefix}\u{10ffff}`))
        .orderBy('word')
        .limit(wordBatch)
        .execute();
      return rows.map(({ word }) => word);
    });
    yield* batch;
    if (batch.length < wordBatch) return;
    after = batch[batch.length - 1];
  }
}

/** What matches nothing: no word has this mark in it. */
const nothing = "'\u{fdd0}'";

/** A condition in the language of PostgreSQL's full-text search; empty where it holds of all. */
function queryOf(condition: Condition | null): string {
  if (!condition) return '';
  const { all, none, scope } = condition;
  return [
    ...all.map(wordsQuery),
    ...scopeQueries(scope),
    ...none.map((words) => `!${wordsQuery(words)}`),
  ].join(' & ');
}

function wordsQuery(words: Words): string {
  if (words.kind === 'phrase') return phraseQuery(words.words, words.prefix);
  if (words.words.length === 0) return nothing;
  return `(${words.words.map((word) => phraseQuery([word], false)).join(' | ')})`;
}

const scopeQueries = ({ works = [], editions = [], languages = [] }: Filter): string[] =>
  [works.map(workWord), editions.map(editionWord), languages.map(languageWord)]
    .filter((each) => each.length > 0)
    .map(scopeQuery);

const meets = (alias: string, condition: Condition) =>
  sql<boolean>`${sql.ref(`${alias}.words`)} @@ ${queryOf(condition)}::tsquery`;

async function find(
  tables: Database['tables'],
  condition: Condition,
  { from, limit }: Page,
): Promise<FoundPlaces> {
  const places = await segments(tables)
    .where(meets('s', condition))
    .orderBy('s.id')
    .limit(limit)
    .offset(from)
    .execute();
  if (places.length < limit && from === 0) return { places, total: places.length };
  const counted = await byIndex(tables, (asked) =>
    asked
      .selectFrom('library_search_segment as s')
      .select(({ fn }) => fn.countAll<string>().as('total'))
      .where(meets('s', condition))
      .executeTakeFirst(),
  );
  return { places, total: Number(counted?.total) };
}

/**
 * Asks what concerns all segments that meet a condition. PostgreSQL takes the matching of a query to be
 * cheap, and would match one of hundreds of words on each segment.
 */
const byIndex = <T>(
  tables: Database['tables'],
  ask: (tables: Database['tables']) => Promise<T>,
): Promise<T> =>
  tables.transaction().execute(async (transaction) => {
    await sql`set local enable_seqscan = off`.execute(transaction);
    return ask(transaction);
  });

async function* each(ask: Ask, condition: Condition | null): AsyncGenerator<Place> {
  let after = '0';
  for (;;) {
    const last = after;
    const batch = await ask((tables) =>
      segments(tables)
        .select('s.id')
        .$if(condition !== null, (query) => query.where(meets('s', condition as Condition)))
        .where('s.id', '>', last)
        .orderBy('s.id')
        .limit(segmentBatch)
        .execute(),
    );
    yield* batch;
    if (batch.length < segmentBatch) return;
    after = batch[batch.length - 1].id;
  }
}

async function findRows(
  tables: Database['tables'],
  { wanted, unwanted }: RowConditions,
  { from, limit }: Page,
): Promise<FoundPlaces> {
  const [first, ...rest] = wanted;
  const inRow = (condition: Condition) =>
    sql<boolean>`exists (select 1 from library_search_segment o
      where o.work = s.work and o.row = s.row and ${meets('o', condition)})`;
  const rowsOf = (asked: Database['tables']) =>
    segments(asked)
      .select('s.id')
      .distinctOn(['s.work', 's.row'])
      .where(meets('s', first))
      .$call((query) => rest.reduce((all, condition) => all.where(inRow(condition)), query))
      .$call((query) =>
        unwanted.reduce(
          (all, condition) => all.where(sql<boolean>`not ${inRow(condition)}`),
          query,
        ),
      )
      .orderBy('s.work')
      .orderBy('s.row')
      .orderBy('s.id');
  const found = await byIndex(tables, (asked) =>
    asked.selectFrom(rowsOf(asked).as('found')).selectAll().orderBy('id').execute(),
  );
  return { places: found.slice(from, from + limit).map(placeOf), total: found.length };
}

const placeOf = ({ work, row, siglum, place, name }: Place): Place => ({
  work,
  row,
  siglum,
  place,
  name,
});
