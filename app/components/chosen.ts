import { InputError } from '../../lib/edition/errors';
import { chooseEditions } from '../../lib/library/choose-editions';
import { loadWork } from '../../lib/library/library';
import { readViewState, type SearchParams } from './view-state';

/** What was found. @throws InputError where it is only on its way: a share of the work done. */
export function ready<T>(found: T | number): T {
  if (typeof found === 'number') {
    throw new InputError('these editions are still being aligned', { remedy: 'ask again later' });
  }
  return found;
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
