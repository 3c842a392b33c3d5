import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { soffice } from '../../lib/formats/libreoffice/convert';
import { lines, omitted, readAll } from '../reading';

const ns = ['office', 'text', 'table']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');
const type = 'application/vnd.oasis.opendocument.spreadsheet';
const cell = (text: string, more = '') =>
  `<table:table-cell office:value-type="string"><text:p>${text}</text:p>${more}</table:table-cell>`;
const row = (...cells: string[]) =>
  `<table:table-row>${cells.join('')}<table:table-cell table:number-columns-repeated="16000"/></table:table-row>`;
const filler =
  '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
const ods = (...tables: string[]) =>
  zipSync({
    mimetype: strToU8(type),
    'META-INF/manifest.xml': strToU8(
      `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
    ),
    'content.xml': strToU8(
      `<office:document-content ${ns} office:version="1.2"><office:body><office:spreadsheet>${tables.map((rows, k) => `<table:table table:name="S${k}">${rows}</table:table>`).join('')}</office:spreadsheet></office:body></office:document-content>`,
    ),
  });
const boats = ods(
  filler,
  row(cell('id'), cell('en'), cell('de')) +
    row(
      cell('a1'),
      cell('The<text:s/>boat', '<text:p>came</text:p>'),
      cell('Das Boot', '<office:annotation><text:p>remark</text:p></office:annotation>'),
    ) +
    row(cell('a2'), cell('It left.')) +
    filler,
  row(cell('more')),
);

const check = async (name: string, bytes: Uint8Array) => {
  const { editions, rows } = await readAll(name, bytes);
  expect(editions.map(({ siglum, language }) => [siglum, language])).toEqual([
    ['en', 'en'],
    ['de', 'de'],
  ]);
  expect(editions.map(lines)).toEqual([
    ['paragraph: a1 The boat\ncame', 'paragraph: a2 It left.'],
    ['paragraph: a1 Das Boot'],
  ]);
  expect(rows).toEqual([
    [[0], [0]],
    [[1], []],
  ]);
  expect(omitted(editions[0])).toEqual({
    'columns of numbers, as labels': ['id'],
    comments: ['remark'],
    'sheets after the first': ['more'],
  });
};

test('an OpenDocument spreadsheet is read as one of Excel is', () => check('x.ods', boats));

test('a spreadsheet whose cells are said to stand a million times is refused', async () => {
  const many = `<table:table-row table:number-rows-repeated="1000000000">${cell('x')}${cell('y')}</table:table-row>`;
  await expect(readAll('x.ods', ods(many))).rejects.toThrow(/rows/);
});

describe('a file called .xls', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'variorum-test-'));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  test.skipIf(soffice() === null)('is read by LibreOffice', async () => {
    writeFileSync(path.join(folder, 'x.ods'), boats);
    execFileSync(
      soffice()!,
      [
        `-env:UserInstallation=file://${folder}/profile`,
        ...'--headless --convert-to xls --outdir'.split(' '),
        folder,
        path.join(folder, 'x.ods'),
      ],
      { stdio: 'ignore' },
    );
    await check('x.xls', readFileSync(path.join(folder, 'x.xls')));
  });

  test('is refused where LibreOffice is not installed, with what to do', async () => {
    vi.stubEnv('PATH', folder);
    await expect(
      readAll('x.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0])),
    ).rejects.toMatchObject({
      message: '.xls files cannot be read',
      remedy: 'save it as .xlsx in a spreadsheet program',
    });
  });

  test('that is a page or a table of text is read as what it is', async () => {
    const page = await readAll(
      'x.xls',
      '<html><body><p>A page that a program calls a sheet.</p></body></html>',
    );
    expect(lines(page.editions[0])).toEqual(['paragraph: A page that a program calls a sheet.']);
    const text = await readAll('x.xls', 'en\tde\nA boat\tEin Boot\n');
    expect(text.editions.map(lines)).toEqual([['paragraph: A boat'], ['paragraph: Ein Boot']]);
  });
});

describe('a table', () => {
  test.each([
    ['Segment ID,en,de\ns-1,A boat.,Ein Boot.\ns-2,It left.,Es ging.\n', ['s-1', 's-2']],
    [
      'ref\ten\tde\nGen 1:1\tA boat.\tEin Boot.\n1 Cor 2.3–4\tIt left.\tEs ging.\n',
      ['Gen 1:1', '1 Cor 2.3–4'],
    ],
    ['No.,en,de\n一,A boat.,Ein Boot.\n二,It left.,Es ging.\n', ['一', '二']],
  ])('whose rows have names has them as labels: %j', async (content, labels) => {
    const { editions } = await readAll(content.includes('\t') ? 'x.tsv' : 'x.csv', content);
    expect(editions.map(({ siglum }) => siglum)).toEqual(['en', 'de']);
    expect(editions[1].segments.map(({ label }) => label)).toEqual(labels);
  });

  test('whose first row is sentences has no names, and keeps them as text', async () => {
    const { editions } = await readAll('x.csv', 'A boat came.,Ein Boot kam.\nIt left.,Es ging.\n');
    expect(editions.map(lines)).toEqual([
      ['paragraph: A boat came.', 'paragraph: It left.'],
      ['paragraph: Ein Boot kam.', 'paragraph: Es ging.'],
    ]);
  });
});
