import path from 'node:path';
import lockfile from 'proper-lockfile';
import { processWide } from '../process-wide';
import { unwritable } from './unwritable';

/** A lock whose holder has not been heard of for so long is taken over, in milliseconds. */
const stale = 10_000;

/** Within the process, those who wait for a lock stand in line. */
const lines = processWide('locks', () => new Map<string, Promise<unknown>>());

/**
 * Does something with a folder while nobody else does the like, in this process or in another of
 * this machine.
 *
 * @param purpose the name of the lock, a hidden file within the folder.
 * @throws InputError where the folder cannot be locked.
 */
export async function alone<T>(folder: string, purpose: string, run: () => Promise<T>): Promise<T> {
  const file = path.join(folder, purpose);
  const before = lines.get(file) ?? Promise.resolve();
  const turn = before.then(() => locked(file, run));
  const settled = turn.then(
    () => {},
    () => {},
  );
  lines.set(file, settled);
  settled.then(() => {
    if (lines.get(file) === settled) lines.delete(file);
  });
  return turn;
}

async function locked<T>(file: string, run: () => Promise<T>): Promise<T> {
  let release: () => Promise<void>;
  try {
    release = await lockfile.lock(file, {
      realpath: false,
      stale,
      // A machine that slept too long: what is saved is decided by revisions as well.
      onCompromised: () => {},
      // Until well after a lock has gone stale.
      retries: { retries: 100, minTimeout: 5, maxTimeout: 250 },
    });
  } catch (error) {
    throw unwritable(error, path.basename(path.dirname(file)));
  }
  try {
    return await run();
  } finally {
    // Where the disk fails just now, the lock is stale in some seconds.
    await release().catch(() => {});
  }
}
