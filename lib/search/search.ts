import type { Database } from 'node-sqlite3-wasm';
import { libraryFolder } from '../core/config';
import { InputError } from '../core/errors';
import { type Pending, ready } from '../core/pending';
import { hasWork, loadWork } from '../works/load';
import { type ReadyIndex, readyIndex } from './build';
import { type Filter, type SegmentQuery, segmentQuery } from './expression';
import { columns, createReader, type Hit, type Place, readHit, toPlace } from './hits';
import { discardIndex, isDamaged } from './index-file';
import { compile } from './patterns';
import { parseQuery, type Term } from './query';
import { languageOfWord } from './scope';

export interface SearchRequest extends Filter {
  query: string;
  /** Hits to pass over, and to give at most. */
  from?: number;
  limit?: number;
}

export interface SearchResult {
  hits: Hit[];
  /** How many there are in all. */
  total: number;
  /** False where there was too much to look through, and only part of it was. */
  complete: boolean;
  /** Share of a newer index that is done, 0 to 1; null where this one is new. */
  renewing: number | null;
  /** What it took, in milliseconds. */
  took: number;
}

export const maxHits = 200;
const usualHits = 20;

/**
 * Looks through a library.
 *
 * @returns `pending` with the share of the index that is done, where it is not ready within
 *   `timeoutMs` milliseconds.
 * @throws InputError for what cannot be looked for.
 */
export async function search(
  request: SearchRequest,
  { folder = libraryFolder(), timeoutMs = 2000, progress }: SearchOptions = {},
): Promise<Pending<SearchResult>> {
  for (const slug of request.works ?? []) if (!hasWork(slug, folder)) await loadWork(slug, folder);
  // A file that turns out to be damaged is built again, once.
  for (let tries = 1; ; tries++) {
    const index = await readyIndex(folder, timeoutMs, progress);
    if (index.state === 'pending') return index;
    try {
      return ready(await searchIn(index.value, request, folder));
    } catch (error) {
      if (!isDamaged(error) || tries > 1) throw error;
      discardIndex(index.value.key);
    }
  }
}

export interface SearchOptions {
  folder?: string;
  timeoutMs?: number;
  progress?: (share: number) => void;
}

/** The languages (primary subtags) of a library's editions; none before its index is there. */
export async function indexedLanguages(folder = libraryFolder()): Promise<string[]> {
  const index = await readyIndex(folder, 0);
  if (index.state === 'pending') return [];
  return index.value.db
    .all("select term from vocabulary where col = 'scope' and term >= 'l' and term < 'm'")
    .map(({ term }) => languageOfWord(String(term)))
    .filter((language) => language !== null)
    .sort();
}

async function searchIn(
  { db, renewing }: ReadyIndex,
  request: SearchRequest,
  folder: string,
): Promise<SearchResult> {
  const started = performance.now();
  const sigla = new Set(
    db.all('select distinct siglum from edition').map((row) => String(row.siglum)),
  );
  for (const siglum of request.editions ?? []) {
    if (!sigla.has(siglum)) {
      throw new InputError(`no work has an edition “${siglum.slice(0, 60)}”`, {
        code: 'not-found',
        remedy: `choose from ${[...sigla].slice(0, 20).join(', ')}`,
      });
    }
  }
  const terms = parseQuery(request.query, sigla);
  const limit = Math.max(1, Math.min(maxHits, request.limit ?? usualHits));
  const from = Math.max(0, request.from ?? 0);
  const found = terms.some(({ siglum }) => siglum !== undefined)
    ? inRows(db, terms, request, from, limit)
    : await inSegments(db, segmentQuery(db, terms, request), folder, from, limit);
  const read = createReader(db, folder);
  const hits: Hit[] = [];
  for (const place of found.places) hits.push(...(await readHit(db, place, found.queries, read)));
  return {
    hits,
    total: found.total,
    complete: found.complete,
    renewing,
    took: performance.now() - started,
  };
}

interface Found {
  /** Those asked for. */
  places: Place[];
  total: number;
  complete: boolean;
  /** What is marked, by siglum; under the empty name what is marked in all. */
  queries: Map<string, SegmentQuery>;
}

