import { parse } from 'csv-parse/sync';
import { InputError } from '../../core/errors';
import { maxRows } from '../bounds';
import { type GivenFile, type IngestedDocument, withWarnings } from '../document';
import { tableDocument } from '../table';
import { decodeText } from '../text/decode';

/** Reads comma- or tab-separated values: a column an edition, a row a paragraph. */
export function readCsv({ bytes, name }: GivenFile): IngestedDocument {
  const { text: whole, warnings } = decodeText(bytes, name);
  // Excel’s own line says what parts the columns.
  const declared = /^\uFEFF?"?sep=([^\r\n])"?\r?\n/i.exec(whole);
  const text = declared ? whole.slice(declared[0].length) : whole;
  const head = text.slice(0, text.search(/\r?\n|$/));
  const count = (mark: string) => head.split(mark).length;
  const delimiter =
    declared?.[1] ??
    [',', '\t', ';', '|'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
  try {
    const rows: string[][] = parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      // One more than there may be shows that there are too many.
      to: maxRows + 2,
    });
    const document = tableDocument(
      rows.map((row) => row.map(withoutGuard)),
      name,
    );
    return withWarnings(document, warnings);
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

/** A cell without the apostrophe that keeps a spreadsheet from taking it for a formula. */
function withoutGuard(cell: string): string {
  return /^'[=+\-@\t\r＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}
