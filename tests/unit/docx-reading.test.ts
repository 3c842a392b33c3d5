import { describe, expect, test } from 'vitest';
import { kindsAndTexts, messages, readPacked } from '../reading';

describe('Word', () => {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const docx = (main: string, body: string) => ({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="/${main}"/></Relationships>`,
    [main]: `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${office}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:body>${body}</w:body></w:document>`,
  });
  const p = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

  test('the main part is what the package says, whatever it is called', async () => {
    const edition = await readPacked('x.docx', docx('word/document7.xml', p('Here.')));
    expect(kindsAndTexts(edition)).toEqual([['paragraph', 'Here.']]);
  });

  test.each(['Letter/', ''])(
    'a package that was packed again from outside its folder: “%s”',
    async (folder) => {
      const parts = Object.entries(docx('word/document.xml', p('Here.')));
      const packed = Object.fromEntries(parts.map(([name, part]) => [folder + name, part]));
      const edition = await readPacked('x.docx', { ...packed, '__MACOSX/._Letter': 'attributes' });
      expect(kindsAndTexts(edition)).toEqual([['paragraph', 'Here.']]);
    },
  );

  test('missing pictures and links do not stop the text; descriptions are not text', async () => {
    const picture = `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="P" descr="D:\\scan.png"/><a:graphic><a:graphicData><a:blip r:embed="rId4"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
    const link = `<w:p><w:hyperlink r:id="rId9"><w:r><w:t>a link</w:t></w:r></w:hyperlink></w:p>`;
    const edition = await readPacked(
      'x.docx',
      docx('word/document.xml', p('One.') + picture + link),
    );
    expect(kindsAndTexts(edition)).toEqual([
      ['paragraph', 'One.'],
      ['paragraph', 'a link'],
    ]);
    expect(messages(edition)).toEqual(['not kept: images (1)']);
  });

  test('numbers of lists, line ends, fields; what is hidden, deleted or a formula is reported', async () => {
    const item = (text: string, level = 0) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const body = `${item('Four')}${p('Between')}${item('Five')}
      <w:p><w:r><w:t>end</w:t></w:r><w:r><w:br w:type="page"/></w:r><w:r><w:t>begin</w:t><w:cr/><w:t>next</w:t></w:r><w:fldSimple w:instr="REF a"><w:r><w:t xml:space="preserve"> see 3</w:t></w:r></w:fldSimple></w:p>
      <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:del w:id="1"><w:r><w:delText>old</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>new</w:t></w:r></w:ins><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath></w:p>`;
    const parts = docx('word/document.xml', body.replace('<m:oMath>', '<m:oMath xmlns:m="urn:m">'));
    const edition = await readPacked('x.docx', {
      ...parts,
      'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/numbering" Target="numbering.xml"/></Relationships>`,
      'word/numbering.xml':
        '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num></w:numbering>',
    });
    expect(edition.segments.map(({ label, text }) => [label, text])).toEqual([
      ['4.', 'Four'],
      [undefined, 'Between'],
      ['5.', 'Five'],
      [undefined, 'end begin\nnext see 3'],
      [undefined, 'new'],
    ]);
    expect(messages(edition)).toEqual([
      'not kept: formulas (1): “a+b”',
      'not kept: words that tracked changes delete (1): “old”',
      'not kept: hidden text (1): “secret”',
    ]);
  });

  test('notes to which nothing refers are reported', async () => {
    const note = (id: string, text: string, type = '') =>
      `<w:footnote w:id="${id}"${type}>${p(text)}</w:footnote>`;
    const deleted =
      '<w:del w:id="9" w:author="a"><w:r><w:delText>gone</w:delText><w:footnoteReference w:id="4"/></w:r></w:del>';
    const body = `<w:p><w:r><w:t>One</w:t><w:footnoteReference w:id="2"/></w:r>${deleted}</w:p>`;
    const edition = await readPacked('x.docx', {
      ...docx('word/document.xml', body),
      'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/footnotes" Target="footnotes.xml"/></Relationships>`,
      'word/footnotes.xml': `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${note('1', 'a line', ' w:type="separator"')}${note('2', 'Called.')}${note('3', 'Left &lt;alone&gt;.')}${note('4', 'Gone too.')}</w:footnotes>`,
    });
    expect(kindsAndTexts(edition)).toEqual([
      ['paragraph', 'One'],
      ['footnote', 'Called.'],
    ]);
    expect(messages(edition)).toEqual([
      'not kept: words that tracked changes delete (1): “gone”',
      'not kept: notes to which nothing refers (2): “Left <alone>.”, “Gone too.”',
    ]);
  });

  test('what a style hides is left out and reported, also by what that is based on', async () => {
    const styled = (style: string, runs: string) =>
      `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs}</w:p>`;
    const run = (text: string, properties = '') =>
      `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
    const box = `<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${run('Boxed')}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
    const body = [
      styled('Secret', run('one &amp; one')),
      styled('Child', run('two') + run('shown', '<w:vanish w:val="0"/>')),
      styled('Shown', run('three', '<w:rStyle w:val="Veil"/>') + run('seen')),
      // Of a paragraph and of its words: each undoes the other.
      styled('Secret', run('twice', '<w:rStyle w:val="Veil"/>')),
      `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${run('Marked.')}${box}</w:p>`,
      `<w:p>${run('was', '<w:b/><w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange>')}</w:p>`,
    ].join('');
    const style = (type: string, id: string, inner: string) =>
      `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}"/>${inner}</w:style>`;
    const edition = await readPacked('x.docx', {
      ...docx('word/document.xml', body),
      'word/styles.xml': `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${[
        style('paragraph', 'Secret', '<w:rPr><w:vanish/></w:rPr>'),
        style('paragraph', 'Child', '<w:basedOn w:val="Secret"/><w:rPr><w:i/></w:rPr>'),
        style(
          'paragraph',
          'Shown',
          '<w:basedOn w:val="Secret"/><w:rPr><w:vanish w:val="false"/></w:rPr>',
        ),
        style('character', 'Veil', '<w:rPr><w:vanish/></w:rPr>'),
      ].join('')}</w:styles>`,
    });
    expect(kindsAndTexts(edition).map(([, text]) => text)).toEqual([
      'shown',
      'seen',
      'twice',
      'Marked.',
      'Boxed',
      'was',
    ]);
    expect(messages(edition)).toEqual(['not kept: hidden text (3): “one & one”, “two”, “three”']);
  });

  test('words stay in order whatever element stands around them', async () => {
    const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const wrap = (name: string, inner: string) => `<${name}>${inner}</${name}>`;
    const newer = `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="urn:wps"><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><wps:txbx><w:txbxContent>${p('In a shape.')}</w:txbxContent></wps:txbx></a:graphic></wp:inline></w:drawing></mc:Choice>`;
    const older = `<mc:Fallback><w:pict><v:oval><v:textbox><w:txbxContent>${p('In a shape.')}</w:txbxContent></v:textbox></v:oval></w:pict></mc:Fallback>`;
    const body = `<w:p>${run('He said ')}${wrap('w:dir', `<w:r><w:rPr><w:rtl/></w:rPr><w:t>שלום</w:t></w:r>`)}${run(' and ')}${wrap('w:bdo', wrap('w:dir', run('left')))}${['smartTag', 'customXml', 'ins', 'moveTo', 'other'].map((name) => wrap(`w:${name}`, run(` ${name}`))).join('')}${wrap('w:sdt', wrap('w:sdtContent', run(' sdt.')))}</w:p>
      <w:p><w:r><w:t>One.</w:t>${newer}</mc:AlternateContent></w:r></w:p><w:p><w:r><w:t>Two.</w:t>${newer}${older}</mc:AlternateContent></w:r></w:p>`;
    const edition = await readPacked('x.docx', docx('word/document.xml', body));
    expect(edition.segments.map(({ text }) => text)).toEqual([
      'He said שלום and left smartTag customXml ins moveTo other sdt.',
      'One.',
      'In a shape.',
      'Two.',
      'In a shape.',
    ]);
    expect(messages(edition)).toEqual([]);
  });

  test('words that XML keeps verbatim are read', async () => {
    const edition = await readPacked(
      'x.docx',
      docx('word/document.xml', p('a <![CDATA[<b> & c]]> d<!-- <w:t>no</w:t> -->')),
    );
    expect(kindsAndTexts(edition)).toEqual([['paragraph', 'a <b> & c d']]);
  });

  test('words in merged cells, of deleted rows and of drawings are read or reported', async () => {
    const cell = (content: string, merge = '') =>
      `<w:tc><w:tcPr>${merge}</w:tcPr>${content}</w:tc>`;
    const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
    const edition = await readPacked(
      'x.docx',
      docx(
        'word/document.xml',
        `<w:tbl>${row(cell(p('one'), '<w:vMerge w:val="restart"/>'), cell(p('two')))}${row(cell(p('three'), '<w:vMerge/>'), cell(p('four')))}${row(cell('<w:p/>', '<w:vMerge/>'), cell(p('five')))}${row('<w:trPr><w:del w:id="1"/></w:trPr>', cell(p('six')))}</w:tbl><w:p><w:r><w:pict><v:shape><v:textpath string="seven"/></v:shape></w:pict></w:r></w:p>`,
      ),
    );
    expect(kindsAndTexts(edition)).toEqual([
      ['row', 'one | two'],
      ['row', 'three | four'],
      ['row', ' | five'],
    ]);
    expect(messages(edition)).toEqual([
      'not kept: words that are drawn (1): “seven”',
      'not kept: words that tracked changes delete (1): “six”',
    ]);
  });

  test('words of a hidden style are reported', async () => {
    const edition = await readPacked('x.docx', {
      ...docx(
        'word/document.xml',
        '<w:p><w:r><w:t>Seen.</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Gone"/></w:rPr><w:t>Not seen.</w:t></w:r></w:p>',
      ),
      'word/styles.xml':
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="character" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>',
    });
    expect(kindsAndTexts(edition)).toEqual([['paragraph', 'Seen.']]);
    expect(messages(edition)).toEqual(['not kept: hidden text (1): “Not seen.”']);
  });

  test('heads and feet of pages are reported once each, but for page numbers', async () => {
    const frame = (name: string, body: string) =>
      `<w:${name} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${body}</w:${name}>`;
    const number = `<w:p><w:r><w:t>Page </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> of 10</w:t></w:r></w:p>`;
    const edition = await readPacked('x.docx', {
      ...docx('word/document.xml', p('Body.')),
      'word/header1.xml': frame('hdr', p('Salt &amp; iron')),
      'word/header2.xml': frame('hdr', p('Salt &amp; iron')),
      'word/header3.xml': frame('hdr', '<w:p/>'),
      'word/footer1.xml': frame('ftr', number),
      'word/footer2.xml': frame('ftr', p('- iv -')),
      'word/footer3.xml': frame('ftr', p('Draft of May') + number),
    });
    expect(kindsAndTexts(edition)).toEqual([['paragraph', 'Body.']]);
    expect(messages(edition)).toEqual([
      'not kept: headers (1): “Salt & iron”',
      'not kept: footers (1): “Draft of May Page 3 of 10”',
    ]);
  });

  describe('fields', () => {
    const run = (inner: string) => `<w:r>${inner}</w:r>`;
    const t = (text: string) => run(`<w:t xml:space="preserve">${text}</w:t>`);
    const sign = (type: string) => run(`<w:fldChar w:fldCharType="${type}"/>`);
    const code = (text: string) => run(`<w:instrText xml:space="preserve">${text}</w:instrText>`);
    const field = (inner: string, shown?: string) =>
      sign('begin') + inner + (shown === undefined ? '' : sign('separate') + shown) + sign('end');
    const readParagraph = (inner: string) =>
      readPacked('x.docx', docx('word/document.xml', `<w:p>${inner}</w:p>`));

    test('a field within the code of another is not part of the text', async () => {
      const sex = field(code(' MERGEFIELD Sex '), t('m'));
      const edition = await readParagraph(
        `${t('Dear ')}${field(code(' IF ') + sex + code(' = "m" "Sir" "Madam" '), t('Sir') + field(code(' PAGE '), t(' 7')))}${t(', hello.')}`,
      );
      expect(kindsAndTexts(edition)).toEqual([['paragraph', 'Dear Sir 7, hello.']]);
    });

    test('a sign that begins a field which never ends hides nothing', async () => {
      const edition = await readParagraph(
        `${t('One ')}${sign('begin')}${t('two ')}${field(code('PAGE'), t('three'))}`,
      );
      expect(kindsAndTexts(edition)).toEqual([['paragraph', 'One two three']]);
    });

    test('readings that a formula sets over words are ruby; other formulas are reported', async () => {
      const reading = (kana: string, base: string) =>
        code(' EQ \\* jc2 \\* "Font:MS Mincho" \\* hps10 \\o\\ad(\\s\\up 9(') +
        code(`${kana}),${base}) `);
      const edition = await readParagraph(
        `${t('これは')}${field(reading('かん', '漢'))}${field(reading('じ', '字'), '')}${t('です')}${field(code('eq \\o\\ac(○,一)'))}${field(code(' EQ \\f(1,2) '))}<w:fldSimple w:instr="EQ \\o(\\s\\up 5(か),課)"/>${field(code(' MACROBUTTON None name'))}`,
      );
      expect(kindsAndTexts(edition)).toEqual([['paragraph', 'これは漢字です一課name']]);
      expect(edition.segments[0].spans).toEqual([
        { kind: 'ruby', start: 3, end: 4, target: 'かん' },
        { kind: 'ruby', start: 4, end: 5, target: 'じ' },
        { kind: 'ruby', start: 8, end: 9, target: 'か' },
      ]);
      expect(messages(edition)).toEqual([
        'not kept: signs around letters (1): “○”',
        'not kept: formulas (1): “\\f(1,2)”',
      ]);
    });
  });

  test('ruby keeps its base and its reading', async () => {
    const ruby = `<w:p><w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>よ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>夜</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>だ。</w:t></w:r></w:p>`;
    const edition = await readPacked('x.docx', docx('word/document.xml', ruby));
    expect(kindsAndTexts(edition)).toEqual([['paragraph', '夜だ。']]);
    expect(edition.segments[0].spans).toEqual([{ kind: 'ruby', start: 0, end: 1, target: 'よ' }]);
    expect(messages(edition)).toEqual([]);
  });
});
