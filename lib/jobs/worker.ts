import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type PgBoss from 'pg-boss';
import { keep, recall } from '../cache/cache';
import { clearShared, dropShared, recallShared } from '../cache/shared-cache';
import { databaseAway, libraryDatabase, migrate, unreachable } from '../store/database';
import { type QueuedJob, queue, queueName } from './queue';
import { runInThread } from './thread';

/** What a worker reports: that it has begun a job, or how one ended. */
export type Report = (message: string, more: Record<string, unknown>) => void;

/** Between looks for jobs whose worker is gone, in milliseconds. */
const watchInterval = 3000;
/** Between looks for a job while there is none, in milliseconds. */
const pollInterval = 500;
/** A job must have been under way for so long before it is looked at, in seconds. */
const grace = 5;
/** Between entries of how far a job has come, in milliseconds. */
const tellInterval = 500;
/** Between clearings of what nobody uses, in milliseconds. */
const clearInterval = 3_600_000;

/**
 * Does the long jobs of a library's database, one after another, until it is stopped. Any number
 * of workers may run, on any machines.
 *
 * Each holds a lock of the database (pg_advisory_lock) on the job it does, which ends with its
 * connection: a job whose lock nobody holds has lost its worker, and goes back to the queue at
 * once instead of when its time is up.
 *
 * A fault of the database is reported, and the work goes on when it is back.
 *
 * @returns what stops it: the job under way is left to the other workers.
 */
export async function startWorker(report: Report): Promise<() => Promise<void>> {
  const database = libraryDatabase();
  await migrate(database);
  const boss = await queue(true);
  const attempt = async ({ id, data }: PgBoss.Job<QueuedJob>) => {
    const started = performance.now();
    report('job begun', { job: id, kind: data.name });
    const release = await hold(database.url, id);
    try {
      await doJob(id, data);
      // Under the lock still: a job under way that nobody holds would be thought lost.
      await boss.complete(queueName, id);
    } catch (error) {
      await boss.fail(queueName, id, { message: String(error) });
      throw error;
    } finally {
      await release();
    }
    const ms = Math.round(performance.now() - started);
    report('job done', { job: id, kind: data.name, ms });
  };
  // Not pg-boss's own loop, which ends the process where a job's end cannot be entered.
  let stopped = false;
  const work = async () => {
    while (!stopped) {
      try {
        const [job] = await boss.fetch<QueuedJob>(queueName);
        if (job) await attempt(job);
        else await sleep(pollInterval);
      } catch (error) {
        // The database is away, most likely. A job left so is an orphan, and is taken up again.
        report('a job failed', { error: unreachable(error).message });
        await sleep(watchInterval);
      }
    }
  };
  work();
  let watching = false;
  const watch = async () => {
    if (watching) return;
    watching = true;
    try {
      for (const job of await orphans()) {
        report('job taken from a worker that is gone', { job });
        await boss.fail(queueName, job, { message: 'its worker is gone' });
      }
    } catch (error) {
      report('the queue cannot be looked at', { error: unreachable(error).message });
    } finally {
      watching = false;
    }
  };
  const timers = [
    setInterval(watch, watchInterval),
    setInterval(() => clearShared().catch(() => {}), clearInterval),
  ];
  return async () => {
    stopped = true;
    for (const timer of timers) clearTimeout(timer);
  };
}

async function doJob(id: string, { name, lane, result, input }: QueuedJob): Promise<void> {
  // Done by another while this was thought lost, or by this one and not told to all.
  const known = await recall(result);
  if (known) return keepForAll(result, known);
  const given = await recallShared(input);
  if (!given) throw new Error('what the job works on is not there any more');
  const { tables } = libraryDatabase();
  let last = 0;
  const showShare = (share: number) => {
    if (performance.now() - last < tellInterval) return;
    last = performance.now();
    const row = { share, told: new Date() };
    tables
      .insertInto('library_progress')
      .values({ key: id, ...row })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
      .execute()
      .catch(() => {});
  };
  const found = await runInThread({ name, lane }, JSON.parse(given.toString('utf8')), showShare);
  await keepForAll(result, found);
  await dropShared(input);
}

async function keepForAll(key: string, value: unknown): Promise<void> {
  if (!(await keep(key, value))) throw databaseAway();
}

/** The lock of a job in SQL, where locks are numbers: a hash of its id, a text. */
const lockOf = (id: string) => `hashtextextended(${id}, 7)`;

/** Holds a job's lock, on a connection of its own, until it is released or the process ends. */
async function hold(url: string, id: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url, application_name: 'variorum job' });
  client.on('error', () => {});
  await client.connect();
  // A machine that is gone without a word is noticed within half a minute.
  await client.query('set tcp_keepalives_idle = 10');
  await client.query('set tcp_keepalives_interval = 5');
  await client.query('set tcp_keepalives_count = 3');
  await client.query(`select pg_advisory_lock(${lockOf('$1')})`, [id]);
  return () => client.end().catch(() => {});
}

/** Jobs that are said to be under way, and whose lock nobody holds: each is tried for a moment. */
async function orphans(): Promise<string[]> {
  const { rows } = await libraryDatabase().pool.query<{ id: string }>(
    `with active as materialized (
       select id::text from pgboss.job
       where name = $1 and state = 'active' and started_on < now() - make_interval(secs => $2)
     )
     select id from active where pg_try_advisory_xact_lock(${lockOf('id')})`,
    [queueName, grace],
  );
  return rows.map(({ id }) => id);
}
