import { stringify } from 'csv-stringify/sync';
import type { Rule } from '../../edition/regularisation';

/** Rules of regularisation as a table, a rule a line. */
export function rulesCsv(rules: readonly Rule[]): string {
  return stringify(
    rules.map(({ read, as, class: kind = 'other', witness, place, note = '' }) => ({
      read,
      as,
      class: kind,
      edition: place?.edition ?? witness ?? '',
      segment: place?.segment ?? '',
      note,
    })),
    {
      header: true,
      columns: ['read', 'as', 'class', 'edition', 'segment', 'note'],
      escape_formulas: true,
    },
  );
}
