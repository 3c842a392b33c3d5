import { type Layout, layOutSoon } from '../../lib/compare/layout';
import { type Pending, readyValue } from '../../lib/core/pending';
import type { Edition, Work } from '../../lib/edition/model';
import { chooseEditions } from '../../lib/works/choose';
import { readViewState, type SearchParams } from '../components/view-state';
import { loadedWork } from './loaded';

/** What was found. @throws InputError `not-ready` while the editions are being aligned. */
export const aligned = <T>(found: Pending<T>): T =>
  readyValue(found, 'these editions are still being aligned');

/** How long a program waits for an alignment, in milliseconds. */
const timeoutMs = 30_000;

/** Editions laid out, for a route. @throws InputError where that takes too long; see `aligned`. */
export async function laidOut(
  work: Work,
  editions: readonly Edition[],
  base: Edition,
): Promise<Layout> {
  return aligned(await layOutSoon(work, editions, base, timeoutMs));
}

/** The work, editions and view that the address of a route names. */
export async function chosenIn(slug: string, url: string) {
  const { searchParams } = new URL(url);
  const query: SearchParams = {};
  for (const name of searchParams.keys()) query[name] = searchParams.getAll(name);
  const { work, notes } = await loadedWork(slug);
  const state = readViewState(query);
  return { work, notes, state, query: searchParams, ...chooseEditions(work, state) };
}
