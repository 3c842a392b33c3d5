import { setTimeout as sleep } from 'node:timers/promises';
import { InputError } from '../edition/errors';
import { keep, recall } from './cache';
import type { Jobs } from './jobs';
import { processWide } from './process-wide';
import { jobId, type QueuedJob, queue, queueName } from './queue';
import { dropShared, keepShared } from './shared-cache';
import { databaseAt, databaseUrl, unreachable } from './store/database';
import { runInThread } from './thread';

const queueing = processWide('queueing', () => ({ on: false }));

/**
 * Leaves long jobs to the workers of the library’s database from now on, as the serving processes
 * do. A command that ends when its work is done does the work itself.
 */
export function leaveJobsToWorkers(): void {
  queueing.on = true;
}

/** How a long job goes on: given the share that is done, 0 to 1. */
type Progress = (share: number) => void;

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

/** Between looks at a job that is under way elsewhere, in milliseconds. */
const interval = 400;
/** A job that ends its worker so many times is given up. */
const mostAttempts = 5;

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
    try {
      return await elsewhere(name, key, input, progress);
    } catch (error) {
      // The database is away: who reads is served all the same, by this process.
      if (!(unreachable(error) instanceof InputError)) throw error;
    }
  }
  const found = await runInThread(name, await input(), progress);
  await keep(key, found);
  return found;
}

async function elsewhere<Name extends keyof Jobs>(
  name: Name,
  key: string,
  input: () => Promise<Jobs[Name]['input']>,
  progress: Progress,
): Promise<Jobs[Name]['output']> {
  const boss = await queue();
  const { tables } = databaseAt(databaseUrl()!);
  const id = jobId(key);
  for (;;) {
    const job = await boss.getJobById<QueuedJob>(queueName, id);
    if (!job) await ask(name, key, await input());
    else if (job.state === 'completed' || job.state === 'failed' || job.state === 'cancelled') {
      const found = await recall<Jobs[Name]['output']>(key);
      await dropShared(job.data.input);
      if (found) return found;
      // What it came to has been dropped meanwhile, or it failed: the next to ask begins anew.
      await boss.deleteJob(queueName, id);
      if (job.state !== 'completed') throw new Error(`a job failed: ${JSON.stringify(job.output)}`);
      continue;
    } else {
      const told = await tables
        .selectFrom('library_progress')
        .select('share')
        .where('key', '=', id)
        .executeTakeFirst();
      if (told) progress(told.share);
    }
    await sleep(interval);
  }
}

async function ask<Name extends keyof Jobs>(
  name: Name,
  result: string,
  input: Jobs[Name]['input'],
): Promise<void> {
  const id = jobId(result);
  const place = `input/${id}`;
  if (!(await keepShared(place, JSON.stringify(input)))) {
    throw unreachable(Object.assign(new Error(), { code: 'ECONNREFUSED' }));
  }
  const job: QueuedJob = { name, result, input: place };
  const boss = await queue();
  // Where someone else has asked meanwhile, this is the same job and adds nothing.
  await boss.send(queueName, job, {
    id,
    retryLimit: mostAttempts - 1,
    retryDelay: 1,
    expireInHours: 12,
  });
}
