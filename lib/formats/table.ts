import { InputError } from '../core/errors';
import { checkTable } from './bounds';
import { type IngestedDocument, Losses } from './document';
import { columnsNamed, nameOfColumn, parallelDocument } from './parallel';
import { type ColumnRole, hasHead, languageCodes, rolesOfColumns } from './table-columns';

/**
 * The first row that is not empty names the editions: `A`, or `A (zh)` with the language. A column of ids or numbers
 * gives the labels; columns of other numbers and of remarks are left out and reported.
 *
 * @param isKnownHead whether the first row names the columns whatever it is like, also where it is empty.
 */
export function tableDocument(
  rows: readonly string[][],
  name: string,
  isKnownHead = false,
): IngestedDocument {
  const first = isKnownHead ? 0 : rows.findIndex((row) => row.some((cell) => cell.trim() !== ''));
  const given = rows.slice(Math.max(0, first));
  // A first row like the others names nothing: it is the first row of the text.
  const isHeaded = isKnownHead || hasHead(given);
  const [head = [], ...body] = isHeaded ? given : [given[0].map(() => ''), ...given];
  const above = isHeaded ? first : first - 1;
  checkTable(body.length, head.length);
  const filled = head
    .map((cell, column) => ({ cell: cell.trim(), column }))
    .filter(({ cell, column }) => cell !== '' || body.some((row) => row[column]?.trim()));
  const cellsOf = (column: number) => body.map((row) => row[column] ?? '');
  const roles = rolesOfColumns(
    filled.map(({ cell }) => cell),
    filled.map(({ column }) => cellsOf(column)),
  );
  const used = filled.filter((_, k) => roles[k].role === 'text');
  if (used.length === 0 || body.length === 0) {
    throw new InputError('the table has no rows of text', {
      file: name,
      line: 1,
      remedy: 'give a first row of sigla, and a row for each paragraph',
    });
  }
  const losses = new Losses();
  const labels = filled.filter((_, k) => roles[k].role === 'label');
  filled.forEach(({ cell, column }, k) => {
    const role = roles[k];
    if (role.role === 'label') losses.mark('columns of numbers, as labels', undefined, cell);
    else if (role.role === 'other') {
      losses.add(role.what, undefined, [cell, ...cellsOf(column)].join(' '));
    }
  });
  // Heads of several words may be the first row of a table that has none.
  const heads = used.filter(({ cell }) => /\p{L}\s+\p{L}/u.test(cell) && !/[)\]]$/.test(cell));
  if (heads.length > 0 && heads.length === used.length) {
    const words = heads.map(({ cell }) => cell).join(' ');
    losses.mark('the first row, as names of the editions', above + 1, words);
  }
  // What is beyond the last head has no edition to belong to.
  body.forEach((row, k) => {
    const beyond = row.slice(head.length).join(' ');
    if (beyond.trim() !== '') losses.add('cells of columns without a head', above + k + 2, beyond);
  });
  const languages = languagesOf(
    filled.filter((_, k) => isOfCodes(roles[k])).map(({ column }) => cellsOf(column)),
  );
  const names = used.map(({ cell }, k) => ({
    ...(cell === '' ? {} : nameOfColumn(cell)),
    ...(languages.length === used.length && languages[k] ? { language: languages[k] } : {}),
  }));
  return parallelDocument(
    columnsNamed(names).map((metadata, k) => ({
      metadata,
      warnings: k === 0 ? losses.warnings() : [],
    })),
    body.map((row) => used.map(({ column }) => row[column] ?? '')),
    labels.length === 0
      ? undefined
      : body.map((row) =>
          labels
            .map(({ column }) => row[column]?.trim() ?? '')
            .filter((cell) => cell !== '')
            .join(':'),
        ),
  );
}

const isOfCodes = (role: ColumnRole): boolean =>
  role.role === 'other' && role.what === languageCodes;

/** The language that each column of codes says throughout; null where it says several. */
function languagesOf(columns: readonly (readonly string[])[]): (string | null)[] {
  return columns.map((cells) => {
    const codes = new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''));
    return codes.size === 1 ? [...codes][0] : null;
  });
}
