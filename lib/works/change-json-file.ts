import type { z } from 'zod';
import { decodeUtf8 } from '../core/files';
import { parseJson } from '../core/json';
import { jsonText } from '../store/json-file';
import { storeOf } from '../store/open';
import { type ChangedFile, changedFiles } from './undo';

/**
 * Reads a JSON file of a work, changes what it holds and writes it, in one transaction.
 *
 * @param path `work/name`.
 * @param absent what a file that is not there holds.
 * @returns what undoes the change.
 * @throws InputError with file and line for a file that is not of the schema; what `edit` throws.
 */
export async function changeJsonFile<T>(
  slug: string,
  path: string,
  schema: z.ZodType<T>,
  absent: T,
  folder: string,
  edit: (value: T) => T,
): Promise<ChangedFile[]> {
  let changed: ChangedFile[] = [];
  await (await storeOf(folder)).update([slug], async (current) => {
    const content = await current.read(path);
    const value = content ? parseJson(decodeUtf8(content, path), path, schema) : absent;
    const changes = [{ path, content: jsonText(edit(value)) }];
    changed = await changedFiles(current, changes);
    return changes;
  });
  return changed;
}
