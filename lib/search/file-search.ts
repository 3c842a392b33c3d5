import type { Database } from 'node-sqlite3-wasm';
import type { Condition, Filter, Words } from './condition';
import { editionWord, languageOfWord, languageWord, workWord } from './scope';
import type { FoundPlaces, Page, Place, RowConditions, SearchIndex } from './search-index';

/** Asks an index in a file; see `index-file.ts`. */
export function fileSearch(db: Database): SearchIndex {
  return {
    sigla: async () =>
      new Set(db.all('select distinct siglum from edition').map(({ siglum }) => String(siglum))),
    languages: async () =>
      db
        .all("select term from vocabulary where col = 'scope' and term >= 'l' and term < 'm'")
        .flatMap(({ term }) => languageOfWord(String(term)) ?? []),
    slugOf: async (work) => {
      const found = db.get('select slug from work where id = ?', [work]);
      return found ? String(found.slug) : null;
    },
    words: (prefix) => words(db, prefix),
    find: async (condition, page) => find(db, condition, page),
    each: (condition) => each(db, condition),
    findRows: async (conditions, page) => findRows(db, conditions, page),
    rowOf: async ({ work, row }) =>
      db
        .all(`select ${columns} from segment s where s.work = ? and s.row = ? order by s.id`, [
          work,
          row,
        ])
        .map(toPlace),
  };
}

const columns = 's.work, s.row, s.siglum, s.place, s.name';
const toPlace = (row: Record<string, unknown>): Place => ({
  work: Number(row.work),
  row: Number(row.row),
  siglum: String(row.siglum),
  place: Number(row.place),
  name: String(row.name),
});

function* words(db: Database, prefix: string): Generator<string> {
  const until = prefix === '' ? '\u{10ffff}' : `${prefix}\u{10ffff}`;
  const statement = db.prepare(
    "select term from vocabulary where col = 'body' and term >= ? and term < ?",
  );
  try {
    for (const { term } of statement.iterate([prefix, until])) yield String(term);
  } finally {
    statement.finalize();
  }
}

/** The end of a statement that begins with `select … `, from `segment s`, and its values. */
interface Source {
  from: string;
  values: string[];
  /** The column of the order: FTS5 gives its own without sorting. */
  order: 'words.rowid' | 's.id';
}

/** FTS5 can only take away from what it has found: what must not be there alone is taken from all. */
function sourceOf(condition: Condition | null): Source {
  const { positive, negative } = expressions(condition);
  if (positive) {
    const expression = negative ? `(${positive}) NOT (${negative})` : positive;
    return {
      from: 'from words join segment s on s.id = words.rowid where words match ?',
      values: [expression],
      order: 'words.rowid',
    };
  }
  if (!negative) return { from: 'from segment s where true', values: [], order: 's.id' };
  return {
    from: 'from segment s where s.id not in (select rowid from words where words match ?)',
    values: [negative],
    order: 's.id',
  };
}

/** What must be there and what must not, each in the language of FTS5; empty where there is neither. */
function expressions(condition: Condition | null): { positive: string; negative: string } {
  if (!condition) return { positive: '', negative: '' };
  const { all, none, scope } = condition;
  const body = all.length > 0 ? [`body : (${all.map(expressionOf).join(' AND ')})`] : [];
  return {
    positive: [...body, ...scopeExpressions(scope)].join(' AND '),
    negative: none.length > 0 ? `body : (${none.map(expressionOf).join(' OR ')})` : '',
  };
}

/** What matches nothing: no word of the index has this mark in it. */
const nothing = '"\u{fdd0}"';

function expressionOf(words: Words): string {
  if (words.kind === 'phrase') return `"${words.words.join(' ')}"${words.prefix ? ' *' : ''}`;
  return words.words.length > 0 ? `(${anyOf(words.words)})` : nothing;
}

const anyOf = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(' OR ');

function scopeExpressions({ works = [], editions = [], languages = [] }: Filter): string[] {
  return [works.map(workWord), editions.map(editionWord), languages.map(languageWord)]
    .filter((each) => each.length > 0)
    .map((each) => `scope : (${anyOf(each)})`);
}

function find(db: Database, condition: Condition, { from, limit }: Page): FoundPlaces {
  const source = sourceOf(condition);
  const sql = `select ${columns} ${source.from} order by ${source.order} limit ? offset ?`;
  const places = db.all(sql, [...source.values, limit, from]).map(toPlace);
  if (places.length < limit && from === 0) return { places, total: places.length };
  const counted = db.get(`select count(*) as n ${source.from}`, source.values);
  return { places, total: Number(counted?.n) };
}

function* each(db: Database, condition: Condition | null): Generator<Place> {
  const { from, values, order } = sourceOf(condition);
  const statement = db.prepare(`select ${columns} ${from} order by ${order}`);
  try {
    for (const row of statement.iterate(values)) yield toPlace(row);
  } finally {
    statement.finalize();
  }
}

/** One number for a row of a work: rows have less than 2³⁰. */
const rowKey = 's.work * 1073741824 + s.row';

function findRows(
  db: Database,
  { wanted, unwanted }: RowConditions,
  { from, limit }: Page,
): FoundPlaces {
  const [first, ...rest] = wanted.map(sourceOf);
  const not = unwanted.map(sourceOf);
  const keys = ({ from: source }: Source) => `(select ${rowKey} ${source})`;
  const sql = [
    `select ${columns} from (select ${rowKey} as k, s.id as id ${first.from}) hit`,
    'join segment s on s.id = hit.id where true',
    ...rest.map((source) => `and k in ${keys(source)}`),
    ...not.map((source) => `and k not in ${keys(source)}`),
    'group by hit.k order by s.id',
  ].join(' ');
  const rows = db.all(
    sql,
    [first, ...rest, ...not].flatMap(({ values }) => values),
  );
  return { places: rows.slice(from, from + limit).map(toPlace), total: rows.length };
}