/** Segments that meet all terms. */
async function inSegments(
  db: Database,
  query: SegmentQuery,
  folder: string,
  from: number,
  limit: number,
): Promise<Found> {
  const queries = new Map([['', query]]);
  const { expression, complete } = query;
  if (query.patterns.length > 0) {
    const { places, complete: all } = await byPattern(db, query, folder);
    const asked = places.slice(from, from + limit);
    return { places: asked, total: places.length, complete: complete && all, queries };
  }
  const places = db
    .all(
      `select ${columns} from words join segment s on s.id = words.rowid where words match ? order by words.rowid limit ? offset ?`,
      [expression, limit, from],
    )
    .map(toPlace);
  const total =
    places.length < limit && from === 0
      ? places.length
      : Number(db.get('select count(*) as n from words where words match ?', [expression])?.n);
  return { places, total, complete, queries };
}

/** How long texts are matched with an expression, in milliseconds. */
const patternPatience = 1500;

/** Expressions of the text are matched on the texts, as many as there is time for. */
async function byPattern(
  db: Database,
  { expression, patterns }: SegmentQuery,
  folder: string,
): Promise<{ places: Place[]; complete: boolean }> {
  const compiled = patterns.map(({ source, negated }) => ({ pattern: compile(source), negated }));
  const sql = expression
    ? `select ${columns} from words join segment s on s.id = words.rowid where words match ? order by words.rowid`
    : `select ${columns} from segment s order by s.id`;
  const statement = db.prepare(sql);
  const places: Place[] = [];
  const read = createReader(db, folder);
  const started = performance.now();
  let complete = true;
  let seen = 0;
  try {
    for (const row of statement.iterate(expression ? [expression] : [])) {
      if (++seen % 64 === 0 && performance.now() - started > patternPatience) {
        complete = false;
        break;
      }
      const place = toPlace(row);
      const text = (await read(place))?.segment.text;
      if (text === undefined) continue;
      if (compiled.every(({ pattern, negated }) => pattern.matcher(text).find() !== negated))
        places.push(place);
    }
  } finally {
    statement.finalize();
  }
  return { places, complete };
}

/** Rows in which each edition named has what it must and not what it must not. */
function inRows(
  db: Database,
  terms: readonly Term[],
  filter: Filter,
  from: number,
  limit: number,
): Found {
  const sigla = [...new Set(terms.map(({ siglum }) => siglum))];
  const queries = new Map<string, SegmentQuery>();
  const wanted: { sql: string; expression: string }[] = [];
  const unwanted: string[] = [];
  const key = 's.work * 1073741824 + s.row';
  let complete = true;
  for (const siglum of sigla) {
    const own = terms.filter((term) => term.siglum === siglum);
    if (own.some(({ wanted: what }) => what.kind === 'regex' && what.ofText)) {
      throw new InputError('an expression with a space cannot be looked for in one edition', {
        remedy: 'choose the edition beside the search field, or give a phrase in quotes',
      });
    }
    const positive = own.filter(({ negated }) => !negated);
    const scope = siglum === undefined ? filter : { works: filter.works };
    if (positive.length > 0) {
      const query = segmentQuery(db, positive, scope, siglum);
      queries.set(siglum ?? '', query);
      complete &&= query.complete;
      wanted.push({
        sql: `select ${key} as k, s.id as id from words join segment s on s.id = words.rowid where words match ?`,
        expression: query.expression!,
      });
    }
    for (const term of own.filter(({ negated }) => negated)) {
      const query = segmentQuery(db, [{ ...term, negated: false }], scope, siglum);
      complete &&= query.complete;
      unwanted.push(query.expression!);
    }
  }
  if (wanted.length === 0) {
    throw new InputError('what must not be there is all that was given', {
      remedy: 'say what to look for, too',
    });
  }
  const [first, ...rest] = wanted;
  const also = rest.map(({ sql }) => `and k in (select k from (${sql}))`).join(' ');
  const not = unwanted
    .map(
      () =>
        `and k not in (select ${key} from words join segment s on s.id = words.rowid where words match ?)`,
    )
    .join(' ');
  const rows = db.all(
    `select ${columns} from (${first.sql}) hit join segment s on s.id = hit.id where true ${also} ${not} group by hit.k order by s.id`,
    [first.expression, ...rest.map(({ expression }) => expression), ...unwanted],
  );
  const places = rows.slice(from, from + limit).map(toPlace);
  return { places, total: rows.length, complete, queries };
}
