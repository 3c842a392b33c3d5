import { processWide } from '../core/process-wide';
import { type Bounds, type LaneName, runInLane } from './bounded-processes';
import { readLimits } from './limits';

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

const reading = processWide('reading of files', () => ({ elsewhere: false }));

/** Files are read in processes of their own from now on, whatever their size: this one serves. */
export function readElsewhere(): void {
  reading.elsewhere = true;
}

/** Whether this process serves readers, who are not to wait for other work. */
export const isServing = (): boolean => reading.elsewhere;

/** Bytes of Markdown or plain text that take no more than seconds to read, whatever they are. */
const shortText = 32 * 1024;

/**
 * Whether a file may be read in this process. Commands read short texts themselves, which costs less
 * than to start a process; they have nobody to keep waiting.
 */
export const inProcess = (name: string, bytes: number): boolean =>
  !isServing() && bytes <= shortText && /\.(md|markdown|txt|text)$/i.test(name);

/**
 * Runs a job within the limits of its kind.
 *
 * @param options `part` takes what is found part by part; `signal` ends the job where nobody waits for
 *   it any more.
 * @throws InputError as the job does; `too-slow` or `too-large`, with the limit named, where it
 *   exceeds one; `not-ready` where too many wait. The reason of the signal once it is aborted.
 */
export async function runBounded<Input, Part, Output>(
  { name, lane, bounds }: BoundedKind<Input, Part, Output>,
  input: Input,
  { part = () => {}, signal }: { part?: (part: Part) => void; signal?: AbortSignal } = {},
): Promise<Output> {
  const take = part as (part: unknown) => void;
  return (await runInLane(lane, bounds, { name, input, part: take, signal })) as Output;
}
