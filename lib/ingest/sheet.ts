import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { InputError } from '../edition/errors';
import { unpack } from './archive';
import type { GivenFile, IngestedDocument } from './document';
import { columnsNamed, nameOfColumn, parallelDocument } from './parallel';
import { decodeText } from './text-file';

/** Reads comma- or tab-separated values: a column an edition, a row a paragraph. */
export function readCsv({ bytes, name }: GivenFile): IngestedDocument {
  const { text } = decodeText(bytes, name);
  const head = text.slice(0, text.search(/\r?\n|$/));
  const count = (mark: string) => head.split(mark).length;
  const delimiter = [',', '\t', ';'].reduce((best, mark) =>
    count(mark) > count(best) ? mark : best,
  );
  try {
    const rows: string[][] = parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    return fromRows(rows, name);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { message, lines } = error as Error & { lines?: number };
    throw new InputError(`the table cannot be read: ${message.split('\n')[0].slice(0, 160)}`, {
      file: name,
      line: lines,
      remedy: 'put texts with quotes or commas between quotes, and double the quotes within',
    });
  }
}

/** Reads the first sheet of an Excel workbook likewise. */
export async function readXlsx({ bytes, name }: GivenFile): Promise<IngestedDocument> {
  // Unpacked first within bounds: the reader would unpack whatever the file holds.
  await unpack(bytes);
  let sheets: { sheet: string; data: unknown[][] }[];
  try {
    sheets = await readXlsxFile(Buffer.from(bytes));
  } catch {
    throw new InputError('the workbook cannot be read', {
      file: name,
      remedy: 'open it in a spreadsheet program and save it again as .xlsx',
    });
  }
  const [{ data } = { data: [] }] = sheets;
  const document = fromRows(
    data.map((row) => row.map((cell) => textOf(cell))),
    name,
  );
  if (sheets.length > 1) {
    document.editions[0].warnings.push({
      message: `not kept: sheets after the first (${sheets.length - 1})`,
    });
  }
  return document;
}

function textOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return cell === null || cell === undefined ? '' : String(cell);
}

/** The first row names the editions: `A`, or `A (zh)` with the language. */
function fromRows(rows: readonly string[][], name: string): IngestedDocument {
  const [head = [], ...body] = rows;
  const used = head
    .map((cell, column) => ({ cell: cell.trim(), column }))
    .filter(({ cell, column }) => cell !== '' || body.some((row) => row[column]?.trim()));
  if (used.length === 0 || body.length === 0) {
    throw new InputError('the table has no rows of text', {
      file: name,
      line: 1,
      remedy: 'give a first row of sigla, and a row for each paragraph',
    });
  }
  return parallelDocument(
    columnsNamed(used.map(({ cell }) => nameOfColumn(cell))).map((metadata) => ({ metadata })),
    body.map((row) => used.map(({ column }) => row[column] ?? '')),
  );
}
