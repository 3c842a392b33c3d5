import { type Layout, layOutSoon } from '../../lib/compare/layout';
import { type Pending, readyValue } from '../../lib/core/pending';
import type { Edition, Work } from '../../lib/edition/model';
import { chooseEditions } from '../../lib/works/choose';
import { plainView, rubyNamed, type ViewState } from '../components/view-state';
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

/** What a route's query says of the view, as its operation has read it. */
interface ChosenView
  extends Partial<Pick<ViewState, 'editions' | 'at' | 'ref' | 'page' | 'ignore'>> {
  base?: string[];
  only?: 'differences';
  ruby?: string;
}

/** The work, editions and view that the query of a route names. */
export async function chosenIn(slug: string, query: ChosenView) {
  const { work, notes } = await loadedWork(slug);
  const { editions, base, at, ref, page, ignore, only, ruby } = query;
  const state: ViewState = {
    ...plainView,
    editions: editions?.length ? editions : undefined,
    bases: base?.length ? base : undefined,
    at,
    ref,
    page: page ?? 1,
    ignore: ignore ?? [],
    only: only !== undefined,
    ruby: rubyNamed(ruby),
  };
  return { work, notes, state, ...chooseEditions(work, state) };
}
