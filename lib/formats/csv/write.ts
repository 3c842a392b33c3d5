import { stringify } from 'csv-stringify/sync';
import { leadingLabel } from '../../edition/labels';
import type { Segment } from '../../edition/model';
import { type ExportedWork, labelledText } from '../prepared';

/**
 * A row a place, a column an edition; the paragraphs of a cell are separated by a blank line. Where
 * paragraphs have numbers that do not look like numbers, such as `dhp1:1`, a first column has those of
 * the rows.
 */
export function sheetRows({ editions, rows }: ExportedWork): string[][] {
  const labels = rows.map(({ cells }) => {
    const firsts = cells.flatMap(({ segments }) => segments[0]?.segment ?? []);
    return firsts.find((segment) => segment.label && !readsAsLabel(segment))?.label ?? '';
  });
  const labelled = labels.some((label) => label !== '');
  const texts = rows.map(({ cells }, row) =>
    cells.map(({ segments }) =>
      segments
        .map(({ segment }, k) =>
          k === 0 && labels[row] !== '' && segment.label === labels[row]
            ? segment.text
            : labelledText(segment),
        )
        .join('\n\n'),
    ),
  );
  const sigla = editions.map(({ siglum }) => siglum);
  if (!labelled) return [sigla, ...texts];
  return [['label', ...sigla], ...texts.map((row, k) => [labels[k], ...row])];
}

/** Whether a number before a text is known again as its label. */
function readsAsLabel(segment: Segment): boolean {
  return leadingLabel(labelledText(segment))?.label === segment.label;
}

/**
 * A table of comma-separated values; see `sheetRows`. What a spreadsheet would take for a formula
 * has an apostrophe before it, as OWASP advises, which is taken off again when the table is read.
 */
export function workCsv(work: ExportedWork): string {
  return stringify(sheetRows(work), { escape_formulas: true });
}
