import { type ChildProcess, fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import path from 'node:path';
import { InputError } from '../core/errors';
import { installedFile } from '../core/installed';
import { processWide } from '../core/process-wide';
import { type Limits, readLimits, usageOf } from './limits';

/**
 * A kind of work on a file that nobody vouches for. It is done in a process of its own that is ended
 * when it takes too long or too much memory, so that no file can stop the process that serves readers.
 * What runs a kind is registered in `lib/worker/readers.ts`.
 */
export interface BoundedKind<Input, Part, Output> {
  name: string;
  /** Uploads wait for one another, never a reader's page for an upload. */
  lane: LaneName;
  bounds: Bounds;
  /** Never set: ties the types to the kind. */
  readonly run?: BoundedRun<Input, Part, Output>;
}

/**
 * @param send what is found, in parts of some hundred kilobytes: each is taken up by itself, so that
 *   a large result never keeps the serving process busy at one stretch.
 */
export type BoundedRun<Input, Part, Output> = (
  input: Input,
  send: (part: Part) => void,
) => Output | Promise<Output>;

type LaneName = 'upload' | 'stored' | 'print' | 'index' | 'posted';

/** What work may take, and what is said where it takes more. */
interface Bounds {
  limits: () => Limits;
  /** What it does, as the beginning of a sentence: “reading it”. */
  does: string;
  remedy: string;
}

const reader: Bounds = {
  limits: readLimits,
  does: 'reading it',
  remedy: 'divide it, for example by volume or book, or look for a damaged place in it',
};

export function boundedKind<Input, Part, Output>(
  name: string,
  lane: LaneName,
  bounds = reader,
): BoundedKind<Input, Part, Output> {
  return { name, lane, bounds };
}

/** An `InputError` on its way between processes. */
export interface SentError {
  message: string;
  details: ConstructorParameters<typeof InputError>[1];
}

export type BoundedMessage =
  | { ready: true }
  | { part: unknown }
  | { result: unknown }
  | { refused: SentError }
  | { fault: string };

interface Job {
  name: string;
  input: unknown;
  part: (part: unknown) => void;
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
  ending?: InputError;
}

const reading = processWide('reading of files', () => ({ elsewhere: false }));

/** Files are read in processes of their own from now on, whatever their size: this one serves. */
export function readElsewhere(): void {
  reading.elsewhere = true;
}

/** Bytes of Markdown or plain text that take no more than seconds to read, whatever they are. */
const shortText = 32 * 1024;

/**
 * Whether a file may be read in this process. Commands read short texts themselves, which costs less
 * than to start a process; they have nobody to keep waiting.
 */
export const inProcess = (name: string, bytes: number): boolean =>
  !reading.elsewhere && bytes <= shortText && /\.(md|markdown|txt|text)$/i.test(name);

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
/** On a busy machine the processor time of a job may take so many times as long. */
const patience = 4;

/**
 * Runs a job within the limits of its kind.
 *
 * @throws InputError as the job does; `too-slow` or `too-large`, with the limit named, where it
 *   exceeds one; `not-ready` where too many wait.
 */
export async function runBounded<Input, Part, Output>(
  kind: BoundedKind<Input, Part, Output>,
  input: Input,
  part: (part: Part) => void = () => {},
): Promise<Output> {
  const lane = processWide(
    `processes ${kind.lane}`,
    (): Lane => ({ name: kind.lane, bounds: kind.bounds, workers: new Set(), waiting: [] }),
  );
  if (lane.waiting.length >= maxWaiting[kind.lane]) {
    throw new InputError('too much of this work is waiting already', {
      code: 'not-ready',
      remedy: 'try again in a minute',
    });
  }
  const result = await new Promise<unknown>((resolve, reject) => {
    lane.waiting.push({
      name: kind.name,
      input,
      part: part as (part: unknown) => void,
      resolve,
      reject,
    });
    assign(lane);
  });
  return result as Output;
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
  // What comes after its end was decided is of no use: the caller is told the reason.
  if (!job || worker.ending) return;
  if ('part' in message) {
    job.part(message.part);
    return;
  }
  worker.job = null;
  clearInterval(worker.watch);
  rest(worker);
  if ('result' in message) job.resolve(message.result);
  else if ('refused' in message) {
    job.reject(new InputError(message.refused.message, message.refused.details));
  } else job.reject(new Error(message.fault));
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
