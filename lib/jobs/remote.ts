import { setTimeout as sleep } from 'node:timers/promises';
import { recall } from '../cache/cache';
import { dropShared, keepShared } from '../cache/shared-cache';
import { InputError } from '../core/errors';
import { databaseAway, libraryDatabase, unreachable } from '../store/database';
import type { JobKind, Progress } from './job';
import { jobId, type QueuedJob, queue, queueName } from './queue';

/** Between looks at a job that is under way elsewhere, in milliseconds. */
const interval = 400;
/** Times that a job may end its worker before it is given up. */
const maxAttempts = 5;

/**
 * What a long job comes to, done by any worker of the library's database; see `runJob`.
 *
 * @returns null where the database is away.
 */
export async function runRemotely<Input, Output>(
  kind: JobKind<Input, Output>,
  key: string,
  input: () => Promise<Input>,
  progress: Progress,
): Promise<Output | null> {
  try {
    return await elsewhere(kind, key, input, progress);
  } catch (error) {
    if (unreachable(error) instanceof InputError) return null;
    throw error;
  }
}

async function elsewhere<Input, Output>(
  kind: JobKind<Input, Output>,
  key: string,
  input: () => Promise<Input>,
  progress: Progress,
): Promise<Output> {
  const boss = await queue();
  const { tables } = libraryDatabase();
  const id = jobId(key);
  for (;;) {
    const job = await boss.getJobById<QueuedJob>(queueName, id);
    if (!job) await ask(kind, key, await input());
    else if (job.state === 'completed' || job.state === 'failed' || job.state === 'cancelled') {
      const found = await recall<Output>(key);
      await dropShared(job.data.input);
      if (found) return found;
      // What it came to has been dropped meanwhile, or it failed: the next to ask begins anew.
      await boss.deleteJob(queueName, id);
      if (job.state !== 'completed') throw new Error(`a job failed: ${JSON.stringify(job.output)}`);
      continue;
    } else {
      const row = await tables
        .selectFrom('library_progress')
        .select('share')
        .where('key', '=', id)
        .executeTakeFirst();
      if (row) progress(row.share);
    }
    await sleep(interval);
  }
}

async function ask<Input, Output>(
  kind: JobKind<Input, Output>,
  result: string,
  input: Input,
): Promise<void> {
  const id = jobId(result);
  const place = `input/${id}`;
  if (!(await keepShared(place, JSON.stringify(input)))) throw databaseAway();
  const job: QueuedJob = { name: kind.name, lane: kind.lane, result, input: place };
  const boss = await queue();
  // Where someone else has asked meanwhile, this is the same job and adds nothing.
  await boss.send(queueName, job, {
    id,
    retryLimit: maxAttempts - 1,
    retryDelay: 1,
    expireInHours: 12,
  });
}
