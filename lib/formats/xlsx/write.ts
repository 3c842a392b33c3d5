import writeXlsxFile from 'write-excel-file/node';
import { direction } from '../../edition/model';
import { sheetRows } from '../csv/write';
import { headOfColumn } from '../parallel';
import type { ExportedWork } from '../prepared';

/** Characters of text that fit into a column, about. */
const columnWidth = 60;

/** A workbook: a column an edition, a row a place, its first row fixed. */
export async function workXlsx(work: ExportedWork): Promise<Uint8Array> {
  const [names, ...body] = sheetRows(work);
  // Where the rows have labels, a column of them comes first.
  const labels = names.slice(0, names.length - work.editions.length);
  const head = [...labels, ...work.editions.map(headOfColumn)];
  const right = [
    ...labels.map(() => false),
    ...work.editions.map(({ language }) => direction(language) === 'rtl'),
  ];
  const cell = (value: string, column: number) => ({
    type: String,
    value,
    wrap: true,
    alignVertical: 'top' as const,
    ...(right[column] ? { align: 'right' as const } : {}),
  });
  const data = [
    head.map((value) => ({ type: String, value, fontWeight: 'bold' as const })),
    ...body.map((row) => row.map((value, column) => (value === '' ? null : cell(value, column)))),
  ];
  return writeXlsxFile(data, {
    sheet: work.work.title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    columns: head.map(() => ({ width: columnWidth })),
    stickyRowsCount: 1,
  }).toBuffer();
}
