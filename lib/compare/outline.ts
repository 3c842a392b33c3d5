import type { LaidRow } from '../align/layout';
import type { Edition } from '../edition/model';
import type { OutlineEntry } from '../edition/sections';

/**
 * The headings of a layout: the base's, or where it has none those of the first edition that has.
 */
export function outlineOf(
  editions: readonly Edition[],
  base: Edition,
  rows: readonly LaidRow[],
): OutlineEntry[] {
  for (const edition of [base, ...editions]) {
    const column = editions.indexOf(edition);
    const found = rows.flatMap(({ cells }, row) =>
      cells[column].indices
        .map((index) => edition.segments[index])
        .filter(({ kind }) => kind === 'heading')
        .map(
          ({ level = 1, label, text }): OutlineEntry => ({
            row,
            level,
            text: label ? `${label} ${text}` : text,
          }),
        ),
    );
    if (found.length > 0) return found;
  }
  return [];
}
