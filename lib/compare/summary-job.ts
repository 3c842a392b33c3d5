import type { LaidRow } from '../align/layout';
import type { DifferenceKind } from '../collate/kinds';
import type { Edition, WorkMetadata } from '../edition/model';
import { jobKind } from '../jobs/job';
import { type Summary, summarise } from './marked-rows';

/** What to summarise, as plain data that a worker thread can be sent. */
export interface SummaryInput {
  editions: { language: string; segments: { text: string }[] }[];
  against: (number | null)[];
  rows: LaidRow[];
  names: WorkMetadata['names'];
  ignore: DifferenceKind[];
}

export const summaryJob = jobKind<SummaryInput, Summary>('summarise', 'slow');

export function runSummary({ editions, against, rows, names, ignore }: SummaryInput) {
  // Texts and languages are all that a summary looks at.
  const sides = editions as unknown as Edition[];
  return summarise({ editions: sides, against, rows }, names, ignore);
}
