import readXlsxFile from 'read-excel-file/node';
import { InputError } from '../../core/errors';
import { unpack } from '../archive';
import { type GivenFile, type IngestedDocument, Losses } from '../document';
import { tableDocument } from '../table';
import { allOf, parseXml, textOf as textOfXml } from '../xml/read';
import { checkSheet } from './check-sheet';

/** Reads the first sheet with words of an Excel workbook: a column an edition, a row a paragraph. */
export async function readXlsx({ bytes, name }: GivenFile): Promise<IngestedDocument> {
  // Unpacked first within bounds: the reader would unpack whatever the file holds.
  const entries = await unpack(bytes);
  for (const [entry, content] of entries) {
    if (/^\/?xl\/worksheets\/[^/]+\.xml$/i.test(entry)) checkSheet(content.toString('utf8'));
  }
  let sheets: { sheet: string; data: unknown[][] }[];
  try {
    sheets = await readXlsxFile(Buffer.from(bytes));
  } catch {
    throw new InputError('the workbook cannot be read', {
      file: name,
      remedy: 'open it in a spreadsheet program and save it again as .xlsx',
    });
  }
  const hasWords = (rows: unknown[][]) =>
    rows.some((row) => row.some((cell) => textOf(cell) !== ''));
  const used = sheets.filter(({ data: rows }) => hasWords(rows));
  const [{ data } = { data: [] }] = used;
  const document = tableDocument(
    data.map((row) => row.map((cell) => textOf(cell))),
    name,
  );
  const losses = new Losses();
  for (const { data: rows } of used.slice(1)) {
    losses.add('sheets after the first', undefined, rows.flat().map(textOf).join(' '));
  }
  reportBeside(entries, losses);
  document.editions[0].warnings.push(...losses.warnings());
  return document;
}

/** Where a workbook has words that are in no cell: what they are, and the elements that hold them. */
const beside: [file: RegExp, what: string, element: string][] = [
  [/^\/?xl\/(?:comments\d*|comments\/comment\d*)\.xml$/i, 'comments', 'comment'],
  [/^\/?xl\/threadedComments\/[^/]+\.xml$/i, 'comments', 'threadedComment'],
  [/^\/?xl\/drawings\/[^/]+\.xml$/i, 'words in drawings', 'txBody'],
  [/^\/?xl\/sharedStrings\.xml$/i, 'readings over characters', 'rPh'],
];

function reportBeside(entries: ReadonlyMap<string, Buffer>, losses: Losses): void {
  for (const [entry, content] of entries) {
    for (const [file, what, element] of beside) {
      if (!file.test(entry) || !content.includes(element)) continue;
      for (const each of allOf(parseXml(content, entry), element)) {
        const words = textOfXml(each).trim();
        if (words !== '') losses.add(what, undefined, words);
      }
    }
  }
}

function textOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return cell === null || cell === undefined ? '' : String(cell);
}
