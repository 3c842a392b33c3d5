import { stringify } from 'csv-stringify/sync';
import type { SlipReason } from '../edition/slips';
import type { ReviewedList } from './review-slips';

const columns = [
  'id',
  'kind',
  'finding',
  'of the base',
  'of the edition',
  'base',
  'edition',
  'segment of the base',
  'segment of the edition',
  'text of the base',
  'text of the edition',
  'dismissed',
  'by',
  'date',
] as const;

/** Check lists as a table, a line a finding; the last columns are empty where it is not dismissed. */
export function checkListCsv(lists: readonly ReviewedList[]): string {
  const rows = lists.flatMap(({ slips }) =>
    slips.map((slip) => [
      slip.id,
      slip.kind,
      slip.reason.name,
      ...findingWords(slip.reason),
      ...slip.editions,
      slip.base ?? '',
      slip.here ?? '',
      slip.baseText,
      slip.hereText,
      slip.dismissal?.reason ?? '',
      slip.dismissal?.author?.name ?? '',
      slip.dismissal?.date ?? '',
    ]),
  );
  return stringify([[...columns], ...rows], { escape_formulas: true });
}

/** The numbers or words of a finding: of the base, and of the edition that is checked. */
export function findingWords(reason: SlipReason): [base: string, here: string] {
  switch (reason.name) {
    case 'only-base':
      return [reason.values.join(' '), ''];
    case 'only-here':
      return ['', reason.values.join(' ')];
    case 'other-numbers':
      return [reason.values.join(' '), reason.here.join(' ')];
    case 'unnamed':
    case 'not-preferred':
      return [reason.word, reason.rendering];
    default:
      return ['', ''];
  }
}
