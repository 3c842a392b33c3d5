import cluster, { type Worker } from 'node:cluster';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { RateLimiterClusterMaster } from 'rate-limiter-flexible';
import { usedTokensVariable } from '../accounts/owner';
import { InputError } from '../core/errors';
import { offerMetrics } from '../core/metrics-port';
import { processesVariable } from '../core/process-wide';

/** More would only take memory from one another. */
const maxProcesses = 64;
/** A process that ends is replaced after so long, in milliseconds; one that ended at once, after longer. */
const againMs = 100;
const laterMs = 2000;
/** For so long a process must have served, in milliseconds, to be replaced at once. */
const stableMs = 5000;
/** What does not end by itself is ended after so long, in milliseconds. */
const killAfterMs = 9000;

/** How many processes serve. @throws InputError for what is neither a number nor `auto`. */
export function processCount(asked: string): number {
  if (asked === 'auto') return Math.min(availableParallelism(), maxProcesses);
  const count = Number(asked);
  if (Number.isInteger(count) && count >= 1 && count <= maxProcesses) return count;
  throw new InputError(`“${asked}” is not a number of processes`, {
    remedy: `give a number from 1 to ${maxProcesses}, or “auto” for one for each core`,
  });
}

/**
 * Serves by several processes behind one port. One that ends is replaced; all end when this one is
 * asked to. What they must agree on is kept here: how often an address has asked, which tokens of
 * the owner have been used, and the sum of what they measure.
 *
 * @returns the exit code, once all have ended.
 */
export function serveTogether(
  script: string,
  args: string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  count: number,
): Promise<number> {
  const used = mkdtempSync(path.join(tmpdir(), 'variorum-tokens-'));
  process.once('exit', () => rmSync(used, { recursive: true, force: true }));
  new RateLimiterClusterMaster();
  offerSum(env);
  cluster.setupPrimary({ exec: script, args, cwd, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return new Promise((resolve) => {
    let ending = false;
    let served = false;
    let code = 0;
    const since = new Map<Worker, number>();
    const start = (number: number) => {
      const worker = cluster.fork({
        ...env,
        [usedTokensVariable]: used,
        [processesVariable]: String(count),
        VARIORUM_PROCESS: String(number),
      });
      worker.on('listening', () => {
        served = true;
        since.set(worker, performance.now());
      });
      worker.on('error', () => {});
      worker.on('exit', (exit) => {
        const settled = performance.now() - (since.get(worker) ?? Number.POSITIVE_INFINITY);
        since.delete(worker);
        // What one cannot even begin, none can.
        if (!served && !ending) end(exit || 1);
        if (ending) {
          code ||= exit ?? 0;
          if (Object.keys(cluster.workers ?? {}).length === 0) resolve(code);
          return;
        }
        process.stderr.write(`variorum: process ${number} of ${count} ended; it is replaced\n`);
        setTimeout(() => ending || start(number), settled > stableMs ? againMs : laterMs);
      });
    };
    const end = (exit = 0) => {
      if (ending) return;
      ending = true;
      code = exit;
      const all = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
      if (all.length === 0) resolve(code);
      for (const worker of all) worker.process.kill('SIGTERM');
      setTimeout(() => {
        for (const worker of all) worker.process.kill('SIGKILL');
      }, killAfterMs).unref();
    };
    process.on('SIGTERM', () => end());
    process.on('SIGINT', () => end());
    for (let number = 1; number <= count; number++) start(number);
  });
}

/** Offers what all processes measure, as one. */
function offerSum(env: NodeJS.ProcessEnv): void {
  const { VARIORUM_METRICS_PORT: port, VARIORUM_METRICS_HOST: host } = env;
  if (!port) return;
  const sum = import('prom-client').then(({ AggregatorRegistry }) => new AggregatorRegistry());
  offerMetrics(
    Number(port),
    host,
    async () => (await sum).clusterMetrics(),
    (message, error) => {
      if (error) process.stderr.write(`variorum: ${message}: ${error.message}\n`);
    },
  );
}
