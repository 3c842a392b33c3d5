import { keep, recall } from '../cache/cache';
import { databaseUrl } from '../core/config';
import { processWide } from '../core/process-wide';
import { inTurn } from './in-turn';
import type { JobKind, Progress } from './job';
import { runInThread } from './thread';

const queueing = processWide('queueing', () => ({ on: false }));

/**
 * Leaves long jobs to the workers of the library’s database from now on, as the serving processes
 * do. A command that ends when its work is done does the work itself.
 */
export function leaveJobsToWorkers(): void {
  queueing.on = true;
}

/**
 * The result of a long job, kept for the next to ask: computed in a thread of this process or, see
 * `leaveJobsToWorkers`, by any worker. The same job is done once, however many ask.
 *
 * @param key of the cache's entry for the result; names all that bears on it.
 */
export async function runJob<Input, Output>(
  kind: JobKind<Input, Output>,
  key: string,
  input: () => Promise<Input>,
  progress: Progress = () => {},
): Promise<Output> {
  const known = await recall<Output>(key);
  if (known) return known;
  if (queueing.on && databaseUrl()) {
    const { runRemotely } = await import('./remote');
    const found = await runRemotely(kind, key, input, progress);
    // Where the database is away, readers are served all the same, by this process.
    if (found) return found;
  }
  const compute = async (report: Progress) => {
    const found = await runInThread(kind, await input(), report);
    await keep(key, found);
    return found;
  };
  return inTurn(key, () => recall<Output>(key), compute, progress);
}
