import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import lockfile from 'proper-lockfile';
import { inLine } from '../core/queue';
import { unwritable } from '../core/write-file';

/** A lock whose holder has not been heard of for so long is taken over, in milliseconds. */
const stale = 10_000;

/** How long a lock is waited for, in milliseconds: until well after it would have gone stale. */
const longestWait = 25_000;

/**
 * Does something with a folder while nobody else does the like, in this process or in another of
 * this machine.
 *
 * @param purpose the name of the lock, a hidden file within the folder.
 * @throws InputError where the folder cannot be locked.
 */
export async function alone<T>(folder: string, purpose: string, run: () => Promise<T>): Promise<T> {
  const file = path.join(folder, purpose);
  return inLine(file, () => locked(file, run));
}

async function locked<T>(file: string, run: () => Promise<T>): Promise<T> {
  const release = await take(file);
  try {
    return await run();
  } finally {
    // Where the disk fails just now, the lock is stale in some seconds.
    await release().catch(() => {});
  }
}

/** Waits for a lock; for anything but another holder there is nothing to wait for. */
async function take(file: string): Promise<() => Promise<void>> {
  const until = Date.now() + longestWait;
  for (let pause = 5; ; pause = Math.min(pause * 2, 250)) {
    try {
      return await lockfile.lock(file, {
        realpath: false,
        stale,
        // A machine that slept too long: what is saved is decided by revisions as well.
        onCompromised: () => {},
      });
    } catch (error) {
      const held = (error as NodeJS.ErrnoException).code === 'ELOCKED';
      if (!held || Date.now() > until) throw unwritable(error, path.basename(path.dirname(file)));
    }
    await sleep(pause);
  }
}
