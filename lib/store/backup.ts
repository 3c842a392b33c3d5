import { spawn } from 'node:child_process';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '../core/errors';
import { writeMessage } from '../core/write-file';
import { FolderStore } from './folder-store';
import { finishJournal, savingLock, settle } from './journal';
import { alone } from './lock';

/** A backup that has been made. */
export interface Backup {
  /** Its folder: of the time it was begun. */
  folder: string;
  kind: 'folder' | 'database';
  /** Older ones that were removed. */
  removed: string[];
}

/** What a backup is called: the time, without what some disks do not take in a name. */
const backupName = (now: Date) =>
  `variorum-${now.toISOString().replace(/\.\d+/, '').replace(/:/g, '-')}`;
const named = /^variorum-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/;
/** On its way; one that a process left behind is removed by the next. */
const unfinished = '.unfinished';

/** Tables of what can be computed again, and of jobs, whose content is left out. */
const recomputed = ['library_cache', 'library_progress', 'library_search_*', 'pgboss.*'];

/**
 * Copies a library, with its history, into a new folder among backups: a folder as it is between two
 * saves, a database as one transaction sees it, with its accounts and roles. It is read back before
 * it gets its name, and older ones are removed only then.
 *
 * @param source the library's folder, or the address of its database.
 * @param into the folder of backups; made where it is missing.
 * @param keep how many backups stay, this one included; all without it.
 * @throws InputError for what cannot be read, written or run. No backup is changed then.
 */
export async function backUp(
  source: { folder: string } | { database: string },
  into: string,
  keep?: number,
  now = new Date(),
): Promise<Backup> {
  const folder = path.join(into, backupName(now));
  const draft = folder + unfinished;
  try {
    await fs.mkdir(into, { recursive: true });
    await removeUnfinished(into);
    await fs.mkdir(draft);
    if ('folder' in source) await copyFolder(source.folder, path.join(draft, 'library'));
    else await dump(source.database, path.join(draft, 'library.dump'));
    await settle(draft);
    await fs.rename(draft, folder);
    await settle(into);
  } catch (error) {
    await fs.rm(draft, { recursive: true, force: true }).catch(() => {});
    if (error instanceof InputError) throw error;
    throw new InputError(`no backup was made: ${writeMessage(error)}`, {
      code: /ENOSPC|EDQUOT/.test((error as NodeJS.ErrnoException).code ?? '')
        ? 'disk-full'
        : 'store-away',
      file: into,
      remedy: 'fix that and run it again; earlier backups are as they were',
    });
  }
  const removed = keep === undefined ? [] : await removeOlder(into, keep);
  return { folder, kind: 'folder' in source ? 'folder' : 'database', removed };
}

/** Copies a library in a folder while nobody saves, and compares the copy with it. */
async function copyFolder(library: string, target: string): Promise<void> {
  if (!(await fs.stat(library).catch(() => null))?.isDirectory()) {
    throw new InputError('the library folder does not exist', {
      file: library,
      remedy: 'set VARIORUM_LIBRARY or --library to a folder of works',
    });
  }
  await alone(library, savingLock, async () => {
    await finishJournal(library);
    await fs.cp(library, target, {
      recursive: true,
      preserveTimestamps: true,
      verbatimSymlinks: true,
      filter: (file) => !/\.(lock|unfinished)$/.test(file),
    });
    const [was, is] = await Promise.all(
      [library, target].map((folder) => new FolderStore(folder).list()),
    );
    if (JSON.stringify(was) !== JSON.stringify(is)) {
      throw new InputError('no backup was made: the copy is not as the library', {
        file: library,
        remedy: 'let nothing but Variorum write there meanwhile, and check the disk',
      });
    }
  });
}

/** Writes a database as `pg_restore` reads it, and has that list what it holds. */
async function dump(url: string, file: string): Promise<void> {
  const address = new URL(url);
  // Arguments are seen by all who are on the machine.
  const env = { ...process.env, PGPASSWORD: decodeURIComponent(address.password) };
  if (!address.password) delete (env as NodeJS.ProcessEnv).PGPASSWORD;
  address.password = '';
  await run(
    'pg_dump',
    [
      '--format=custom',
      '--no-owner',
      '--no-privileges',
      ...recomputed.map((table) => `--exclude-table-data=${table}`),
      `--file=${file}`,
      `--dbname=${address.href}`,
    ],
    env,
  );
  await run('pg_restore', ['--list', file], env);
}

/** Runs a program of PostgreSQL. @throws InputError with what it says, where it fails. */
function run(program: string, args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (data) => {
      said = (said + data).slice(-2000);
    });
    child.once('error', ({ code }: NodeJS.ErrnoException) =>
      reject(
        new InputError(`no backup was made: ${program} cannot be run (${code})`, {
          code: 'store-away',
          remedy:
            'install the client programs of PostgreSQL, of the version of the server or later',
        }),
      ),
    );
    child.once('close', (code) => {
      if (code === 0) resolve();
      else {
        reject(
          new InputError(`no backup was made: ${said.trim().split('\n').at(-1) || program}`, {
            code: 'store-away',
            remedy: `run ${program} by hand to see more`,
          }),
        );
      }
    });
  });
}

async function removeUnfinished(into: string): Promise<void> {
  for (const name of await fs.readdir(into)) {
    if (name.endsWith(unfinished) && named.test(name.slice(0, -unfinished.length)))
      await fs.rm(path.join(into, name), { recursive: true, force: true });
  }
}

/** Names are times: the last are the newest. */
async function removeOlder(into: string, keep: number): Promise<string[]> {
  const all = (await fs.readdir(into)).filter((name) => named.test(name)).sort();
  const old = all.slice(0, Math.max(0, all.length - keep)).map((name) => path.join(into, name));
  for (const each of old) await fs.rm(each, { recursive: true, force: true });
  return old;
}
