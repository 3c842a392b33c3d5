import { type Layout, layOutSoon } from '../../lib/compare/layout';
import { InputError } from '../../lib/core/errors';
import type { Edition, Work } from '../../lib/edition/model';
import { chooseEditions } from '../../lib/works/choose';
import { loadWork } from '../../lib/works/load';
import { readViewState, type SearchParams } from './view-state';

/** What was found. @throws InputError where it is only on its way: a share of the work done. */
export function ready<T>(found: T | number): T {
  if (typeof found === 'number') {
    throw new InputError('these editions are still being aligned', { remedy: 'ask again later' });
  }
  return found;
}

/** How long a program waits for an alignment, in milliseconds. */
const patience = 30_000;

/** Editions laid out, for a route. @throws InputError where that takes too long; see `ready`. */
export async function laidOut(
  work: Work,
  editions: readonly Edition[],
  base: Edition,
): Promise<Layout> {
  return ready(await layOutSoon(work, editions, base, patience));
}

/** The work, editions and view that the address of a route names. */
export function chosenIn(slug: string, url: string) {
  const { searchParams } = new URL(url);
  const query: SearchParams = {};
  for (const name of searchParams.keys()) query[name] = searchParams.getAll(name);
  const { work } = loadWork(slug);
  const state = readViewState(query);
  return { work, state, query: searchParams, ...chooseEditions(work, state) };
}
