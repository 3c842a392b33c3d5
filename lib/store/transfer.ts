import { accessSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { databaseMark, databaseUrl } from '../core/config';
import { InputError } from '../core/errors';
import { ioMessage } from '../core/files';
import { parseJson, readJson } from '../core/json';
import { writeFile } from '../core/write-file';
import { FolderStore } from './folder-store';
import { newIdentity } from './identity';
import { jsonText } from './json-file';
import { PostgresStore } from './postgres-store';
import { type Identity, refuseNewer } from './store';
import { type Sent, sendLibrary } from './sync';

/** What moving a library between a folder and the database did. */
export interface Moved extends Omit<Sent, 'last'> {
  /** False for a folder that may not be written to: the next move does not know what was alike. */
  remembered: boolean;
}

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
  try {
    const remembered = direction === 'pull' || isWritable(folder);
    const identity = await agree(local, database, direction, force, remembered);
    const { library, files } = readLast(file);
    // What was alike with another library says nothing of this one.
    const known = library === undefined || library === identity.id ? files : {};
    const last = new Map(Object.entries(known));
    const { last: now, ...moved } = await sendLibrary(from, to, last, force);
    await to.identify(identity);
    if (!remembered) return { ...moved, remembered };
    mkdirSync(path.dirname(file), { recursive: true });
    // Of this machine alone: version control of the library does without.
    writeFile(path.join(path.dirname(file), '.gitignore'), file, '*\n');
    writeFile(file, file, jsonText({ library: identity.id, files: Object.fromEntries(now) }));
    return { ...moved, remembered };
  } catch (error) {
    if (!(error instanceof InputError) && (error as NodeJS.ErrnoException).code) {
      throw new InputError(ioMessage(error), { file: folder, remedy: 'check its permissions' });
    }
    throw error;
  } finally {
    await database.close();
  }
}

/**
 * Which library is moved. A side that holds nothing takes part in any; one of an earlier version, which
 * has no identity, in that of the other.
 *
 * @throws InputError where the two sides are of different libraries.
 */
async function agree(
  local: FolderStore,
  database: PostgresStore,
  direction: 'push' | 'pull',
  force: boolean,
  remembered: boolean,
): Promise<Identity> {
  const sides = { push: [local, database], pull: [database, local] } as const;
  const [from, to] = sides[direction];
  const [ours, theirs] = [await from.identity(), await to.identity()];
  for (const each of [ours, theirs]) refuseNewer(each);
  const [source, target] = [await from.list(), await to.list()];
  const strange =
    ours && theirs
      ? ours.id !== theirs.id
      : // A database made anew has no identity, and nothing in it: it is not the one that was copied.
        ours === null && theirs !== null && source.length === 0;
  if (strange && target.length > 0 && !force) {
    const [here, there] =
      direction === 'push' ? ['the folder', 'the database'] : ['the database', 'the folder'];
    throw new InputError(
      ours
        ? `${here} and ${there} are of different libraries (${ours.id.slice(0, 8)} and ${theirs?.id.slice(0, 8)})`
        : `${here} holds no library, and ${there} does: it may have been made anew`,
      {
        code: 'conflict',
        remedy: `check DATABASE_URL and the folder; “variorum ${direction === 'push' ? 'pull' : 'push'}” goes the other way, and --force lets ${here} win`,
      },
    );
  }
  const identity = ours ?? theirs ?? newIdentity();
  if (!ours && remembered) await from.identify(identity);
  return identity;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

const lastSchema = z.object({
  library: z.string().optional(),
  files: z.record(z.string(), z.string()),
});

/** What folder and database had when they were last alike; nothing before the first time. */
function readLast(file: string): z.infer<typeof lastSchema> {
  if (!existsSync(file)) return { files: {} };
  const text = readFileSync(file, 'utf8');
  // The first version kept the files alone.
  const old = z.record(z.string(), z.string()).safeParse(readJson(text, file));
  return old.success ? { files: old.data } : parseJson(text, file, lastSchema);
}
