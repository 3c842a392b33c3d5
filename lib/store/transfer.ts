import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { databaseMark, databaseUrl } from '../core/config';
import { InputError } from '../core/errors';
import { ioMessage } from '../core/files';
import { parseJson } from '../core/json';
import { writeFile } from '../core/write-file';
import { FolderStore } from './folder-store';
import { jsonText } from './json-file';
import { PostgresStore } from './postgres-store';
import { type Sent, sendLibrary } from './sync';

/** What moving a library between a folder and the database did. */
export type Moved = Omit<Sent, 'last'>;

/**
 * Moves what changed in a folder into the database (`push`), or the other way round (`pull`).
 *
 * @param force whether the source wins where both have changed.
 * @throws InputError without a database, for what changed in both, and for what cannot be read or
 *   written. Each work is moved whole or not at all.
 */
export async function moveLibrary(
  direction: 'push' | 'pull',
  folder: string,
  force = false,
): Promise<Moved> {
  const url = databaseUrl();
  if (!url) {
    throw new InputError('no database is named', {
      remedy: 'set DATABASE_URL to postgresql://user:password@host:5432/name',
    });
  }
  if (direction === 'push' && !existsSync(folder)) {
    throw new InputError('the library folder does not exist', {
      file: folder,
      remedy: 'name another with --library',
    });
  }
  const local = new FolderStore(folder);
  const database = new PostgresStore(url);
  const [from, to] = direction === 'push' ? [local, database] : [database, local];
  if (direction === 'pull') mkdirSync(folder, { recursive: true });
  const file = path.join(folder, '.last-alike', `${databaseMark(url)}.json`);
  const last = new Map(Object.entries(readLast(file)));
  try {
    const { last: now, ...moved } = await sendLibrary(from, to, last, force);
    mkdirSync(path.dirname(file), { recursive: true });
    // Of this machine alone: version control of the library does without.
    writeFile(path.join(path.dirname(file), '.gitignore'), file, '*\n');
    writeFile(file, file, jsonText(Object.fromEntries(now)));
    return moved;
  } catch (error) {
    if (!(error instanceof InputError) && (error as NodeJS.ErrnoException).code) {
      throw new InputError(ioMessage(error), { file: folder, remedy: 'check its permissions' });
    }
    throw error;
  } finally {
    await database.close();
  }
}

/** What folder and database had when they were last alike; nothing before the first time. */
function readLast(file: string): Record<string, string> {
  if (!existsSync(file)) return {};
  return parseJson(readFileSync(file, 'utf8'), file, z.record(z.string(), z.string()));
}
