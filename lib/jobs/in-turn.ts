import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from '../core/config';
import { InputError } from '../core/errors';
import { contentHash } from '../core/hash';
import { inSeveralProcesses } from '../core/process-wide';
import { alone } from '../store/lock';
import type { Progress } from './job';

/** Between looks at how far another process has come, and between notes of it, in milliseconds. */
const interval = 400;
/** The longest that another process is waited for, in milliseconds. */
const longestMs = 12 * 60 * 60 * 1000;

/**
 * Does what several processes of this machine may be asked for at once: one does it, the others wait
 * and see how far it has come. Where a process serves alone, it is simply done.
 *
 * @param key of what it comes to.
 * @param known what another has done meanwhile, if it has.
 */
export async function inTurn<Output>(
  key: string,
  known: () => Promise<Output | null>,
  run: (progress: Progress) => Promise<Output>,
  progress: Progress,
): Promise<Output> {
  if (!inSeveralProcesses()) return run(progress);
  const folder = path.join(cacheFolder(), 'turns');
  const name = contentHash(key, 'content');
  const noted = path.join(folder, `${name}.share`);
  const looking = setInterval(async () => {
    const share = Number(await readFile(noted, 'utf8').catch(() => Number.NaN));
    if (share >= 0 && share <= 1) progress(share);
  }, interval);
  looking.unref();
  let begun = false;
  try {
    await mkdir(folder, { recursive: true });
    return await alone(
      folder,
      name,
      async () => {
        begun = true;
        clearInterval(looking);
        return (await known()) ?? (await noting(noted, run, progress));
      },
      longestMs,
    );
  } catch (error) {
    // A folder that cannot be written to: each does it by itself.
    if (begun || !(error instanceof InputError || isOfDisk(error))) throw error;
    return run(progress);
  } finally {
    clearInterval(looking);
  }
}

const isOfDisk = (error: unknown) => typeof (error as NodeJS.ErrnoException).code === 'string';

/** Does it, and notes for the others how far it has come. */
async function noting<Output>(
  file: string,
  run: (progress: Progress) => Promise<Output>,
  progress: Progress,
): Promise<Output> {
  let last = 0;
  try {
    return await run((share) => {
      progress(share);
      if (Date.now() - last < interval) return;
      last = Date.now();
      writeFile(file, share.toFixed(3)).catch(() => {});
    });
  } finally {
    await rm(file, { force: true }).catch(() => {});
  }
}
