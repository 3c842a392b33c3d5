import { libraryFolder } from '../core/config';
import { InputError } from '../core/errors';
import { type Pending, ready } from '../core/pending';
import { hasWork, loadWork } from '../works/load';
import type { Condition, Filter } from './condition';
import { createReader, type Hit, readHit } from './hits';
import { compile } from './patterns';
import { parseQuery, type Term } from './query';
import { readyIndex } from './ready-index';
import type { FoundPlaces, Page, Place, ReadyIndex, SearchIndex } from './search-index';
import { type SegmentQuery, segmentQuery } from './segment-query';

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
      if (tries > 1 || !index.value.discardDamaged(error)) throw error;
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
  const found = await readyIndex(folder, 0);
  return found.state === 'pending' ? [] : (await found.value.index.languages()).sort();
}

async function searchIn(
  { index, renewing }: ReadyIndex,
  request: SearchRequest,
  folder: string,
): Promise<SearchResult> {
  const started = performance.now();
  const sigla = await index.sigla();
  for (const siglum of request.editions ?? []) {
    if (!sigla.has(siglum)) {
      throw new InputError(`no work has an edition “${siglum.slice(0, 60)}”`, {
        code: 'not-found',
        remedy: `choose from ${[...sigla].slice(0, 20).join(', ')}`,
      });
    }
  }
  const terms = parseQuery(request.query, sigla);
  const page = {
    limit: Math.max(1, Math.min(maxHits, request.limit ?? usualHits)),
    from: Math.max(0, request.from ?? 0),
  };
  const { works, editions, languages } = request;
  const filter = { works, editions, languages };
  const found = terms.some(({ siglum }) => siglum !== undefined)
    ? await inRows(index, terms, filter, page)
    : await inSegments(index, await segmentQuery(index, terms, filter), folder, page);
  const read = createReader(index, folder);
  const hits: Hit[] = [];
  for (const place of found.places)
    hits.push(...(await readHit(index, place, found.queries, read)));
  return {
    hits,
    total: found.total,
    complete: found.complete,
    renewing,
    took: performance.now() - started,
  };
}

interface Found extends FoundPlaces {
  complete: boolean;
  /** What is marked, by siglum; under the empty name what is marked in all. */
  queries: Map<string, SegmentQuery>;
}

/** Segments that meet all terms. */
async function inSegments(
  index: SearchIndex,
  query: SegmentQuery,
  folder: string,
  page: Page,
): Promise<Found> {
  const queries = new Map([['', query]]);
  const { condition, complete } = query;
  if (query.patterns.length > 0 || !condition) {
    const { places, complete: all } = await byPattern(index, query, folder);
    const asked = places.slice(page.from, page.from + page.limit);
    return { places: asked, total: places.length, complete: complete && all, queries };
  }
  return { ...(await index.find(condition, page)), complete, queries };
}

/** How long texts are matched with an expression, in milliseconds. */
const patternPatience = 1500;

/** Expressions of the text are matched on the texts, as many as there is time for. */
async function byPattern(
  index: SearchIndex,
  { condition, patterns }: SegmentQuery,
  folder: string,
): Promise<{ places: Place[]; complete: boolean }> {
  const compiled = patterns.map(({ source, negated }) => ({ pattern: compile(source), negated }));
  const places: Place[] = [];
  const read = createReader(index, folder);
  const started = performance.now();
  let seen = 0;
  for await (const place of index.each(condition)) {
    if (++seen % 64 === 0 && performance.now() - started > patternPatience) {
      return { places, complete: false };
    }
    const text = (await read(place))?.segment.text;
    if (text === undefined) continue;
    if (compiled.every(({ pattern, negated }) => pattern.matcher(text).find() !== negated))
      places.push(place);
  }
  return { places, complete: true };
}

/** Rows in which each edition named has what it must and not what it must not. */
async function inRows(
  index: SearchIndex,
  terms: readonly Term[],
  filter: Filter,
  page: Page,
): Promise<Found> {
  const sigla = [...new Set(terms.map(({ siglum }) => siglum))];
  const queries = new Map<string, SegmentQuery>();
  const [wanted, unwanted]: [Condition[], Condition[]] = [[], []];
  let complete = true;
  for (const siglum of sigla) {
    const own = terms.filter((term) => term.siglum === siglum);
    if (own.some(({ wanted: what }) => what.kind === 'regex' && what.ofText)) {
      throw new InputError('an expression with a space cannot be looked for in one edition', {
        remedy: 'choose the edition beside the search field, or give a phrase in quotes',
      });
    }
    const scope = siglum === undefined ? filter : { works: filter.works };
    const add = async (some: readonly Term[], to: Condition[]) => {
      const query = await segmentQuery(index, some, scope, siglum);
      complete &&= query.complete;
      if (query.condition) to.push(query.condition);
      return query;
    };
    const positive = own.filter(({ negated }) => !negated);
    if (positive.length > 0) queries.set(siglum ?? '', await add(positive, wanted));
    for (const term of own.filter(({ negated }) => negated)) {
      await add([{ ...term, negated: false }], unwanted);
    }
  }
  if (wanted.length === 0) {
    throw new InputError('what must not be there is all that was given', {
      remedy: 'say what to look for, too',
    });
  }
  return { ...(await index.findRows({ wanted, unwanted }, page)), complete, queries };
}
