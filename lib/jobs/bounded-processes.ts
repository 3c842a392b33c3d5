import { type ChildProcess, fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import path from 'node:path';
import { InputError } from '../core/errors';
import { installedFile } from '../core/installed';
import { processWide } from '../core/process-wide';
import { type Limits, usageOf } from './limits';
import { receivedError, type SentFailure } from './sent-error';

/** Kinds of work that have processes of their own. */
export type LaneName = 'upload' | 'stored' | 'print' | 'index' | 'posted';

/** What work may take, and what is said where it takes more. */
export interface Bounds {
  limits: () => Limits;
  /** What it does, as the beginning of a sentence: “reading it”. */
  does: string;
  remedy: string;
}

export type BoundedMessage =
  | { ready: true }
  | { part: unknown }
  | { result: unknown }
  | SentFailure;

interface Task {
  name: string;
  input: unknown;
  part: (part: unknown) => void;
  /** Of who waits for it. */
  signal?: AbortSignal;
}

interface Job extends Task {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

interface Lane {
  name: LaneName;
  /** What its work may take. */
  bounds: Bounds;
  /** Processes at work or idle; each does one job at a time. */
  workers: Set<WorkerProcess>;
  waiting: Job[];
}

interface WorkerProcess {
  child: ChildProcess;
  ready: boolean;
  job: Job | null;
  idle?: NodeJS.Timeout;
  watch?: NodeJS.Timeout;
  /** Why it is being ended. */
  ending?: Error;
}

const processes: Record<LaneName, number> = { upload: 1, stored: 2, print: 1, index: 2, posted: 1 };
/** Jobs that wait in a lane at most. */
const maxWaiting: Record<LaneName, number> = {
  upload: 12,
  stored: 10_000,
  print: 12,
  index: 1000,
  posted: 12,
};
/** An idle process is ended after so long, in milliseconds. */
const idleMs = 60_000;
/** Between looks at what a process uses, in milliseconds. */
const watchMs = 100;
/** How many times its processor time a job may take on a busy machine. */
const patience = 4;

/**
 * Runs a task in a process of its lane, and hands on what it answers.
 * @throws InputError where it exceeds its bounds, or too many wait; the reason of its signal.
 */
export async function runInLane(name: LaneName, bounds: Bounds, task: Task): Promise<unknown> {
  const { signal } = task;
  signal?.throwIfAborted();
  const lane = processWide(
    `processes ${name}`,
    (): Lane => ({ name, bounds, workers: new Set(), waiting: [] }),
  );
  if (lane.waiting.length >= maxWaiting[name]) {
    throw new InputError('too much of this work is waiting already', {
      code: 'not-ready',
      remedy: 'try again in a minute',
    });
  }
  let abandon = () => {};
  try {
    return await new Promise<unknown>((resolve, reject) => {
      const job = { ...task, resolve, reject };
      abandon = () => endJob(lane, job, signal?.reason);
      signal?.addEventListener('abort', abandon);
      lane.waiting.push(job);
      assign(lane);
    });
  } finally {
    signal?.removeEventListener('abort', abandon);
  }
}

/** Ends a job that nobody waits for: takes it out of the queue, or ends the process that is at it. */
function endJob(lane: Lane, job: Job, reason: Error): void {
  const at = lane.waiting.indexOf(job);
  if (at >= 0) {
    lane.waiting.splice(at, 1);
    job.reject(reason);
    return;
  }
  const worker = [...lane.workers].find((each) => each.job === job);
  if (!worker) return;
  worker.ending ??= reason;
  worker.child.kill('SIGKILL');
}

function assign(lane: Lane): void {
  const most = processes[lane.name];
  for (const worker of lane.workers) {
    if (lane.waiting.length === 0) return;
    if (worker.ready && !worker.job && !worker.child.killed)
      begin(worker, lane.waiting.shift() as Job, lane.bounds);
  }
  const starting = [...lane.workers].filter(({ ready }) => !ready).length;
  if (lane.waiting.length > starting && lane.workers.size < most) start(lane);
}

function start(lane: Lane): void {
  const limits = lane.bounds.limits();
  const script = installedFile(path.join('lib', 'worker', 'process.mjs'));
  const child = fork(script, [String(process.pid)], {
    execArgv: [`--max-old-space-size=${Math.round(limits.megabytes * 0.75)}`],
    serialization: 'advanced',
    // What V8 prints when it runs out of memory is for nobody.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const worker: WorkerProcess = { child, ready: false, job: null };
  lane.workers.add(worker);
  children.add(child);
  endChildrenWithUs();
  try {
    // Readers come first.
    if (child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Not all systems allow it.
  }
  child.on('message', (message: BoundedMessage) => hear(lane, worker, message));
  child.on('error', () => child.kill('SIGKILL'));
  child.once('close', (code, signal) => {
    clearTimeout(worker.idle);
    clearInterval(worker.watch);
    lane.workers.delete(worker);
    children.delete(child);
    worker.job?.reject(worker.ending ?? lostProcess(code, signal, lane.bounds));
    if (!worker.ready) {
      // It did not even start: those who wait are not left waiting.
      lane.waiting.shift()?.reject(new Error(`the process for reading did not start (${code})`));
    }
    assign(lane);
  });
}

function hear(lane: Lane, worker: WorkerProcess, message: BoundedMessage): void {
  if ('ready' in message) {
    worker.ready = true;
    rest(worker);
    assign(lane);
    return;
  }
  const { job } = worker;
  // What comes after its end was decided is of no use: the caller gets the reason.
  if (!job || worker.ending) return;
  if ('part' in message) {
    job.part(message.part);
    return;
  }
  worker.job = null;
  clearInterval(worker.watch);
  rest(worker);
  if ('result' in message) job.resolve(message.result);
  else job.reject(receivedError(message));
  const { megabytes = 0 } = usageOf(worker.child.pid ?? 0) ?? {};
  // What one file has left in memory is not counted against the next.
  if (megabytes > lane.bounds.limits().megabytes / 2) worker.child.kill('SIGKILL');
  assign(lane);
}

/** An idle process keeps nobody from ending, and is ended itself after a while. */
function rest(worker: WorkerProcess): void {
  const { child } = worker;
  child.unref();
  child.channel?.unref();
  clearTimeout(worker.idle);
  worker.idle = setTimeout(() => {
    if (!worker.job) child.kill();
  }, idleMs);
  worker.idle.unref();
}

function begin(worker: WorkerProcess, job: Job, bounds: Bounds): void {
  const { child } = worker;
  const limits = bounds.limits();
  clearTimeout(worker.idle);
  worker.job = job;
  child.ref();
  child.channel?.ref();
  const pid = child.pid ?? 0;
  const before = usageOf(pid)?.seconds ?? 0;
  const started = performance.now();
  worker.watch = setInterval(() => {
    const used = usageOf(pid);
    const waited = (performance.now() - started) / 1000;
    const seconds = used ? used.seconds - before : waited;
    if (seconds > limits.seconds || waited > limits.seconds * patience) {
      worker.ending = tooSlow(bounds);
    } else if ((used?.megabytes ?? 0) > limits.megabytes) worker.ending = tooMuch(bounds);
    if (worker.ending) child.kill('SIGKILL');
  }, watchMs);
  child.send({ name: job.name, input: job.input }, (error) => {
    if (error) child.kill('SIGKILL');
  });
}

const tooSlow = ({ limits, does, remedy }: Bounds): InputError =>
  new InputError(`${does} takes more than ${limits().seconds} seconds, the limit`, {
    code: 'too-slow',
    remedy,
  });

const tooMuch = ({ limits, does, remedy }: Bounds): InputError =>
  new InputError(`${does} takes more than ${limits().megabytes} MB of memory, the limit`, {
    code: 'too-large',
    remedy,
  });

/** V8 aborts a process that is out of memory; nothing else of ours does. */
function lostProcess(code: number | null, signal: string | null, bounds: Bounds): Error {
  if (signal === 'SIGABRT' || signal === 'SIGTRAP' || signal === 'SIGILL' || code === 134) {
    return tooMuch(bounds);
  }
  return new Error(`the process for reading ended (${signal ?? code})`);
}

const children = processWide('processes for reading', () => new Set<ChildProcess>());

function endChildrenWithUs(): void {
  processWide('end of the processes for reading', () => {
    process.once('exit', endReading);
    return true;
  });
}

/** Ends all reading at once. */
export function endReading(): void {
  for (const child of children) child.kill('SIGKILL');
}
