import type { LaidRow } from '../align/layout';
import type { DifferenceKind } from '../collate/kinds';
import type { Edition, WorkMetadata } from '../edition/model';
import { jobKind } from '../jobs/job';
import { type Summary, summarise } from './marked-rows';

/** What to summarise, as plain data that a worker thread can be sent. */
export interface SummaryInput {
  editions: { language: string; segments: { text: string }[] }[];
  /** Which of the editions is the base. */
  base: number;
  compared: boolean[];
  rows: LaidRow[];
  names: WorkMetadata['names'];
  ignore: DifferenceKind[];
}

export const summaryJob = jobKind<SummaryInput, Summary>('summarise', 'slow');

export function runSummary({ editions, base, compared, rows, names, ignore }: SummaryInput) {
  // Texts and languages are all that a summary looks at.
  const sides = editions as unknown as Edition[];
  return summarise({ base: sides[base], editions: sides, compared, rows }, names, ignore);
}
