import { expect, test } from 'vitest';
import { kindsAndTexts, messages, read, readPacked } from '../reading';

test('a flat OpenDocument text is known by its ending or its first element', async () => {
  const flat = `<?xml version="1.0"?><office:document ${['office', 'text', 'style', 'meta']
    .map((each) => `xmlns:${each}="urn:oasis:names:tc:opendocument:xmlns:${each}:1.0"`)
    .join(
      ' ',
    )} xmlns:fo="fo" xmlns:dc="dc"><office:meta><dc:creator>Ann</dc:creator></office:meta><office:styles><style:style style:name="S" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style></office:styles><office:body><office:text><text:h text:outline-level="1">Head</text:h><text:p>A <text:span text:style-name="S">red</text:span> boat.</text:p></office:text></office:body></office:document>`;
  for (const name of ['x.fodt', 'x.xml']) {
    const edition = await read(name, flat);
    expect(edition.author).toBe('Ann');
    expect(edition.title).toBeUndefined();
    expect(kindsAndTexts(edition)).toEqual([
      ['heading', 'Head'],
      ['paragraph', 'A red boat.'],
    ]);
    expect(edition.segments[1].spans).toEqual([{ kind: 'strong', start: 2, end: 5 }]);
  }
});

test('OpenDocument: numbers of lists are those of their style; hidden text is reported', async () => {
  const names = ['office', 'text', 'style']
    .map((each) => `xmlns:${each}="urn:x:${each}"`)
    .join(' ');
  const edition = await readPacked('x.odt', {
    'content.xml': `<office:document-content ${names}><office:automatic-styles><text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" text:start-value="3"/><text:list-level-style-bullet text:level="2"/></text:list-style></office:automatic-styles><office:body><office:text>
    <text:list text:style-name="N"><text:list-header><text:p>Goods</text:p></text:list-header><text:list-item><text:p>Salt</text:p><text:list><text:list-item><text:p>fine</text:p></text:list-item></text:list></text:list-item></text:list><text:p>And</text:p>
    <text:list text:style-name="N" text:continue-numbering="true"><text:list-item><text:p>Iron</text:p></text:list-item><text:list-item text:start-value="9"><text:p>Tin</text:p></text:list-item></text:list>
    <text:section text:display="none"><text:p>secret</text:p></text:section><text:h text:outline-level="1"><text:number>2</text:number>Head</text:h></office:text></office:body></office:document-content>`,
  });
  expect(edition.segments.map(({ label, text }) => [label, text])).toEqual([
    [undefined, 'Goods'],
    ['3.', 'Salt'],
    [undefined, 'fine'],
    [undefined, 'And'],
    ['4.', 'Iron'],
    ['9.', 'Tin'],
    [undefined, '2 Head'],
  ]);
  expect(messages(edition)).toEqual(['not kept: hidden text (1): “secret”']);
});

test('OpenDocument: words of hidden styles, and heads and feet of pages, are reported', async () => {
  const names = ['office', 'text', 'style']
    .map((each) => `xmlns:${each}="urn:x:${each}"`)
    .join(' ');
  const style = (name: string, display: string, parent = '') =>
    `<style:style style:name="${name}" style:parent-style-name="${parent}"><style:text-properties${display && ` text:display="${display}"`}/></style:style>`;
  const edition = await readPacked('x.odt', {
    'styles.xml': `<office:document-styles ${names}><office:styles>${style('Gone', 'none')}</office:styles><office:master-styles><style:master-page><style:header><text:p>A tale</text:p></style:header><style:footer><text:p><text:page-number>1</text:page-number></text:p></style:footer></style:master-page><style:master-page><style:header-left><text:p>A tale</text:p></style:header-left></style:master-page></office:master-styles></office:document-styles>`,
    'content.xml': `<office:document-content ${names}><office:automatic-styles>${style('T1', '', 'Gone')}${style('T2', 'true', 'Gone')}${style('P1', 'none')}</office:automatic-styles><office:body><office:text><text:p>One <text:span text:style-name="T1">two</text:span><text:span text:style-name="T2">three</text:span>.</text:p><text:p text:style-name="P1">Four.</text:p><text:h text:style-name="P1">Five</text:h></office:text></office:body></office:document-content>`,
  });
  expect(kindsAndTexts(edition)).toEqual([['paragraph', 'One three.']]);
  expect(messages(edition)).toEqual([
    'not kept: hidden text (3): “two”, “Four.”, “Five”',
    'not kept: headers (1): “A tale”',
  ]);
});

test('OpenDocument: text in frames and shapes, ruby; descriptions and indexes are not text', async () => {
  const names = ['office', 'text', 'table', 'drawing', 'svg']
    .map((each) => `xmlns:${each === 'drawing' ? 'draw' : each}="urn:x:${each}"`)
    .join(' ');
  const edition = await readPacked('x.odt', {
    'content.xml': `<office:document-content ${names}><office:body><office:text>
    <draw:frame><draw:text-box><text:p>On the page.</text:p></draw:text-box></draw:frame>
    <text:p>Be<draw:frame><svg:title>D:\\a.png</svg:title><draw:text-box><text:p>A note</text:p><text:p>in two parts.</text:p></draw:text-box></draw:frame>fore.</text:p>
    <text:p>A<draw:custom-shape><text:p>Shape.</text:p></draw:custom-shape><draw:frame><draw:image/><svg:desc>A cat</svg:desc></draw:frame>fter <text:ruby><text:ruby-base>夜</text:ruby-base><text:ruby-text>よ</text:ruby-text></text:ruby>.</text:p>
    <text:alphabetical-index><text:index-body><text:p>cat<text:tab/>3</text:p></text:index-body></text:alphabetical-index>
    <table:table><table:table-row><table:table-cell><text:p>one</text:p><text:p>two</text:p></table:table-cell><table:table-cell><text:p>three</text:p></table:table-cell></table:table-row></table:table>
    </office:text></office:body></office:document-content>`,
  });
  expect(kindsAndTexts(edition)).toEqual([
    ['paragraph', 'On the page.'],
    ['paragraph', 'Before.'],
    ['paragraph', 'A note'],
    ['paragraph', 'in two parts.'],
    ['paragraph', 'After 夜.'],
    ['paragraph', 'Shape.'],
    ['row', 'one two | three'],
  ]);
  expect(edition.segments[4].spans).toMatchObject([{ kind: 'ruby', target: 'よ' }]);
  expect(messages(edition)).toEqual([
    'not kept: images (1): “A cat”',
    'not kept: tables of contents and indexes (1): “cat 3”',
  ]);
});
