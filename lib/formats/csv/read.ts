import { parse } from 'csv-parse/sync';
import { InputError } from '../../core/errors';
import { maxRows } from '../bounds';
import { type GivenFile, type IngestedDocument, Losses, withWarnings } from '../document';
import { plainWords } from '../json/plain-words';
import { tableDocument } from '../table';
import { decodeText } from '../text/decode';
import { type AnkiHead, readAnkiHead } from './anki';

/** Reads comma- or tab-separated values: a column an edition, a row a paragraph. */
export function readCsv({ bytes, name }: GivenFile): IngestedDocument {
  const { text: decoded, warnings } = decodeText(bytes, name);
  // The parser would count two lines for each end of Windows within a cell.
  const whole = decoded.replace(/\r\n?/g, '\n');
  const anki = readAnkiHead(whole.replace(/^\uFEFF/, ''), name);
  if (anki) return withWarnings(readNotes(whole, anki, name), warnings);
  // Excel’s own line says what parts the columns.
  const declared = /^\uFEFF?"?sep=([^\n])"?\n/i.exec(whole);
  const text = declared ? whole.slice(declared[0].length) : whole;
  const head = text.slice(0, text.search(/\n|$/));
  const count = (mark: string) => head.split(mark).length;
  const delimiter =
    declared?.[1] ??
    [',', '\t', ';', '|'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
  // Excel’s line stays as an empty one, so that lines are counted as in the file.
  const { rows, relaxed } = rowsOf(declared ? `\n${text}` : text, delimiter, name);
  const document = tableDocument(
    rows.map((row) => row.map(withoutGuard)),
    name,
  );
  return withWarnings(document, relaxed ? [...warnings, { message: strayQuotes }] : warnings);
}

/** Notes of Anki, whose head says what columns there are. */
function readNotes(whole: string, head: AnkiHead, name: string): IngestedDocument {
  const losses = new Losses();
  // The head stays as empty lines, so that lines are counted as in the file.
  const below = '\n'.repeat(head.lines) + whole.split('\n').slice(head.lines).join('\n');
  const { rows, relaxed } = rowsOf(below, head.delimiter, name);
  const cells = head.isHtml ? rows.map((row) => row.map((cell) => plainWords(cell, losses))) : rows;
  const width = Math.max(0, ...rows.map((row) => row.length));
  const named = Array.from({ length: width }, (_, k) => head.columns.get(k) ?? '');
  const document = tableDocument([named, ...cells], name, true);
  const warnings = relaxed ? [{ message: strayQuotes }] : [];
  return withWarnings(document, [...warnings, ...losses.warnings()]);
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
  let fault: TableFault | undefined;
  const tried = delimiter === '\t' ? [...quoteStyles, withoutQuotes] : quoteStyles;
  for (const [k, style] of tried.entries()) {
    let read = 0;
    try {
      const rows: string[][] = parse(text, {
        delimiter,
        bom: true,
        relax_column_count: true,
        skip_empty_lines: true,
        // One more than there may be shows that there are too many.
        to: maxRows + 2,
        on_record: (row: string[], { lines }) => {
          read = lines;
          return row;
        },
        ...style,
      });
      // A mark that encloses several cells or lines encloses none.
      const swallows = rows.some((row) =>
        row.some(
          (cell) =>
            (delimiter === '\t' && cell.includes('\t')) ||
            ('relax_quotes' in style && cell.startsWith('"') && cell.includes('\n')),
        ),
      );
      if (!swallows) return { rows, relaxed: k > 1 };
    } catch (error) {
      const { message, lines = 1 } = error as Error & { lines?: number };
      fault ??= { message, line: lines, rowStart: firstLine(text, read) };
    }
  }
  throw unreadable(fault, name);
}

interface TableFault {
  message: string;
  /** Where the fault shows, and where the row begins that has it; from 1. */
  line: number;
  rowStart: number;
}

/** The first line that is not empty after a number of lines, counted from 1. */
function firstLine(text: string, after: number): number {
  const rest = text.split('\n').slice(after);
  return (
    after +
    1 +
    Math.max(
      0,
      rest.findIndex((line) => line.trim() !== ''),
    )
  );
}

function unreadable(fault: TableFault | undefined, name: string): InputError {
  if (fault && fault.rowStart < fault.line) {
    const { rowStart, line } = fault;
    return new InputError(
      `the table cannot be read: a quotation mark opens in the row of line ${rowStart}, and is not closed by line ${line}`,
      {
        file: name,
        line: rowStart,
        remedy: 'close it where its cell ends, and double marks within a cell',
      },
    );
  }
  const message = fault?.message.split('\n')[0].slice(0, 160) ?? 'its rows cannot be told apart';
  return new InputError(`the table cannot be read: ${message}`, {
    file: name,
    line: fault?.line,
    remedy: 'put texts with quotes or commas between quotes, and double the quotes within',
  });
}

/** A cell without the apostrophe that keeps a spreadsheet from taking it for a formula. */
function withoutGuard(cell: string): string {
  return /^'[=+\-@\t\r＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}
