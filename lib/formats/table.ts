import { InputError } from '../core/errors';
import { checkTable } from './bounds';
import type { IngestedDocument } from './document';
import { columnsNamed, nameOfColumn, parallelDocument } from './parallel';

/** The first row names the editions: `A`, or `A (zh)` with the language. */
export function tableDocument(rows: readonly string[][], name: string): IngestedDocument {
  const [head = [], ...body] = rows;
  checkTable(body.length, head.length);
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
