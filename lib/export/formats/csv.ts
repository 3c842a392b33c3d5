import { stringify } from 'csv-stringify/sync';
import { type ExportedWork, labelledText } from './exported';

/** A column an edition, a row a place; paragraphs of one place are parted by a blank line. */
export function workCsv({ editions, rows }: ExportedWork): string {
  return stringify([
    editions.map(({ siglum }) => siglum),
    ...rows.map(({ cells }) =>
      cells.map(({ segments }) =>
        segments.map(({ segment }) => labelledText(segment)).join('\n\n'),
      ),
    ),
  ]);
}
