import { stringify } from 'csv-stringify/sync';
import { type ExportedWork, labelledText } from '../prepared';

/** A row a place, a column an edition; the paragraphs of a cell are parted by a blank line. */
export function sheetRows({ editions, rows }: ExportedWork): string[][] {
  return [
    editions.map(({ siglum }) => siglum),
    ...rows.map(({ cells }) =>
      cells.map(({ segments }) =>
        segments.map(({ segment }) => labelledText(segment)).join('\n\n'),
      ),
    ),
  ];
}

/** A table of comma-separated values; see `sheetRows`. */
export function workCsv(work: ExportedWork): string {
  return stringify(sheetRows(work));
}
