import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inLine } from '../core/queue';
import { unwritable } from '../core/write-file';

// A lock is a file that names its holder. Nothing here compares clocks: those of two machines, or of
// a machine and its disk, differ. Whether a holder is alive is asked of the system where it is on
// this machine; otherwise its lock must keep changing while one looks.

/** A holder on another machine that shows no sign of life for so long is gone, in milliseconds. */
const silenceMs = 10_000;
/** Between signs of life, in milliseconds. */
const beatMs = 2000;
/** How long a lock is waited for, in milliseconds: until well after a silent one is taken over. */
const longestWaitMs = 25_000;

interface Holder {
  host: string;
  pid: number;
  /** When the process began, as its system counts; numbers of processes are used again. */
  started: string;
  /** Tells each taking of a lock from all others. */
  nonce: string;
}

/**
 * Does something with a folder while nobody else does the like, in this process or in another.
 *
 * @param purpose the name of the lock, a hidden file within the folder.
 * @param maxWaitMs how long another holder is waited for.
 * @throws InputError where the folder cannot be locked.
 */
export async function alone<T>(
  folder: string,
  purpose: string,
  run: () => Promise<T>,
  maxWaitMs = longestWaitMs,
): Promise<T> {
  const file = path.join(folder, `${purpose}.lock`);
  return inLine(file, async () => {
    const release = await take(file, maxWaitMs);
    try {
      return await run();
    } finally {
      await release();
    }
  });
}

/** Waits for a lock; for anything but another holder there is nothing to wait for. */
async function take(file: string, maxWaitMs: number): Promise<() => Promise<void>> {
  const us: Holder = {
    host: hostname(),
    pid: process.pid,
    started: startOf(process.pid),
    nonce: randomBytes(8).toString('hex'),
  };
  const began = performance.now();
  let seen = { text: '', beat: '', since: began };
  for (let pause = 5; ; pause = Math.min(pause * 2, 250)) {
    try {
      if (await create(file, JSON.stringify(us))) return hold(file, us);
    } catch (error) {
      throw unwritable(error, path.basename(path.dirname(file)));
    }
    const now = await look(file);
    if (now && (now.text !== seen.text || now.beat !== seen.beat)) {
      seen = { ...now, since: performance.now() };
    }
    if (now && isGone(now.text, performance.now() - seen.since)) await takeAway(file, now.text);
    else if (performance.now() - began > maxWaitMs) {
      throw unwritable(Object.assign(new Error(), { code: 'ELOCKED' }), path.basename(file));
    } else await sleep(pause);
  }
}

/** Makes the file with all its content at once. @returns false where there is one. */
async function create(file: string, content: string): Promise<boolean> {
  const beside = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    await fs.writeFile(beside, content, { flag: 'wx' });
    try {
      await fs.link(beside, file);
      return true;
    } finally {
      await fs.rm(beside, { force: true });
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Its own file beside may have been cleared away as abandoned: it is tried again.
    if (code === 'EEXIST' || code === 'ENOENT') {
      await fs.access(path.dirname(file));
      return false;
    }
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
  }
  // Some disks know no links; a holder that ends between these two steps is silent, and gives way.
  try {
    await fs.writeFile(file, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** What a lock says, and its last sign of life. */
async function look(file: string): Promise<{ text: string; beat: string } | null> {
  try {
    const [text, { mtimeMs, ino }] = [await fs.readFile(file, 'utf8'), await fs.stat(file)];
    return { text, beat: `${ino}:${mtimeMs}` };
  } catch (error) {
    // The locks of earlier versions were folders; what holds one now is not a version of these.
    if ((error as NodeJS.ErrnoException).code === 'EISDIR') {
      return { text: '', beat: String((await fs.stat(file).catch(() => null))?.mtimeMs) };
    }
    return null;
  }
}

function isGone(text: string, silentMs: number): boolean {
  if (silentMs > silenceMs) return true;
  let holder: Holder;
  try {
    holder = JSON.parse(text);
  } catch {
    return false;
  }
  return holder.host === hostname() && startOf(holder.pid) !== holder.started;
}

/** When a process began, as its system counts; empty where there is no such process. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? '' : fields[19];
  } catch {
    // Systems without /proc say at least whether there is one.
  }
  try {
    process.kill(pid, 0);
    return 'alive';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? 'alive' : '';
  }
}

/** Takes a lock from a holder that is gone, unless someone else has done so meanwhile. */
async function takeAway(file: string, text: string): Promise<void> {
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    await fs.rename(file, aside);
  } catch {
    return;
  }
  if ((await look(aside))?.text !== text) {
    // It was another's, alive: it gets it back.
    await fs.link(aside, file).catch(() => {});
  }
  await fs.rm(aside, { recursive: true, force: true });
}

/** Shows signs of life until the lock is released. */
function hold(file: string, { nonce }: Holder): () => Promise<void> {
  let beats = 0;
  const timer = setInterval(() => {
    // Any other time will do: that it changes is what counts.
    fs.utimes(file, 0, ++beats).catch(() => {});
  }, beatMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    // Where the disk fails just now, the lock is taken over in some seconds.
    const now = await look(file);
    if (now?.text.includes(nonce)) await fs.rm(file, { force: true }).catch(() => {});
  };
}
