import { InputError } from '../core/errors';
import { storeOf } from '../store/open';
import {
  type Change,
  type Current,
  isLibraryFile,
  isLibraryPath,
  libraryItself,
  noRevision,
  type Replaced,
  revisionOf,
  slugOf,
} from '../store/store';

/** A file that a save has changed: its revision before and after; `none` where there was no file. */
export interface ChangedFile {
  /** `work/name`. */
  path: string;
  before: string;
  after: string;
}

/** What changes will do to the files that there are, so that they can be undone. */
export async function changedFiles(
  current: Current,
  changes: readonly Change[],
): Promise<ChangedFile[]> {
  const changed: ChangedFile[] = [];
  for (const { path, content } of changes) {
    const there = await current.read(path);
    const before = there ? revisionOf(there) : noRevision;
    const after = content === null ? noRevision : revisionOf(content);
    if (before !== after) changed.push({ path, before, after });
  }
  return changed;
}

/** A work as it was before a save. */
export interface EarlierState {
  /** ISO 8601: when the save was made. */
  replaced: string;
  /** The files that the save changed, added or took out. */
  saved: string[];
  /** What putting the work back changes: these files, and those that later saves have changed. */
  files: ChangedFile[];
}

/**
 * The states of a work that can be put back, one a save, the latest first: all that has changed since goes back
 * together, since links, notes and rules are of one state of the text, and what was added since goes.
 *
 * @param replaced what saves have replaced and added, the latest first.
 * @param now the revision of each file that there is, by path.
 */
export function earlierStates(
  replaced: readonly Replaced[],
  now: ReadonlyMap<string, string>,
): EarlierState[] {
  const bySave = new Map<string, Replaced[]>();
  for (const each of replaced) bySave.set(each.save, [...(bySave.get(each.save) ?? []), each]);
  const then = new Map<string, string>();
  const states: EarlierState[] = [];
  for (const saved of bySave.values()) {
    for (const { path, revision } of saved) then.set(path, revision);
    const files = [...then].flatMap(([path, before]): ChangedFile[] => {
      const after = now.get(path) ?? noRevision;
      return before === after ? [] : [{ path, before, after }];
    });
    if (files.length === 0) continue;
    states.push({ replaced: saved[0].replaced, saved: saved.map(({ path }) => path), files });
  }
  return states;
}

/**
 * Puts files of a work, or of the library itself, back as they were before a save, all or none.
 *
 * @returns what undoes this in turn.
 * @throws ConflictError where someone has changed one of them since; InputError for a state that is
 *   not kept.
 */
export async function undoChanges(
  slug: string,
  files: readonly ChangedFile[],
  folder: string,
): Promise<ChangedFile[]> {
  const store = await storeOf(folder);
  const states = [...(await store.replaced(slug)), ...(await store.replaced(libraryItself))];
  const changes: Change[] = [];
  for (const { path, before, after } of files) {
    if (!isLibraryFile(path) && (!isLibraryPath(path) || slugOf(path) !== slug)) {
      throw new InputError(`“${path.slice(0, 80)}” is not a file of this work`, {
        remedy: 'name files as the history of the work does',
      });
    }
    const state = states.find((each) => each.path === path && each.revision === before);
    const content = before === noRevision ? null : state && (await store.readReplaced(state));
    if (content === undefined || (content === null && before !== noRevision)) {
      throw new InputError('that state is not kept any more', {
        code: 'not-found',
        file: path,
        remedy: 'choose another from the history of the work',
      });
    }
    changes.push({ path, content, expected: after });
  }
  await store.write(changes);
  return files.map(({ path, before, after }) => ({ path, before: after, after: before }));
}
