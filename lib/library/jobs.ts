import type { WordLink } from '../align/words';
import type { DifferenceKind } from '../collate/kinds';
import type { Edition, WorkMetadata } from '../edition/model';
import { type AlignmentJob, type KeptAlignment, runAlignment } from './alignment-job';
import { type LaidRow, type Summary, summarise } from './marked-rows';
import { linkPassages, type WordJob } from './word-job';

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
  words: { input: WordJob; output: WordLink[][] };
}

type Runners = {
  [Name in keyof Jobs]: (
    input: Jobs[Name]['input'],
    progress: (share: number) => void,
  ) => Jobs[Name]['output'];
};

/** What the worker thread runs. */
export const runners: Runners = {
  align: runAlignment,
  words: linkPassages,
  summarise: ({ editions, base, compared, rows, names, ignore }) => {
    // Texts and languages are all that a summary looks at.
    const sides = editions as unknown as Edition[];
    return summarise({ base: sides[base], editions: sides, compared, rows }, names, ignore);
  },
};
