import { availableParallelism, totalmem } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { installedFile } from '../core/installed';
import { processWide } from '../core/process-wide';
import { isServing } from './bounded';
import type { JobKind, JobLane, Progress } from './job';
import { receivedError, type SentFailure } from './sent-error';

type Message = { share: number } | { result: unknown } | SentFailure;

interface Job {
  name: string;
  size: number;
  input: unknown;
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
  progress: (share: number) => void;
}

interface Thread {
  worker: Worker;
  job: Job | null;
}

interface Lane {
  threads: Set<Thread>;
  waiting: Job[];
}

/** Memory that a thread may need for a long work, in bytes. */
const threadMemory = 2 * 1024 ** 3;

/** One for each core, as far as there is memory for them. */
const partThreads = (): number =>
  Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / threadMemory)));

const threadsOf = (lane: JobLane): number => (lane === 'parts' ? partThreads() : 1);

/**
 * Does a long job in a thread of its lane; each does one job after another, the smallest first.
 * @throws InputError as the job does.
 */
export async function runInThread<Input, Output>(
  { name, lane: laneName, size = 0 }: JobKind<Input, Output>,
  input: Input,
  progress: Progress,
): Promise<Output> {
  const lane = processWide(
    `threads ${laneName}`,
    (): Lane => ({ threads: new Set(), waiting: [] }),
  );
  const result = await new Promise((resolve, reject) => {
    const later = lane.waiting.findIndex((waiting) => waiting.size > size);
    const at = later < 0 ? lane.waiting.length : later;
    lane.waiting.splice(at, 0, { name, size, input, resolve, reject, progress });
    assign(lane, threadsOf(laneName));
  });
  return result as Output;
}

function assign(lane: Lane, most: number): void {
  while (lane.waiting.length > 0) {
    let idle = [...lane.threads].find(({ job }) => job === null);
    if (!idle && lane.threads.size < most) idle = start(lane, most);
    if (!idle) return;
    const job = lane.waiting.shift()!;
    idle.job = job;
    idle.worker.ref();
    idle.worker.postMessage({ name: job.name, input: job.input });
  }
}

function start(lane: Lane, most: number): Thread {
  const worker = new Worker(installedFile(path.join('lib', 'worker', 'thread.mjs')), {
    workerData: { yields: isServing() },
  });
  const thread: Thread = { worker, job: null };
  lane.threads.add(thread);
  const fail = (error: Error) => {
    lane.threads.delete(thread);
    thread.job?.reject(error);
    thread.job = null;
    assign(lane, most);
  };
  worker.on('message', (message: Message) => {
    const { job } = thread;
    if (!job) return;
    if ('share' in message) {
      job.progress(message.share);
      return;
    }
    thread.job = null;
    // An idle thread keeps no process from ending.
    worker.unref();
    if ('result' in message) job.resolve(message.result);
    else job.reject(receivedError(message));
    assign(lane, most);
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the thread for long jobs ended')));
  return thread;
}
