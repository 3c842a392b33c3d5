import { InputError } from '../core/errors';
import type { EditionDraft } from '../edition/read';

// What an edition and a table may hold. A page shows, aligns and marks whatever an edition holds: these
// bounds are far beyond books, and keep a small file from costing more than a large book does.

/** Segments of an edition: three times those of a Bible. */
export const maxSegments = 100_000;
/** Characters of a segment: a long chapter without a break. */
export const maxSegmentLength = 250_000;
/** Editions of a file. */
export const maxEditions = 500;
/** Rows and columns of a sheet, and its cells, empty ones included. */
export const maxRows = 100_000;
export const maxColumns = maxEditions;
export const maxCells = 2_000_000;
/** Warnings of an edition that are reported one by one. */
const maxWarnings = 200;

const count = (n: number) => n.toLocaleString('en');

function tooLarge(what: string, remedy: string): InputError {
  return new InputError(what, { code: 'too-large', remedy });
}

/** @throws InputError `too-large`, with the limit, for what no edition may hold. */
export function checkBounds(draft: EditionDraft): EditionDraft {
  const { segments, warnings } = draft;
  if (segments.length > maxSegments) {
    throw tooLarge(
      `the text has ${count(segments.length)} paragraphs, and an edition may have ${count(maxSegments)}`,
      'divide it, for example by volume or book',
    );
  }
  const long = segments.find(({ text }) => text.length > maxSegmentLength);
  if (long) {
    const { position } = long;
    throw new InputError(
      `a paragraph has ${count(long.text.length)} characters, and may have ${count(maxSegmentLength)}`,
      {
        code: 'too-large',
        ...(position ? { line: position.line } : {}),
        remedy: 'divide it by blank lines',
      },
    );
  }
  if (warnings.length <= maxWarnings) return draft;
  const rest = warnings.length - maxWarnings;
  return {
    ...draft,
    warnings: [...warnings.slice(0, maxWarnings), { message: `and ${count(rest)} more warnings` }],
  };
}

/** @throws InputError for a file of more editions than a work may have. */
export function checkEditions(editions: number): void {
  if (editions <= maxEditions) return;
  throw tooLarge(
    `the file holds ${count(editions)} editions, and a file may hold ${count(maxEditions)}`,
    'divide it, for example by language',
  );
}

/**
 * Looked at before anything of that size is made.
 *
 * @throws InputError for a table that is larger than any may be.
 */
export function checkTable(rows: number, columns: number): void {
  if (rows > maxRows) {
    throw tooLarge(
      `the table has ${count(rows)} rows, and may have ${count(maxRows)}`,
      'delete empty rows at its end, or divide it',
    );
  }
  if (columns > maxColumns) {
    throw tooLarge(
      `the table has ${count(columns)} columns, and may have ${count(maxColumns)}`,
      'delete empty columns at its end, or divide it',
    );
  }
  if (rows * columns > maxCells) {
    throw tooLarge(
      `the table has ${count(rows * columns)} cells, and may have ${count(maxCells)}`,
      'delete empty rows and columns at its end, or divide it',
    );
  }
}
