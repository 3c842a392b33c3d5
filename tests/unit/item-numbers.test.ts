import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { written } from '../../lib/formats/item-numbers';
import { lines, omitted, read } from '../reading';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A Word document of a body, with its numberings and styles. */
const docx = (body: string, numbering: string, styles: string) => {
  const type = (part: string) =>
    `<Override PartName="/word/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${part === 'document' ? 'document.main' : part}+xml"/>`;
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${['document', 'numbering', 'styles'].map(type).join('')}</Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relationship}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relationship}/numbering" Target="numbering.xml"/><Relationship Id="r2" Type="${relationship}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(`<w:document ${w}><w:body>${body}</w:body></w:document>`),
    'word/numbering.xml': strToU8(`<w:numbering ${w}>${numbering}</w:numbering>`),
    'word/styles.xml': strToU8(`<w:styles ${w}>${styles}</w:styles>`),
  });
};
const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
const numbered = (id: number, level: number, text: string) =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr></w:pPr>${run(text)}</w:p>`;
const level = (at: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;

test('Word: numbers are those that are shown, of lists, of styles and of headings', async () => {
  const edition = await read(
    'x.docx',
    docx(
      `<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr>${run('Head')}</w:p>${numbered(1, 0, 'one')}<w:p>${run('between')}</w:p>${numbered(1, 0, 'two')}${numbered(1, 1, 'below')}${numbered(3, 0, 'five')}<w:p><w:del>${'<w:r><w:delText>gone</w:delText></w:r>'}</w:del>${run('end')}</w:p>`,
      `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%2)')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '§ %1')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${level(0, 'upperRoman', '%1.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`,
      '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>',
    ),
  );
  expect(lines(edition)).toEqual([
    'heading: § 1 Head',
    'item: 1. one',
    'paragraph: between',
    'item: 2. two',
    'item: a) below',
    'item: V. five',
    'paragraph: end',
  ]);
  expect(omitted(edition)).toEqual({ 'words that tracked changes delete': ['gone'] });
});

test('OpenDocument: numbers are those that are shown, of lists and of headings', async () => {
  const ns = ['office', 'text', 'style']
    .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join(' ');
  const edition = await read(
    'x.odt',
    zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.text'),
      'content.xml': strToU8(
        `<office:document-content ${ns}><office:automatic-styles><text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/></text:list-style></office:automatic-styles><office:body><office:text><text:h text:outline-level="1">Head</text:h><text:list text:style-name="L"><text:list-item><text:p>one</text:p><text:list><text:list-item><text:p>below</text:p></text:list-item></text:list></text:list-item><text:list-item text:start-value="4"><text:p>four</text:p></text:list-item></text:list><text:h text:outline-level="2">Part</text:h></office:text></office:body></office:document-content>`,
      ),
      'styles.xml': strToU8(
        `<office:document-styles ${ns}><office:styles><text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="1"/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style></office:styles></office:document-styles>`,
      ),
    }),
  );
  expect(lines(edition)).toEqual([
    'heading: 1. Head',
    'item: I. one',
    'item: (a) below',
    'item: IV. four',
    'heading: 1.1 Part',
  ]);
});

test('numbers of every style, and figures where a style has no sign', () => {
  expect(
    ['lowerLetter', 'upperRoman', 'chineseCounting', 'decimalEnclosedCircle', 'decimalZero'].map(
      (style) => [1, 20, 28, 4000].map((value) => written(value, style as 'decimal')),
    ),
  ).toEqual([
    ['a', 't', 'ab', 'ewv'],
    ['I', 'XX', 'XXVIII', '4000'],
    ['一', '二十', '二十八', '4000'],
    ['①', '⑳', '28', '4000'],
    ['01', '20', '28', '4000'],
  ]);
});
