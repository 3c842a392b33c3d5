import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { InputError } from '../core/errors';
import { ioMessage, refuseLeadingOut } from '../core/files';
import { parseJson } from '../core/json';
import { noRevision, revisionOf } from './store';

export interface Revised<T> {
  value: T;
  /** Changes whenever the file does. */
  revision: string;
}

/**
 * Reads a JSON file of a library that may be absent.
 *
 * @param name `work/name`.
 * @throws InputError with file and line for what is not JSON or not of the schema.
 */
export function readJsonFile<T>(
  folder: string,
  name: string,
  schema: z.ZodType<T>,
  absent: T,
): Revised<T> {
  const file = path.join(/* turbopackIgnore: true */ folder, name);
  refuseLeadingOut(folder, file, name);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return { value: absent, revision: noRevision };
    }
    throw new InputError(ioMessage(error), { file: name, remedy: 'check the file’s permissions' });
  }
  return { value: parseJson(text, name, schema), revision: revisionOf(text) };
}

/** JSON as files have it, for people and version control to read. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
