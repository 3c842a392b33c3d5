import { InputError } from '../core/errors';
import { storeOf } from '../store/open';
import type { Replaced } from '../store/store';
import { loadWork } from './load';

/** What saves have replaced in a work, the latest first. @throws InputError for an unknown work. */
export async function workHistory(slug: string, folder: string): Promise<Replaced[]> {
  await loadWork(slug, folder);
  return (await storeOf(folder)).replaced(slug);
}

/**
 * Puts a file of a work back as it was; what is there now becomes part of its history.
 *
 * @param revision which state, by the beginning of its revision; the latest without one.
 * @throws InputError where no such state is kept.
 */
export async function restoreFile(
  slug: string,
  name: string,
  folder: string,
  revision = '',
): Promise<Replaced> {
  const store = await storeOf(folder);
  const states = (await store.replaced(slug)).filter((each) => each.path === `${slug}/${name}`);
  const state = states.find((each) => each.revision.startsWith(revision));
  const content = state && (await store.readReplaced(state));
  if (!state || !content) {
    throw new InputError(
      states.length > 0
        ? `no state “${revision.slice(0, 40)}” of this file is kept`
        : 'no earlier state of this file is kept',
      {
        file: `${slug}/${name}`,
        remedy: `see “variorum history ${slug}” for those that are`,
      },
    );
  }
  await store.write([{ path: state.path, content }]);
  return state;
}
