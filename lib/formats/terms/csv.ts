import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { InputError } from '../../core/errors';
import { languageSchema } from '../../edition/language-schema';
import { expressionsOf, maxTerms, type Term } from '../../edition/terms';
import { decodeText } from '../text/decode';

const noteColumn = 'note';

/** Terms as a table: a column a language, named by its tag, and one for notes. */
export function termsCsv(terms: readonly Term[]): string {
  const tags = [...new Set(terms.flatMap((term) => expressionsOf(term).map(([tag]) => tag)))];
  return stringify(
    terms.map((term) => ({
      ...Object.fromEntries(expressionsOf(term)),
      [noteColumn]: term.note ?? '',
    })),
    { header: true, columns: [...tags, noteColumn], escape_formulas: true },
  );
}

/**
 * Reads a table of terms as `termsCsv` writes it: the first language of a row that has words is the
 * term's own.
 *
 * @throws InputError with the line, for what is not such a table.
 */
export function readTermsCsv(bytes: Uint8Array, name: string): Term[] {
  const [head = [], ...rows] = rowsOf(bytes, name);
  const columns = head.map((title) => title.trim());
  // Any word of five letters is a tag by its form; languages have two or three.
  const tags = columns.map((title) =>
    /^[a-z]{2,3}(-|$)/i.test(title) ? languageSchema.safeParse(title).data : undefined,
  );
  if (!tags.some(Boolean)) {
    throw new InputError('no column of the table is named by a language', {
      file: name,
      line: 1,
      remedy: 'name the columns by language tags, such as zh,en,note',
    });
  }
  return rows.flatMap((row, k): Term[] => {
    const given = row.flatMap((cell, at): [string, string][] => {
      const tag = tags[at];
      const words = withoutGuard(cell).trim();
      return tag && words ? [[tag, words]] : [];
    });
    const note = withoutGuard(row[columns.indexOf(noteColumn)] ?? '').trim();
    const [first, ...others] = given;
    if (!first) return [];
    if (others.length === 0 && note === '') {
      throw new InputError(`“${first[1].slice(0, 60)}” has neither a rendering nor a note`, {
        file: name,
        line: k + 2,
        remedy: 'give its words in another language, or take the line out',
      });
    }
    const [language, term] = first;
    return [{ term, language, renderings: Object.fromEntries(others), ...(note ? { note } : {}) }];
  });
}

function rowsOf(bytes: Uint8Array, name: string): string[][] {
  const { text } = decodeText(bytes, name);
  const head = text.slice(0, text.search(/\r?\n|$/));
  const delimiter = head.includes('\t') ? '\t' : head.includes(';') ? ';' : ',';
  try {
    return parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      to: maxTerms + 2,
    });
  } catch (error) {
    const { message, lines } = error as Error & { lines?: number };
    throw new InputError(`the table cannot be read: ${message.split('\n')[0].slice(0, 160)}`, {
      file: name,
      line: lines,
      remedy: 'put words with quotes or commas between quotes, and double the quotes within',
    });
  }
}

/** An apostrophe before what a spreadsheet would compute is not part of it. */
const withoutGuard = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/, '');
