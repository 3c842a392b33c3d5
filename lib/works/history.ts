import { InputError } from '../core/errors';
import { storeOf } from '../store/open';
import { type Change, noRevision, type Replaced, revisionOf, type Store } from '../store/store';

/**
 * What saves have replaced in a work, the latest first, also where nothing else is left of it.
 *
 * @param withAdded also what they have added to it: see `Store.replaced`.
 */
export async function workHistory(
  slug: string,
  folder: string,
  withAdded = false,
): Promise<Replaced[]> {
  const store = await storeOf(folder);
  const states = await store.replaced(slug, withAdded);
  if (states.length === 0) {
    const { loadWork } = await import('./load');
    await loadWork(slug, folder);
  }
  return states;
}

/**
 * Puts a file of a work back as it was; what is there now becomes part of its history.
 *
 * @param revision which state, by the beginning of its revision; the latest without one.
 * @throws InputError where no such state is kept; ConflictError where someone saves meanwhile.
 */
export async function restoreFile(
  slug: string,
  name: string,
  folder: string,
  revision = '',
): Promise<Replaced> {
  const store = await storeOf(folder);
  const path = `${slug}/${name}`;
  const expected = await revisionIn(store, path);
  const states = (await store.replaced(slug)).filter((each) => each.path === path);
  const state = states.find((each) => each.revision.startsWith(revision));
  if (!state) {
    throw new InputError(
      states.length > 0
        ? `no state “${revision.slice(0, 40)}” of this file is kept`
        : 'no earlier state of this file is kept',
      {
        code: 'not-found',
        file: path,
        remedy: `see “variorum history ${slug}” for those that are`,
      },
    );
  }
  await store.write([await changeTo(store, state, expected)]);
  return state;
}

/**
 * Puts a work back as it was at a time, or before its latest save: all files that saves have replaced
 * or taken out since. Files that were added since stay.
 *
 * @param since ISO 8601; without it, the latest save is undone.
 * @returns the states that were put back; none where nothing has been replaced since.
 */
export async function restoreWork(
  slug: string,
  folder: string,
  since?: string,
): Promise<Replaced[]> {
  const store = await storeOf(folder);
  const states = await store.replaced(slug);
  const undone = since
    ? states.filter(({ replaced }) => Date.parse(replaced) >= Date.parse(since))
    : states.filter(({ save }) => save === states[0]?.save);
  // Of several states of a file, the earliest is what it was before all that is undone.
  const first = new Map(undone.map((state) => [state.path, state]));
  const changes: Change[] = [];
  for (const state of first.values()) {
    changes.push(await changeTo(store, state, await revisionIn(store, state.path)));
  }
  await store.write(changes);
  return [...first.values()];
}

/** The slugs of all works that there are, or that something is kept of. */
export async function worksWithHistory(folder: string): Promise<string[]> {
  return (await storeOf(folder)).worksEver();
}

async function revisionIn(store: Store, path: string): Promise<string> {
  const content = await store.read(path);
  return content ? revisionOf(content) : noRevision;
}

async function changeTo(store: Store, state: Replaced, expected: string): Promise<Change> {
  const content = await store.readReplaced(state);
  if (content) return { path: state.path, content, expected };
  throw new InputError('that state is not kept any more', {
    code: 'not-found',
    file: state.path,
    remedy: 'choose another',
  });
}
