import { setTimeout as sleep } from 'node:timers/promises';
import { InputError } from '../edition/errors';
import { recall } from './cache';
import type { Jobs, Progress } from './jobs';
import { jobId, type QueuedJob, queue, queueName } from './queue';
import { dropShared, keepShared } from './shared-cache';
import { databaseAway, libraryDatabase, unreachable } from './store/database';

/** Between looks at a job that is under way elsewhere, in milliseconds. */
const interval = 400;
/** A job that ends its worker so many times is given up. */
const mostAttempts = 5;

/**
 * What a long job comes to, done by any worker of the library's database; see `workOut`.
 *
 * @returns null where the database is away.
 */
export async function workElsewhere<Name extends keyof Jobs>(
  name: Name,
  key: string,
  input: () => Promise<Jobs[Name]['input']>,
  progress: Progress,
): Promise<Jobs[Name]['output'] | null> {
  try {
    return await elsewhere(name, key, input, progress);
  } catch (error) {
    if (unreachable(error) instanceof InputError) return null;
    throw error;
  }
}

async function elsewhere<Name extends keyof Jobs>(
  name: Name,
  key: string,
  input: () => Promise<Jobs[Name]['input']>,
  progress: Progress,
): Promise<Jobs[Name]['output']> {
  const boss = await queue();
  const { tables } = libraryDatabase();
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
  if (!(await keepShared(place, JSON.stringify(input)))) throw databaseAway();
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
