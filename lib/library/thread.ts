import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { installedFile } from '../ingest/installed';
import type { Jobs } from './jobs';

type Message =
  | { id: number; share: number }
  | { id: number; result: unknown }
  | { id: number; error: string };

interface Waiting {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
  progress: (share: number) => void;
}

let worker: Worker | null = null;
let next = 0;
const waiting = new Map<number, Waiting>();

/** Does a long job in a thread of its own; one thread serves all, a job at a time. */
export async function runInThread<Name extends keyof Jobs>(
  name: Name,
  input: Jobs[Name]['input'],
  progress: (share: number) => void,
): Promise<Jobs[Name]['output']> {
  worker ??= start();
  const id = next++;
  const thread = worker;
  const result = await new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject, progress });
    thread.ref();
    thread.postMessage({ id, name, input });
  });
  return result as Jobs[Name]['output'];
}

function start(): Worker {
  const file = installedFile(path.join('lib', 'library', 'worker.mjs'));
  const started = new Worker(file);
  const failAll = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    worker = null;
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
