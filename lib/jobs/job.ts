/** Called with the share of a job that is done, 0 to 1. */
export type Progress = (share: number) => void;

/**
 * `quick` jobs, which a reader waits for, have a thread of their own, past what takes minutes; `parts` are
 * those into which one long task is divided, and have all cores.
 */
export type JobLane = 'slow' | 'quick' | 'parts';

/**
 * A kind of long job. Input and output are plain data, since a thread or another machine may do it;
 * what runs a kind is registered in `lib/worker`, above the rooms whose work it is.
 */
export interface JobKind<Input, Output> {
  name: string;
  lane: JobLane;
  /** About how much there is to do, in any unit: of those that wait in a thread's lane, the least goes first. */
  size?: number;
  /** Never set: ties input and output to the kind. */
  readonly run?: JobRun<Input, Output>;
}

export type JobRun<Input, Output> = (input: Input, progress: Progress) => Output | Promise<Output>;

/** Names a kind of job, and with it the types of what it takes and gives. */
export function jobKind<Input, Output>(name: string, lane: JobLane): JobKind<Input, Output> {
  return { name, lane };
}
