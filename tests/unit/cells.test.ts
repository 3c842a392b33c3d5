import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsOf, joinCells } from '../../lib/edition/cells';
import { readMarkdownEdition } from '../../lib/edition/read';
import { writeMarkdownEdition } from '../../lib/edition/write';

const texts = (row: Parameters<typeof cellsOf>[0]) => cellsOf(row).map(({ text }) => text);
const rowsOf = (source: string) =>
  readMarkdownEdition(source).segments.filter(({ kind }) => kind === 'row');
const cell = fc
  .array(fc.constantFrom('|', 'a', 'b c', ' ', '\\', '||', '`', '*', '-'), { maxLength: 5 })
  .map((parts) => parts.join('').trim());

describe('cells of rows', () => {
  test('are parted where they are, whatever signs they hold', () =>
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 5 }), (given) => {
        const row = joinCells(given.map((text) => ({ text, spans: [] })));
        const end = given.findLastIndex((text) => text !== '') + 1;
        expect(texts(row).map((text) => text.replace(/\s/g, ' '))).toEqual(
          end === 0 ? [''] : given.slice(0, end),
        );
      }),
    ));

  test('survive writing and reading', () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        (table) => {
          const rows = table
            .map((cells) => joinCells(cells.map((text) => ({ text, spans: [] }))))
            .filter(({ text }) => text !== '')
            .map((row) => ({ ...row, id: '', kind: 'row' as const }));
          const after = rowsOf(writeMarkdownEdition({}, rows));
          expect(after.map(({ text }) => text)).toEqual(rows.map(({ text }) => text));
        },
      ),
    ));

  test('stay in their columns where those before them are empty', () => {
    const source = '| name | age | town |\n| - | - | - |\n|  | 12 | Rome |\n| Ann | 13 | |\n';
    const rows = rowsOf(source);
    const expected = [
      ['name', 'age', 'town'],
      ['', '12', 'Rome'],
      ['Ann', '13'],
    ];
    expect(rows.map(texts)).toEqual(expected);
    expect(rowsOf(writeMarkdownEdition({}, rows)).map(texts)).toEqual(expected);
  });

  test('keep a note that stands in an empty cell', () => {
    const source = '| a | b |\n| - | - |\n| c | [^1] |\n\n[^1]: Note.\n';
    const [, row] = rowsOf(source);
    expect(cellsOf(row)[1].spans).toMatchObject([{ kind: 'note', target: '1' }]);
    const { segments } = readMarkdownEdition(source);
    expect(rowsOf(writeMarkdownEdition({}, segments))[1]).toMatchObject({
      text: row.text,
      spans: row.spans,
    });
  });

  test('keep their marks', () => {
    const [row] = rowsOf('| | a *b* \\| c | **d** |\n| - | - | - |\n');
    expect(cellsOf(row)).toMatchObject([
      { text: '', spans: [] },
      { text: 'a b\u00a0|\u00a0c', spans: [{ kind: 'emphasis', start: 2, end: 3 }] },
      { text: 'd', spans: [{ kind: 'strong', start: 0, end: 1 }] },
    ]);
  });
});
