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
  const { rows, relaxed } = rowsOf(text, delimiter, name);
  const document = tableDocument(
    rows.map((row) => row.map(withoutGuard)),
    name,
  );
  return withWarnings(document, relaxed ? [...warnings, { message: strayQuotes }] : warnings);
}

const strayQuotes =
  'quotation marks that do not enclose whole cells were read as parts of the text';

/** The ways in which tables have quotation marks, the standard's (RFC 4180) first. */
const quoteStyles = [
  {},
  // Spaces stand around cells that are enclosed.
  { trim: true },
  { relax_quotes: true },
] as const;
/** In tables separated by tabs, marks often enclose nothing. */
const withoutQuotes = { quote: false } as const;

/** The rows of a table, in the first style in which they can be read. */
function rowsOf(
  text: string,
  delimiter: string,
  name: string,
): { rows: string[][]; relaxed: boolean } {
  let fault: (Error & { lines?: number }) | undefined;
  const tried = delimiter === '\t' ? [...quoteStyles, withoutQuotes] : quoteStyles;
  for (const [k, style] of tried.entries()) {
    try {
      const rows: string[][] = parse(text, {
        delimiter,
        bom: true,
        relax_column_count: true,
        skip_empty_lines: true,
        // One more than there may be shows that there are too many.
        to: maxRows + 2,
        ...style,
      });
      // A mark that encloses several cells encloses none.
      const swallows =
        delimiter === '\t' && rows.some((row) => row.some((cell) => cell.includes('\t')));
      if (!swallows) return { rows, relaxed: k > 1 };
    } catch (error) {
      fault ??= error as Error;
    }
  }
  const { message = 'its rows cannot be told apart', lines } = fault ?? {};
  throw new InputError(`the table cannot be read: ${message.split('\n')[0].slice(0, 160)}`, {
    file: name,
    line: lines,
    remedy: 'put texts with quotes or commas between quotes, and double the quotes within',
  });
}

/** A cell without the apostrophe that keeps a spreadsheet from taking it for a formula. */
function withoutGuard(cell: string): string {
  return /^'[=+\-@\t\r＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}
