import type { z } from 'zod';
import { decodeUtf8 } from '../core/files';
import { parseJson } from '../core/json';
import { jsonText, type Revised, readJsonFile } from '../store/json-file';
import { storeOf } from '../store/open';
import { pathIn } from '../store/store';
import { type ChangedFile, changedFiles } from './undo';

/** A JSON file of a work, or of the library itself, that holds one list: `notes.json` holds `{"notes": […]}`. */
export interface ListFile<Entry, Whole> {
  /** `work/name`. */
  path(slug: string): string;
  /**
   * The entries, with the revision of the file; none where there is no file.
   * @throws InputError with file and line for a file that is not of the schema.
   */
  read(slug: string, folder: string): Revised<Entry[]>;
  /**
   * Reads, changes and writes the entries in one transaction; other fields of the file are kept.
   *
   * @returns what undoes the change.
   * @throws InputError as `read` does; what `edit` throws.
   */
  change(slug: string, folder: string, edit: (entries: Entry[]) => Entry[]): Promise<ChangedFile[]>;
  /** `read` of all fields of the file. */
  readWhole(slug: string, folder: string): Revised<Whole>;
  /** `change` of all fields of the file. */
  changeWhole(slug: string, folder: string, edit: (whole: Whole) => Whole): Promise<ChangedFile[]>;
}

/** @param key the field of the file that holds the list. */
export function listFile<Key extends string, Whole extends Record<Key, unknown[]>>(
  name: string,
  key: Key,
  schema: z.ZodType<Whole>,
): ListFile<Whole[Key][number], Whole> {
  const path = (slug: string) => pathIn(slug, name);
  const absent = schema.parse({ [key]: [] });
  const readWhole = (slug: string, folder: string): Revised<Whole> =>
    readJsonFile(folder, path(slug), schema, absent);
  const changeWhole = async (slug: string, folder: string, edit: (whole: Whole) => Whole) => {
    let changed: ChangedFile[] = [];
    await (await storeOf(folder)).update([slug], async (current) => {
      const file = path(slug);
      const content = await current.read(file);
      const value = content ? parseJson(decodeUtf8(content, file), file, schema) : absent;
      const changes = [{ path: file, content: jsonText(edit(value)) }];
      changed = await changedFiles(current, changes);
      return changes;
    });
    return changed;
  };
  return {
    path,
    readWhole,
    changeWhole,
    read(slug, folder) {
      const { value, revision } = readWhole(slug, folder);
      return { value: value[key], revision };
    },
    change: (slug, folder, edit) =>
      changeWhole(slug, folder, (whole) => ({ ...whole, [key]: edit(whole[key]) })),
  };
}

/** The entries without some. @throws what `missing` makes, where none is taken out. */
export function without<Entry>(
  entries: readonly Entry[],
  isTakenOut: (entry: Entry) => boolean,
  missing: () => Error,
): Entry[] {
  const left = entries.filter((entry) => !isTakenOut(entry));
  if (left.length === entries.length) throw missing();
  return left;
}

/** The entries with one more, in place of those that are the same. @throws what `full` makes, where there are too many. */
export function withNew<Entry>(
  entries: readonly Entry[],
  added: Entry,
  isSame: (entry: Entry) => boolean,
  most: number,
  full: () => Error,
): Entry[] {
  const kept = entries.filter((entry) => !isSame(entry));
  if (kept.length < most) return [...kept, added];
  throw full();
}

/** How an error says that a list has as many entries as it may. */
export const atLimit = {
  code: 'too-large',
  remedy: 'take out those that are not needed',
} as const;

/** How an error says that an entry is not there any more. */
export const removedMeanwhile = {
  code: 'not-found',
  remedy: 'reload the page: someone may have removed it',
} as const;
