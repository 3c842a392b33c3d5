import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Element } from 'xast';
import { unpack } from '../../lib/formats/archive';
import { readDocument } from '../../lib/formats/registry';
import { allOf, attribute, childrenOf, parseXml, textOf } from '../../lib/formats/xml/read';
import { exportWork } from '../../lib/studies/export-work';
import { loadWork } from '../../lib/works/load';

const { work } = await loadWork('the-bellmakers-daughter');

/** A part of the work as OpenDocument, and the properties that its styles give by their names. */
async function written(sigla: string[]) {
  const bytes = (await exportWork(work, 'odt', sigla)) as Uint8Array;
  const parts = await unpack(bytes);
  const [content, styles] = ['content.xml', 'styles.xml'].map((name) => {
    const part = parts.get(name);
    if (!part) throw new Error(`no ${name}`);
    return parseXml(part, name);
  });
  const known = new Map(
    [content, styles].flatMap((tree) =>
      [...allOf(tree, 'style')].map((style): [string, Element] => [
        attribute(style, 'style:name') ?? '',
        style,
      ]),
    ),
  );
  const look = (name: string | undefined): Record<string, string | null | undefined> => {
    const style = known.get(name ?? '');
    if (!style) return {};
    const parent = look(attribute(style, 'style:parent-style-name'));
    return Object.assign(parent, ...childrenOf(style).map(({ attributes }) => attributes));
  };
  const lookOf = (element: Element) =>
    look(attribute(element, 'text:style-name') ?? attribute(element, 'table:style-name'));
  return { bytes, content, styles, lookOf };
}

test('editions side by side in OpenDocument have the languages and directions of their words', async () => {
  const { content, lookOf } = await written(['zh', 'en-close', 'ar']);
  const [, ...rows] = [...allOf(content, 'table-row')];
  const cells = rows.map((row) => childrenOf(row, 'table-cell'));
  const looks = (column: number) =>
    cells.flatMap((row) => childrenOf(row[column])).map((block) => lookOf(block));
  expect(looks(1).length).toBeGreaterThan(10);
  for (const look of looks(0)) {
    expect(look).toMatchObject({ 'style:language-asian': 'zh', 'style:country-asian': 'CN' });
    // By the rules of Chinese, Latin words would be broken anywhere.
    expect(look['fo:language']).not.toBe('zh');
  }
  for (const look of looks(1)) {
    expect(look).toMatchObject({ 'fo:language': 'en', 'style:writing-mode': 'lr-tb' });
  }
  for (const look of looks(2)) {
    expect(look).toMatchObject({
      'style:language-complex': 'ar',
      'style:writing-mode': 'rl-tb',
      'fo:text-align': 'right',
    });
  }
});

test('editions side by side in OpenDocument are set in columns with rules, on a wide page', async () => {
  const { content, styles, lookOf } = await written(['zh', 'en-close', 'ar']);
  const [column] = allOf(content, 'table-column');
  expect(Number.parseFloat(lookOf(column)['style:column-width'] ?? '')).toBeCloseTo(25.7 / 3, 1);
  for (const cell of allOf(content, 'table-cell')) {
    expect(lookOf(cell)).toMatchObject({ 'fo:border-bottom': expect.stringContaining('solid') });
    expect(lookOf(cell)['fo:padding-left']).toMatch(/^0\.[1-9]/);
  }
  const [title] = [...allOf(content, 'p')];
  expect(textOf(title)).toBe(work.title);
  const sizes = [title, ...allOf(content, 'h')].map((each) =>
    Number.parseFloat(lookOf(each)['fo:font-size'] ?? ''),
  );
  for (const size of sizes) expect(size).toBeGreaterThanOrEqual(14);
  const [page] = allOf(styles, 'page-layout-properties');
  expect(attribute(page, 'style:print-orientation')).toBe('landscape');
});

test('OpenDocument says what a work is, what marks mean and whose the texts are, none of it as text', async () => {
  const { bytes, content, styles } = await written(['zh', 'en-close', 'en-free', 'ar']);
  const [body] = allOf(content, 'body');
  expect(textOf(body)).toContain('Compared with en-close: only here');
  expect(textOf(body)).toContain('Translator: The Variorum project');
  const [footer] = allOf(styles, 'footer');
  expect(textOf(footer)).toContain('zh: Made for Variorum as an example');
  const { editions } = await readDocument({ bytes, name: 'work.odt' });
  expect(editions.map(({ warnings }) => warnings.length)).toEqual([0, 0, 0, 0]);
  const words = editions.flatMap(({ segments }) => segments.map(({ text }) => text)).join(' ');
  expect(words).not.toMatch(/Compared with|Variorum|Translator/);
});

test('an object that is a file of its own is reported as one, and a picture as a picture', async () => {
  const content =
    '<office:document-content xmlns:office="o" xmlns:text="t" xmlns:draw="d" xmlns:xlink="x"><office:body><office:text><text:p>So <draw:frame><draw:object xlink:href="Formula-0/"/></draw:frame> and <draw:frame><draw:image xlink:href="a.png"/></draw:frame> here.</text:p></office:text></office:body></office:document-content>';
  const bytes = zipSync({ 'content.xml': strToU8(content) });
  const { editions } = await readDocument({ name: 'x.odt', bytes });
  expect(editions[0].warnings.map(({ omitted }) => omitted?.what)).toEqual([
    'embedded objects',
    'images',
  ]);
});
