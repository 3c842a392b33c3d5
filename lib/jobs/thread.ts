import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { installedFile } from '../core/installed';
import { processWide } from '../core/process-wide';
import { isServing } from './bounded';
import type { JobKind, Progress } from './job';

type Message =
  | { id: number; share: number }
  | { id: number; result: unknown }
  | { id: number; error: string };

interface Waiting {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
  progress: (share: number) => void;
}

interface Lane {
  worker: Worker | null;
  next: number;
  waiting: Map<number, Waiting>;
}

/** Does a long job in a thread, one job after another. */
export async function runInThread<Input, Output>(
  kind: JobKind<Input, Output>,
  input: Input,
  progress: Progress,
): Promise<Output> {
  const lane = processWide(
    `thread ${kind.lane}`,
    (): Lane => ({ worker: null, next: 0, waiting: new Map() }),
  );
  lane.worker ??= start(lane);
  const id = lane.next++;
  const thread = lane.worker;
  const result = await new Promise((resolve, reject) => {
    lane.waiting.set(id, { resolve, reject, progress });
    thread.ref();
    thread.postMessage({ id, name: kind.name, input });
  });
  return result as Output;
}

function start(lane: Lane): Worker {
  const { waiting } = lane;
  const started = new Worker(installedFile(path.join('lib', 'worker', 'thread.mjs')), {
    workerData: { yields: isServing() },
  });
  const failAll = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    if (lane.worker === started) lane.worker = null;
  };
  started.on('message', (message: Message) => {
    const job = waiting.get(message.id);
    if (!job) return;
    if ('share' in message) {
      job.progress(message.share);
      return;
    }
    waiting.delete(message.id);
    // An idle thread keeps no process from ending.
    if (waiting.size === 0) started.unref();
    if ('result' in message) job.resolve(message.result);
    else job.reject(new Error(message.error));
  });
  started.on('error', failAll);
  started.on('exit', () => failAll(new Error('the thread for long jobs ended')));
  return started;
}
