import cluster from 'node:cluster';
import { accountsOn, secret } from '../../lib/accounts/settings';
import { checkSettings } from '../../lib/core/check-settings';
import { databaseUrl } from '../../lib/core/config';
import { InputError } from '../../lib/core/errors';
import { offerMetrics } from '../../lib/core/metrics-port';
import { readElsewhere } from '../../lib/jobs/bounded';
import { endReading } from '../../lib/jobs/bounded-processes';
import { closeQueues } from '../../lib/jobs/queue';
import { leaveJobsToWorkers } from '../../lib/jobs/run';
import { startWorker } from '../../lib/jobs/worker';
import { followLibrary } from '../../lib/store/following';
import { prepareLibrary } from '../../lib/store/open';
import { noteOrigins } from './address';
import { keepPages } from './kept-pages';
import { log } from './log';
import { jobCounter, measure } from './metrics';
import { printOwnerLink } from './owner-link';
import { trace } from './traces';

/** For so long a process that is to end may finish what it does, in milliseconds. */
const timeoutMs = 8_000;

/** What a serving process does besides answering requests, from its start to its end. */
export async function start(): Promise<void> {
  await checkStart();
  const { VARIORUM_METRICS_PORT: port, VARIORUM_METRICS_HOST: host } = process.env;
  const endings = [trace()];
  readElsewhere();
  noteOrigins();
  keepPages();
  // Of several processes, one says it for all.
  if (!cluster.isWorker || process.env.VARIORUM_PROCESS === '1') printOwnerLink();
  const read = measure();
  if (port && !cluster.isWorker) {
    offerMetrics(Number(port), host, read, (message, error) =>
      error ? log.error({ error: error.message, port }, message) : log.info({ port }, message),
    );
  }
  if (databaseUrl()) endings.push(...(await shareWork()));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    // Next stops taking requests and answers those under way; this ends all else meanwhile.
    process.once(signal, () => {
      log.info({ signal }, 'ending');
      endReading();
      setTimeout(() => process.exit(0), timeoutMs).unref();
      for (const end of endings) end().catch(() => {});
    });
  }
  process.on('unhandledRejection', (error) =>
    log.error({ error: String(error) }, 'a fault of ours'),
  );
}

/** Ends the process, with one line, where it could only serve something wrong. */
async function checkStart(): Promise<void> {
  try {
    checkSettings(process.env);
    if (accountsOn()) secret();
    const away = await prepareLibrary();
    if (away) log.warn({ error: away.oneLine }, 'the database is away; the copy is served');
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    process.stderr.write(`variorum: ${error.oneLine}\n`);
    process.exit(2);
  }
}

async function shareWork(): Promise<(() => Promise<void>)[]> {
  const endings = [
    followLibrary((message, error) =>
      error ? log.warn({ error: String(error) }, message) : log.info(message),
    ),
    closeQueues,
  ];
  leaveJobsToWorkers();
  if (process.env.VARIORUM_WORK !== 'no') endings.unshift(workHere());
  return endings;
}

/** Takes jobs itself, beside other workers, as soon as the database answers. */
function workHere(): () => Promise<void> {
  let stop = async () => {};
  let timer: NodeJS.Timeout | undefined;
  const begin = async () => {
    try {
      stop = await startWorker((message, more) => {
        if (message === 'job done') jobCounter.count(String(more.kind));
        log.info(more, message);
      });
    } catch (error) {
      log.warn({ error: String(error) }, 'jobs cannot be taken yet');
      timer = setTimeout(begin, 5000);
    }
  };
  begin();
  return async () => {
    clearTimeout(timer);
    await stop();
  };
}
