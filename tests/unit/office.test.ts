import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../lib/formats/registry';
import { tokenize } from '../../lib/language/tokens';
import { searchTokens } from '../../lib/search/tokens';

const read = async (name: string, entries: Record<string, string>) => {
  const bytes = zipSync(
    Object.fromEntries(Object.entries(entries).map(([path, content]) => [path, strToU8(content)])),
  );
  return (await readDocument({ name, bytes })).editions[0];
};
type Read = Awaited<ReturnType<typeof read>>;
const shape = ({ segments }: Read) => segments.map(({ kind, text }) => [kind, text]);
const messages = ({ warnings }: Read) => warnings.map(({ message }) => message);

describe('Word', () => {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const docx = (main: string, body: string) => ({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="/${main}"/></Relationships>`,
    [main]: `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${office}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:body>${body}</w:body></w:document>`,
  });
  const p = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

  test('the main part is what the package says, whatever it is called', async () => {
    const edition = await read('x.docx', docx('word/document7.xml', p('Here.')));
    expect(shape(edition)).toEqual([['paragraph', 'Here.']]);
  });

  test('missing pictures and links do not stop the text; descriptions are no text', async () => {
    const picture = `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="P" descr="D:\\scan.png"/><a:graphic><a:graphicData><a:blip r:embed="rId4"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
    const link = `<w:p><w:hyperlink r:id="rId9"><w:r><w:t>a link</w:t></w:r></w:hyperlink></w:p>`;
    const edition = await read('x.docx', docx('word/document.xml', p('One.') + picture + link));
    expect(shape(edition)).toEqual([
      ['paragraph', 'One.'],
      ['paragraph', 'a link'],
    ]);
    expect(messages(edition)).toEqual(['not kept: images (1)']);
  });

  test('of ruby the base is kept', async () => {
    const ruby = `<w:p><w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>よ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>夜</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>だ。</w:t></w:r></w:p>`;
    const edition = await read('x.docx', docx('word/document.xml', ruby));
    expect(shape(edition)).toEqual([['paragraph', '夜だ。']]);
    expect(messages(edition)).toEqual(['not kept: readings of ruby (1): “よ”']);
  });
});

test('OpenDocument: text in frames and shapes, ruby; descriptions and indexes are no text', async () => {
  const names = ['office', 'text', 'table', 'drawing', 'svg']
    .map((each) => `xmlns:${each === 'drawing' ? 'draw' : each}="urn:x:${each}"`)
    .join(' ');
  const edition = await read('x.odt', {
    'content.xml': `<office:document-content ${names}><office:body><office:text>
    <draw:frame><draw:text-box><text:p>On the page.</text:p></draw:text-box></draw:frame>
    <text:p>Be<draw:frame><svg:title>D:\\a.png</svg:title><draw:text-box><text:p>A note</text:p><text:p>in two parts.</text:p></draw:text-box></draw:frame>fore.</text:p>
    <text:p>A<draw:custom-shape><text:p>Shape.</text:p></draw:custom-shape><draw:frame><draw:image/><svg:desc>A cat</svg:desc></draw:frame>fter <text:ruby><text:ruby-base>夜</text:ruby-base><text:ruby-text>よ</text:ruby-text></text:ruby>.</text:p>
    <text:alphabetical-index><text:index-body><text:p>cat 3</text:p></text:index-body></text:alphabetical-index>
    <table:table><table:table-row><table:table-cell><text:p>one</text:p><text:p>two</text:p></table:table-cell><table:table-cell><text:p>three</text:p></table:table-cell></table:table-row></table:table>
    </office:text></office:body></office:document-content>`,
  });
  expect(shape(edition)).toEqual([
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
    'not kept: images (1)',
    'not kept: tables of contents and indexes (1): “cat 3”',
  ]);
});

describe('signs within words that are no letters', () => {
  test.each([
    ['Dampf\u00adschiff', 'dampfschiff'],
    ['می\u200cخواهم', 'میخواهم'],
    ['كتـــاب', 'كتاب'],
  ])('%s is one word', (written, norm) => {
    const tokens = tokenize(`${written}.`, 'de');
    expect(tokens.map((token) => token.norm)).toEqual([norm, '.']);
    expect(tokens[0]).toMatchObject({ start: 0, end: written.length, text: written });
    expect(searchTokens(written).map((token) => token.norm)).toHaveLength(1);
  });

  test('letters that Unicode does not take apart are found by plain ones', () => {
    const folded = (word: string) => searchTokens(word).map(({ norm }) => norm);
    for (const [written, plain] of [
      ['Đà', 'da'],
      ['Maß', 'mass'],
      ['Œdipe', 'oedipe'],
      ['Ærø', 'aero'],
      ['Łuk', 'luk'],
      ['Qurʾān', 'quran'],
    ]) {
      expect(folded(written)).toEqual([plain]);
      expect(folded(plain)).toEqual([plain]);
    }
  });
});
