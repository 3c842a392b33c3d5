import { keep, recall } from './cache';
import type { Jobs, Progress } from './jobs';
import { processWide } from './process-wide';
import { databaseUrl } from './store/database-url';
import { runInThread } from './thread';

const queueing = processWide('queueing', () => ({ on: false }));

/**
 * Leaves long jobs to the workers of the library’s database from now on, as the serving processes
 * do. A command that ends when its work is done does the work itself.
 */
export function leaveJobsToWorkers(): void {
  queueing.on = true;
}

/** Work on more letters than this is done in a thread, so that others are served. */
const manyLetters = 400_000;

/** Whether editions are so long, taken together, that work on all their words takes a while. */
export function areLong(editions: readonly { segments: readonly { text: string }[] }[]): boolean {
  const letters = editions.reduce(
    (sum, { segments }) => segments.reduce((n, { text }) => n + text.length, sum),
    0,
  );
  return letters >= manyLetters;
}

/**
 * What a long job comes to, kept for the next to ask: done in a thread of this process or, see
 * `leaveJobsToWorkers`, by any worker. The same job is done once, whoever asks.
 *
 * @param key of the cache's entry for the result; names all that bears on it.
 */
export async function workOut<Name extends keyof Jobs>(
  name: Name,
  key: string,
  input: () => Promise<Jobs[Name]['input']>,
  progress: Progress = () => {},
): Promise<Jobs[Name]['output']> {
  const known = await recall<Jobs[Name]['output']>(key);
  if (known) return known;
  if (queueing.on && databaseUrl()) {
    const { workElsewhere } = await import('./work-elsewhere');
    const found = await workElsewhere(name, key, input, progress);
    // Where the database is away, who reads is served all the same, by this process.
    if (found) return found;
  }
  const found = await runInThread(name, await input(), progress);
  await keep(key, found);
  return found;
}
