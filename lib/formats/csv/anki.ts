import { InputError } from '../../core/errors';

/** What the lines at the head of a file of Anki's notes say of the table below them. */
export interface AnkiHead {
  delimiter: string;
  /** Whether cells are HTML. */
  isHtml: boolean;
  /** What columns are called, by their number from 0: as the file says, and those that are not fields. */
  columns: ReadonlyMap<number, string>;
  /** Lines that the head takes. */
  lines: number;
}

const separators: Readonly<Record<string, string>> = {
  tab: '\t',
  comma: ',',
  semicolon: ';',
  pipe: '|',
  colon: ':',
  space: ' ',
};

/** A line of the head, and what the first of them are, by which a file is known. */
const directive =
  /^#(separator|html|columns|tags|notetype|deck|guid|tags column|notetype column|deck column|guid column):(.*)$/i;
export const ankiBeginning = /^#(?:separator|html|notetype|deck|columns|tags)(?: column)?:/i;

/**
 * Reads the head of a file of Anki's notes; null where a text has none.
 * Source: https://docs.ankiweb.net/importing/text-files.html
 *
 * @throws InputError for a separator that is not one character or a name of one.
 */
export function readAnkiHead(text: string, name: string): AnkiHead | null {
  if (!ankiBeginning.test(text)) return null;
  const columns = new Map<number, string>();
  let delimiter = '\t';
  let named = '';
  let isHtml = false;
  let lines = 0;
  for (const line of text.split('\n')) {
    const [, key, value] = directive.exec(line.trimEnd()) ?? [];
    if (key === undefined) break;
    lines++;
    const lower = key.toLowerCase();
    if (lower === 'separator') delimiter = separatorOf(value, { file: name, line: lines });
    else if (lower === 'html') isHtml = value.trim().toLowerCase() === 'true';
    else if (lower === 'columns') named = value;
    else if (lower.endsWith(' column')) columns.set(Number(value) - 1, lower.split(' ')[0]);
  }
  named.split(delimiter).forEach((column, k) => {
    if (column.trim() !== '' && !columns.has(k)) columns.set(k, column.trim());
  });
  return { delimiter, isHtml, columns, lines };
}

function separatorOf(value: string, where: { file: string; line: number }): string {
  const named = separators[value.trim().toLowerCase()];
  if (named) return named;
  if (value.length === 1) return value;
  throw new InputError(`“${value.slice(0, 40)}” is not a separator of columns`, {
    ...where,
    remedy: `give one of these: ${Object.keys(separators).join(', ')}`,
  });
}
