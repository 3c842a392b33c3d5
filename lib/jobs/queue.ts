import PgBoss from 'pg-boss';
import { databaseUrl } from '../core/config';
import { contentHash } from '../core/hash';
import { processWide } from '../core/process-wide';
import { aloneIn, databaseAt } from '../store/database';
import type { JobLane } from './job';

/** The queue of long jobs. */
export const queueName = 'variorum-work';

/** What a job carries; what it works on is kept apart, as it can be megabytes. */
export interface QueuedJob {
  /** Name and lane of its kind. */
  name: string;
  lane: JobLane;
  /** Under which key the result is kept. */
  result: string;
  /** Under which key of the shared cache the input is. */
  input: string;
}

/** Number of the advisory lock under which the tables of the queue are made. */
const queueLock = 1949_12_19;

const bosses = processWide('queues', () => new Map<string, Promise<PgBoss>>());

/** The queue in the library's database; it is looked after by workers alone. */
export function queue(supervise = false): Promise<PgBoss> {
  const url = databaseUrl() ?? '';
  const key = `${supervise}:${url}`;
  let boss = bosses.get(key);
  if (!boss) {
    boss = open(url, supervise);
    boss.catch(() => bosses.delete(key));
    bosses.set(key, boss);
  }
  return boss;
}

async function open(url: string, supervise: boolean): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'variorum queue',
    max: 2,
    supervise,
    schedule: false,
    maintenanceIntervalSeconds: 30,
    archiveCompletedAfterSeconds: 3600,
    deleteAfterDays: 7,
  });
  // What fails is tried again by whoever asked; without a listener the process would end.
  boss.on('error', () => {});
  // Two that start on a new database at once would wait for each other without end.
  await aloneIn(databaseAt(url), queueLock, async () => {
    await boss.start();
    await boss.createQueue(queueName, { name: queueName, policy: 'standard' });
  });
  return boss;
}

export async function closeQueues(): Promise<void> {
  const open = [...bosses.values()];
  bosses.clear();
  for (const boss of open) {
    await (await boss.catch(() => null))?.stop({ graceful: false, wait: true });
  }
}

/** A job's id, made of what it is to find: however often it is asked for, it is one job. */
export function jobId(result: string): string {
  const hex = contentHash(result);
  // In the form of a UUID, version 8 (RFC 9562: of the maker's own making).
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
