import type { WordLink } from '../align/words';
import type { DifferenceKind } from '../collate/kinds';
import type { Work, WorkMetadata } from '../edition/model';
import type { AlignmentJob, KeptAlignment } from './alignment-job';
import type { WorkStatistics } from './figures';
import type { LaidRow, Summary } from './marked-rows';
import type { WordJob } from './word-job';

/** What to summarise, as plain data that a worker thread can be sent. */
export interface SummaryJob {
  editions: { language: string; segments: { text: string }[] }[];
  /** Which of the editions is the base. */
  base: number;
  compared: boolean[];
  rows: LaidRow[];
  names: WorkMetadata['names'];
  ignore: DifferenceKind[];
}

/** The long jobs, by name: what each takes, and what it gives. */
export interface Jobs {
  align: { input: AlignmentJob; output: KeptAlignment };
  summarise: { input: SummaryJob; output: Summary };
  count: { input: Work; output: WorkStatistics };
  words: { input: WordJob; output: WordLink[][] };
}

/** Told how a long job goes on: the share that is done, 0 to 1. */
export type Progress = (share: number) => void;
