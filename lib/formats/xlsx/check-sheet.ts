import { InputError } from '../../core/errors';
import { checkTable } from '../bounds';

/** A cell's address: three letters and seven digits reach to the last cell of Excel. */
const address = /^([A-Z]{1,3})([1-9]\d{0,6})$/;

/**
 * Checks the addresses of a sheet's cells, and how far they reach, before anything of that size is
 * made: a reader of sheets makes room for all cells up to the last.
 *
 * @param xml of a worksheet.
 * @throws InputError for an address that cannot be, and for a sheet that is too large.
 */
export function checkSheet(xml: string): void {
  let [rows, columns] = [0, 0];
  const reach = (name: string) => {
    const [, letters, digits] = address.exec(name.replaceAll('$', '')) ?? [];
    if (!letters) {
      throw new InputError(`the sheet has a cell “${name.slice(0, 40)}”, which cannot be`, {
        remedy: 'open it in a spreadsheet program and save it again as .xlsx',
      });
    }
    rows = Math.max(rows, Number(digits));
    columns = Math.max(columns, columnOf(letters));
  };
  for (const [, from, to = from] of xml.matchAll(
    /<(?:\w+:)?dimension\b[^>]*?\bref\s*=\s*["']([^"':]*)(?::([^"']*))?["']/g,
  )) {
    reach(from);
    reach(to);
  }
  for (const [, name] of xml.matchAll(/<(?:\w+:)?c\s[^>]*?\br\s*=\s*["']([^"']*)["']/g))
    reach(name);
  for (const [, name] of xml.matchAll(/<(?:\w+:)?row\s[^>]*?\br\s*=\s*["']([^"']*)["']/g)) {
    reach(`A${name}`);
  }
  checkTable(rows, columns);
}

/** The number of a column, from 1: letters are digits of base 26. */
const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
