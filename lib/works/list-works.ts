import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { libraryFolder } from '../core/config';
import { InputError } from '../core/errors';
import { ioMessage } from '../core/files';
import { processWide } from '../core/process-wide';
import { isSlug } from '../edition/names';

/** Whether a file of a work is an edition, by its name. */
export const isEditionFile = (name: string): boolean => /\.(md|markdown)$/i.test(name);

/** Looking at a library takes no more than this part of the time. */
const share = 1 / 20;
/** What takes less than this, in milliseconds, is looked at each time. */
const cheapMs = 10;

/** A look at a library, and when it was taken. */
export interface Look<Found> {
  found: Found;
  /** When it ended, and how long it took, in milliseconds of `performance.now()`. */
  at: number;
  took: number;
  /** When a work was last added to the folder. */
  changed: number;
}

/** When the names in a library's folder last changed; NaN where it cannot be asked. */
export const changeOf = (folder: string): number =>
  statSync(/* turbopackIgnore: true */ folder, { throwIfNoEntry: false })?.mtimeMs ?? Number.NaN;

/**
 * Whether a look at a library is good for the next who asks. A small one is looked at each time; of
 * a large one, works that are added are seen at once, and other changes a moment later.
 */
export const isFresh = (look: Look<unknown>, folder: string): boolean =>
  look.took >= cheapMs &&
  performance.now() - look.at < look.took / share &&
  look.changed === changeOf(folder);

const looks = processWide('works of libraries', () => new Map<string, Look<string[]>>());

/**
 * Slugs of the works in a library, in order of name. Folders with other names are not works.
 *
 * @throws InputError where the library cannot be read.
 */
export function listWorks(folder = libraryFolder()): readonly string[] {
  const before = looks.get(folder);
  if (before && isFresh(before, folder)) return before.found;
  const began = performance.now();
  const changed = changeOf(folder);
  const found = readWorks(folder);
  const at = performance.now();
  looks.set(folder, { found, at, took: at - began, changed });
  return found;
}

function readWorks(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && isSlug(entry.name))
      .filter(({ name }) => holdsFiles(path.join(folder, name)))
      .map((entry) => entry.name)
      .sort();
  } catch (error) {
    throw new InputError(
      (error as NodeJS.ErrnoException).code === 'ENOENT'
        ? 'the library folder does not exist'
        : ioMessage(error),
      { file: folder, remedy: 'set VARIORUM_LIBRARY or --library to a folder of works' },
    );
  }
}

/** Whether a library has a work. */
export const hasWork = (slug: string, folder = libraryFolder()): boolean =>
  isSlug(slug) && holdsFiles(path.join(folder, slug));

/** Whether a folder is a work: one that was taken out leaves its history behind, which is hidden. */
function holdsFiles(folder: string): boolean {
  // Nearly all have this file, and to ask for one costs less than to list all.
  if (existsSync(path.join(folder, 'work.json'))) return true;
  try {
    return readdirSync(folder).some((name) => !name.startsWith('.'));
  } catch {
    return false;
  }
}
