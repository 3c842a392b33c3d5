import { Mutex } from 'async-mutex';
import { processWide } from './process-wide';

const lines = processWide('lines', () => new Map<string, Mutex>());

/** Runs something once all that was put in the same line before has ended, in this process. */
export async function inLine<T>(line: string, run: () => Promise<T>): Promise<T> {
  const mutex = lines.get(line) ?? new Mutex();
  lines.set(line, mutex);
  try {
    return await mutex.runExclusive(run);
  } finally {
    if (!mutex.isLocked() && lines.get(line) === mutex) lines.delete(line);
  }
}
