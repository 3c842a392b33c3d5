import { readFileSync } from 'node:fs';
import writeFileAtomic from 'write-file-atomic';
import type { z } from 'zod';
import { InputError } from '../edition/errors';
import { contentHash } from '../edition/identify';
import { parseJson } from '../edition/json';
import { ioMessage } from '../ingest/text-file';

/** The revision of a file that is not there. */
export const noRevision = 'none';

export interface Revised<T> {
  value: T;
  /** Changes whenever the file does. */
  revision: string;
}

/**
 * Reads a JSON file that may be absent.
 *
 * @param name how messages call the file.
 * @throws InputError with file and line for what is not JSON or not of the schema.
 */
export function readJsonFile<T>(
  file: string,
  name: string,
  schema: z.ZodType<T>,
  absent: T,
): Revised<T> {
  let text: string;
  try {
    text = readFileSync(/* turbopackIgnore: true */ file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return { value: absent, revision: noRevision };
    }
    throw new InputError(ioMessage(error), { file: name, remedy: 'check the file’s permissions' });
  }
  return { value: parseJson(text, name, schema), revision: contentHash(text, 16) };
}

/** Someone has saved since the writer last read. Nothing has been written. */
export class ConflictError extends Error {
  override name = 'ConflictError';
}

/**
 * Writes a JSON file whole or not at all, if it still is as the writer knew it. Reading and
 * writing are one step to every other request of this process.
 *
 * @param expected the revision that the writer read.
 * @returns the new revision.
 * @throws ConflictError when the file has changed meanwhile; InputError when it cannot be written.
 */
export function writeJsonFile(
  file: string,
  name: string,
  value: unknown,
  expected: string,
): string {
  let now = noRevision;
  try {
    now = contentHash(readFileSync(/* turbopackIgnore: true */ file, 'utf8'), 16);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw unwritable(error, name);
  }
  if (now !== expected) throw new ConflictError(`${name} has changed`);
  const text = `${JSON.stringify(value, null, 2)}\n`;
  writeFile(file, name, text);
  return contentHash(text, 16);
}

/** Writes a file whole or not at all (temporary file, fsync, rename). */
export function writeFile(file: string, name: string, content: string | Uint8Array): void {
  try {
    writeFileAtomic.sync(file, typeof content === 'string' ? content : Buffer.from(content));
  } catch (error) {
    throw unwritable(error, name);
  }
}

function unwritable(error: unknown, name: string): InputError {
  const { code } = error as NodeJS.ErrnoException;
  const reasons: Record<string, string> = {
    ENOSPC: 'the disk is full',
    EACCES: 'the folder may not be written to',
    EPERM: 'the folder may not be written to',
    EROFS: 'the disk is read-only',
    ENOENT: 'its folder does not exist',
  };
  return new InputError(
    `nothing was saved: ${reasons[code ?? ''] ?? `the file cannot be written (${code})`}`,
    { file: name, remedy: 'mend that and save again; the file is as it was' },
  );
}
