import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importFiles } from '../../lib/works/import';
import { readAll, textsOf } from '../reading';

describe('a table of texts side by side', () => {
  const [en, zh] = [
    ['It had rained for nine days.', 'The boatman would not cross.'],
    ['雨已经下了九天，河水很高。', '船夫不肯过河，我们只好等着。'],
  ];
  const row = (...cells: string[]) =>
    `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const table = (...rows: string[]) => `<table>${rows.join('')}</table>`;

  test('is one of short sentences, too, but not of single words', async () => {
    const page = (cells: [string, string][]) =>
      table('<tr><th>en</th><th>zh</th></tr>', ...cells.map((cells) => row(...cells)));
    const short = await readAll(
      'page.html',
      page([
        ['He said: wait.', '他說：「等」。'],
        ['The rain stopped.', '雨停了。'],
        ['She rowed on.', '她划走了。'],
      ]),
    );
    expect(short.editions.map(({ siglum }) => siglum)).toEqual(['en', 'zh']);
    const words = await readAll(
      'page.html',
      page([
        ['boat', '船'],
        ['oar', '槳'],
        ['rain', '雨'],
      ]),
    );
    expect(words.editions).toHaveLength(1);
  });

  test('is an edition a column, where their scripts tell them apart', async () => {
    const page = `<h1>The Ferry</h1>${table(
      row('1', `<p>${en[0]}</p><p>Then it stopped.<sup><a href="#n">1</a></sup></p>`, zh[0]),
      row('2', `<em>${en[1]}</em>`, zh[1]),
    )}<ol><li id="n">On the tenth.</li></ol>`;
    const { editions, rows, title } = await readAll('page.html', page);
    expect(title).toBe('The Ferry');
    expect(editions.map(({ siglum }) => siglum)).toEqual([undefined, undefined]);
    expect(editions[0].segments.map(({ kind, text }) => [kind, text])).toEqual([
      ['paragraph', en[0]],
      ['paragraph', 'Then it stopped.'],
      ['paragraph', en[1]],
      ['footnote', 'On the tenth.'],
    ]);
    expect(editions[0].segments[2].spans.map(({ kind }) => kind)).toEqual(['emphasis']);
    expect(textsOf(editions[1])).toEqual(zh);
    expect(rows).toEqual([
      [[0, 1], [0]],
      [[2], [1]],
    ]);
    expect(editions[0].warnings.map(({ message }) => message)).toEqual([
      'not kept: columns of single words or numbers (1): “1 2”',
    ]);
  });

  test('is named by its first row, where that names it', async () => {
    const page = table(
      row('Nr of it', 'Old', 'New (en)'),
      row('1', en[0], en[0]),
      row('2', en[1], `${en[1]} Not yet.`),
    );
    const { editions } = await readAll('page.html', page);
    expect(editions[0].warnings.map(({ message }) => message)).toEqual([
      'not kept: columns of single words or numbers (1): “Nr of it 1 2”',
    ]);
    expect(editions.map(({ siglum, language }) => [siglum, language])).toEqual([
      ['Old', undefined],
      ['New', 'en'],
    ]);
  });

  test('is one text where one is asked for', async () => {
    const page = Buffer.from(table(row('Old', 'New'), row(en[0], en[0]), row(en[1], en[1])));
    const home = mkdtempSync(path.join(tmpdir(), 'variorum-table-'));
    const add = (work: string, more: object) =>
      importFiles(
        {
          files: [{ name: 'page.html', bytes: page }],
          work,
          workTitle: 'A',
          metadata: {},
          ...more,
        },
        home,
      );
    expect((await add('one', { sigla: ['S'] })).sigla).toEqual(['S']);
    expect((await add('two', {})).sigla).toEqual(['Old', 'New']);
    expect((await add('some', { choose: ['New'], sigla: ['N'] })).sigla).toEqual(['N']);
    rmSync(home, { recursive: true });
  });

  test.each([
    ['of data', table(row('Name', 'Height'), row('Everest', '8849 m'), row('K2', '8611 m'))],
    ['in one language without names', table(row(...en), row(...en))],
    [
      'beside a longer text',
      `<p>${en.join(' ').repeat(30)}</p>${table(row(en[0], zh[0]), row(en[1], zh[1]))}`,
    ],
    ['that is one of two', table(row(en[0], zh[0]), row(en[1], zh[1])).repeat(2)],
  ])('is none where it is one %s', async (_, page) => {
    const { editions } = await readAll('page.html', page);
    expect(editions).toHaveLength(1);
    expect(editions[0].segments.some(({ kind }) => kind === 'row')).toBe(true);
  });
});

test('ODT: texts side by side in a table, whole paragraphs in its cells', async () => {
  const cell = (...paragraphs: string[]) =>
    `<table:table-cell>${paragraphs.map((text) => `<text:p>${text}</text:p>`).join('')}</table:table-cell>`;
  const rows = [
    `<table:table-header-rows><table:table-row>${cell('Draft')}${cell('zh')}</table:table-row></table:table-header-rows>`,
    `<table:table-row>${cell('It had rained for nine days.', 'Then it stopped.')}${cell('雨已经下了九天，河水很高。后来停了。')}</table:table-row>`,
    `<table:table-row>${cell('The boatman would not cross.')}${cell('船夫不肯过河，我们只好等着。')}</table:table-row>`,
  ];
  const content = `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b"><office:body><office:text><text:p text:style-name="Title">The Ferry</text:p><table:table>${rows.join('')}</table:table></office:text></office:body></office:document-content>`;
  const document = await readAll('table.odt', zipSync({ 'content.xml': strToU8(content) }));
  expect(document.title).toBe('The Ferry');
  expect(document.editions.map(({ siglum, language }) => [siglum, language])).toEqual([
    ['Draft', undefined],
    ['zh', 'zh'],
  ]);
  expect(document.rows).toEqual([
    [[0, 1], [0]],
    [[2], [1]],
  ]);
});
