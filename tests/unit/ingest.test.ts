import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { endings, readDocument } from '../../lib/formats/registry';
import { importFiles } from '../../lib/works/import';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (name: string, content: string | Uint8Array) =>
  readDocument({ name, bytes: typeof content === 'string' ? utf8(content) : content });
const one = async (name: string, content: string | Uint8Array) =>
  (await read(name, content)).editions[0];
const texts = (edition: { segments: { text: string }[] }) =>
  edition.segments.map(({ text }) => text);

describe('plain text in the encodings people have', () => {
  const chinese = '（一）我于十六日到达莫斯科，晚上十时同斯大林会谈两个小时。他的态度确实诚恳。';
  const traditional = '關於條約問題，斯大林說，由於雅爾塔協定，不宜推翻舊中蘇條約的合法性。';
  const gb = Buffer.from(
    'a3a8d2bba3a9ced2d3dacaaec1f9c8d5b5bdb4efc4aacbb9bfc6a3accdedc9cfcaaecab1cdaccbb9b4f3c1d6bbe1ccb8c1bdb8f6d0a1cab1a1a3cbfbb5c4ccacb6c8c8b7cab5b3cfbfd2a1a3',
    'hex',
  );
  const big5 = Buffer.from(
    'c3f6a9f3b1f8acf9b0ddc344a141b4b5a44aaa4cbba1a141a5d1a9f3b6aeba73b6f0a8f3a977a141a4a3a979b1c0c2bdc2c2a4a4c4acb1f8acf9aabaa658aa6ba9caa143',
    'hex',
  );

  test.each([
    ['UTF-16LE with a mark', Buffer.from(`\uFEFF${chinese}`, 'utf16le'), /诚恳/],
    ['UTF-16BE with a mark', Buffer.from(`\uFEFF${chinese}`, 'utf16le').swap16(), /诚恳/],
    ['UTF-16LE without', Buffer.from('A plain line.\n\nAnother.', 'utf16le'), /A plain line/],
    ['GB18030', gb, /莫斯科.*诚恳/],
    ['Big5', big5, /雅爾塔|舊中蘇條約/],
    [
      'Windows-1252',
      Buffer.from('Le café était fermé; il s’en alla.'.replace('’', "'"), 'latin1'),
      /café était/,
    ],
    [
      'Windows-1251',
      Buffer.from(
        'd2eee2e0f0e8f920d1f2e0ebe8ed20f1eae0e7e0ebe83a20ece820f1eee3ebe0f1ede02e',
        'hex',
      ),
      /Товари/,
    ],
  ])('%s', async (_, bytes, expected) => {
    expect(texts(await one('text.txt', bytes)).join('\n')).toMatch(expected);
  });

  const words = 'It\u0092s \u0093so\u0094 \u0096 \u0080 5, c\u009cur.';
  test.each([
    [
      'page.html',
      `<html><head><meta charset="windows-1252"></head><body><p>${words}</p></body></html>`,
    ],
    [
      'page.html',
      `<html><head><meta charset="iso-8859-1"></head><body><p>${words}</p></body></html>`,
    ],
    ['text.txt', `${words}\n`],
    [
      'text.xml',
      `<?xml version="1.0" encoding="windows-1252"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>${words}</p></body></text></TEI>`,
    ],
  ])('Windows-1252 in %s has its quotation marks and dashes', async (name, source) => {
    expect(texts(await one(name, Buffer.from(source, 'latin1')))).toEqual([
      'It’s “so” – € 5, cœur.',
    ]);
  });
  test('a page that declares Latin-1 and is UTF-8 is read as UTF-8', async () => {
    const page =
      '<html><head><meta charset="iso-8859-1"></head><body><p>L’été à Paris</p></body></html>';
    const read = await one('page.html', utf8(page));
    expect(texts(read)).toEqual(['L’été à Paris']);
    expect(read.warnings[0].message).toMatch(/^declares ISO-8859-1, but is UTF-8/);
  });
  test('a byte that does not fit leaves the rest of a UTF-8 file as it is, and is reported', async () => {
    const stray = Buffer.concat([
      utf8('L’été à Paris.\n\nUn caf'),
      Buffer.from([0xe9]),
      utf8('\n'),
    ]);
    const read = await one('text.txt', stray);
    expect(texts(read)).toEqual(['L’été à Paris.', 'Un caf�']);
    expect(read.warnings[0]).toMatchObject({
      line: 3,
      message: expect.stringMatching(/not UTF-8/),
    });
    const marked = Buffer.concat([
      Buffer.from([0xef, 0xbb, 0xbf]),
      Buffer.from('abc caf\u00e9', 'latin1'),
    ]);
    expect(texts(await one('text.txt', marked))).toEqual(['abc caf�']);
  });
  test('XML that declares nothing is UTF-8 or refused', async () => {
    const tei =
      '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>caf\u00e9</p></body></text></TEI>';
    await expect(one('text.xml', Buffer.from(tei, 'latin1'))).rejects.toThrow(
      /encoding it declares/,
    );
  });
  const sentences: Record<string, string> = {
    fr: 'L\u2019été, à l\u2019école, le garçon s\u2019écria : « Où êtes-vous ? »',
    fra: "L'été, à l'école, le garçon s'écria : « Où êtes-vous ? »",
    de: 'Der König fuhr über die Brücke. Die Straße führte durch Wälder.',
    ru: 'Я вышел из дома, и моя семья пошла за мной. Яблоня цвела.',
    th: 'ชายชราเดินไปที่ตลาดและซื้อขนมปังสองก้อน',
    ja: '渡し舟は霧の中でキーキー鳴いた。老人はランプを置いて、まだ来ないと言った。',
    zh: '我用Windows写了一本书，书里有T恤、X光、CD唱片和IBM公司的故事。他在NBA打球。',
    ko: '나는 KBS와 MBC를 보고 CD로 音樂을 듣는다. IBM이 만든 PC를 산다. 大韓民國의 主權은 國民에게 있다.',
    en: '“Well…I never,” she said. He waited…and waited…to rock‘n’roll.',
    capitals: 'DER KÖNIG FUHR ÜBER DIE BRÜCKE NACH ÖSTERREICH.',
  };
  test.each([
    ['macintosh', 'fr'],
    ['macintosh', 'de'],
    ['maccyrillic', 'ru'],
    ['cp866', 'ru'],
    ['cp850', 'fra'],
    ['cp437', 'de'],
    ['tis620', 'th'],
    ['cp850', 'capitals'],
    ['windows-1252', 'fr'],
    ['windows-1252', 'en'],
    ['windows-1251', 'ru'],
    ['euc-jp', 'ja'],
    ['shift_jis', 'ja'],
    ['gb18030', 'zh'],
    ['euc-kr', 'ko'],
  ])('text in %s, such as %s, is read, and the guess reported', async (encoding, key) => {
    const read = await one('text.txt', iconv.encode(sentences[key], encoding));
    expect(texts(read)).toEqual([sentences[key]]);
    expect(read.warnings[0].message).toMatch(/guessed from its bytes/);
  });
  test('what was guessed is said', async () => {
    expect((await one('text.txt', gb)).warnings[0].message).toMatch(/^read as GB18030/);
    expect((await one('text.txt', utf8(traditional))).warnings).toEqual([]);
  });
});

test('HTML: headings, lists, tables, emphasis, notes; what cannot be kept is reported', async () => {
  const edition = await one(
    'page.html',
    `<html lang="fr"><head><title>Le titre</title><meta name="author" content="Une Autrice">
    <script>alert(1)</script></head><body><nav><a href="/">Accueil</a></nav>
    <h2>Chapitre premier</h2><p>Un <em>beau</em> jour<sup><a href="#n1" id="r1">1</a></sup>.</p>
    <ul><li>un</li><li>deux</li></ul><table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>
    <p><img src="x.png"></p><ol><li id="n1">La note. <a href="#r1">↩</a></li></ol></body></html>`,
  );
  expect(edition).toMatchObject({ language: 'fr', title: 'Le titre', author: 'Une Autrice' });
  expect(edition.segments.map(({ kind, text, label }) => [kind, text, label])).toEqual([
    ['heading', 'Chapitre premier', undefined],
    ['paragraph', 'Un beau jour.', undefined],
    ['item', 'un', undefined],
    ['item', 'deux', undefined],
    ['row', 'a | b', undefined],
    ['row', 'c | d', undefined],
    ['footnote', 'La note.', '1'],
  ]);
  expect(edition.segments[1].spans.map(({ kind }) => kind)).toEqual(['emphasis', 'note']);
  expect(edition.warnings.map(({ message }) => message)).toEqual([
    'not kept: menus (1): “Accueil”',
    'not kept: images (1)',
  ]);
});

test('EPUB: pages beside the reading order and words on the page of contents are read', async () => {
  const page = (body: string) =>
    strToU8(`<html xmlns="http://www.w3.org/1999/xhtml"><body>${body}</body></html>`);
  const edition = await one(
    'book.epub',
    zipSync({
      'META-INF/container.xml': strToU8(
        '<container><rootfiles><rootfile full-path="p.opf"/></rootfiles></container>',
      ),
      'p.opf': strToU8(`<package><manifest>
        <item id="n" href="n.xhtml" media-type="application/xhtml+xml" properties="nav"/>
        <item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>
        <item id="z" href="z.xhtml" media-type="application/xhtml+xml"/>
        <item id="u" href="u.xhtml" media-type="application/xhtml+xml"/>
        <item id="s" href="s.svg" media-type="image/svg+xml"/></manifest>
        <spine><itemref idref="s"/><itemref idref="n"/><itemref idref="a"/><itemref idref="z" linear="no"/></spine></package>`),
      'n.xhtml': page(
        '<nav><ol><li><a href="a.xhtml">One</a></li></ol></nav><section><h1>Foreword</h1><p>Before all.</p></section>',
      ),
      'a.xhtml': page('<p>The text.</p>'),
      'z.xhtml': page('<p>An answer.</p>'),
      'u.xhtml': page('<p>Never listed.</p>'),
    }),
  );
  expect(texts(edition)).toEqual(['Foreword', 'Before all.', 'The text.', 'An answer.']);
  expect(edition.warnings.map(({ message }) => message)).toEqual([
    'not kept: menus (1): “One”',
    'not kept: the page “s.svg”, which is image/svg+xml',
    'not kept: pages that are not among those to be read (1): “Never listed.”',
  ]);
});

test('EPUB: the spine in order, metadata, notes of each page apart', async () => {
  const chapter = (n: number) =>
    `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body><h1>Chapter ${n}</h1>
    <p>Text ${n}<a epub:type="noteref" href="#f">*</a></p><aside epub:type="footnote" id="f"><p>Note ${n}</p></aside></body></html>`;
  const edition = await one(
    'book.epub',
    zipSync({
      mimetype: strToU8('application/epub+zip'),
      'META-INF/container.xml': strToU8(
        '<container><rootfiles><rootfile full-path="OPS/p.opf"/></rootfiles></container>',
      ),
      'OPS/p.opf':
        strToU8(`<package xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf"><metadata><dc:title>A Book</dc:title>
        <dc:creator>Writer</dc:creator><dc:contributor opf:role="trl">Translator</dc:contributor><dc:language>en</dc:language></metadata>
        <manifest><item id="b" href="two.xhtml" media-type="application/xhtml+xml"/><item id="a" href="one.xhtml" media-type="application/xhtml+xml"/></manifest>
        <spine><itemref idref="a"/><itemref idref="b"/></spine></package>`),
      'OPS/one.xhtml': strToU8(chapter(1)),
      'OPS/two.xhtml': strToU8(chapter(2)),
    }),
  );
  expect(edition).toMatchObject({
    title: 'A Book',
    author: 'Writer',
    translator: 'Translator',
    language: 'en',
  });
  expect(texts(edition)).toEqual([
    'Chapter 1',
    'Text 1',
    'Chapter 2',
    'Text 2',
    'Note 1',
    'Note 2',
  ]);
  const labels = edition.segments
    .filter(({ kind }) => kind === 'footnote')
    .map(({ label }) => label);
  expect(new Set(labels).size).toBe(2);
});

test.each([
  ['Pandoc', '<div class="line-block">O <em>rose<br />thou</em> art<br>\n sick!</div>'],
  [
    'Project Gutenberg',
    `<div class="poem"><div class="stanza"><span class="i0">O <em>rose</em><br /></span>
     <span class="i2"><em>thou</em> art<br /></span></div><div class="stanza"><span>sick!</span></div></div>`,
  ],
  [
    'Standard Ebooks',
    `<blockquote epub:type="z3998:poem"><p><span>O <em>rose</em></span><br/><span><em>thou</em> art</span></p><p><span>sick!</span></p></blockquote>`,
  ],
  [
    'lines as paragraphs',
    '<p class="line">O <em>rose</em></p><p class="line"><em>thou</em> art</p><p class="line2">sick!</p>',
  ],
  ['as typed', '<pre class="verse">\n  O <em>rose\nthou</em> art\n\nsick!</pre>'],
])('verse in HTML: %s', async (_, verse) => {
  const page = `<h1>A poem</h1>${verse}<p class="verse">Said in prose.</p>`;
  const { segments } = await one('page.html', utf8(page));
  expect(segments.map(({ kind, text }) => [kind, text.trim()])).toEqual([
    ['heading', 'A poem'],
    ['verse', 'O rose'],
    ['verse', 'thou art'],
    ['verse', 'sick!'],
    ['paragraph', 'Said in prose.'],
  ]);
  expect(segments.map(({ spans }) => spans.map(({ kind }) => kind))).toEqual([
    [],
    ['emphasis'],
    ['emphasis'],
    [],
    [],
  ]);
});

test('a heading and a note in verse stay what they are', async () => {
  const page = `<section class="poem"><h2>The Rose</h2><p>O rose<sup><a href="#n1">1</a></sup></p><ul><li>thou</li></ul></section><ol><li id="n1">By Blake.</li></ol>`;
  const { segments } = await one('page.html', utf8(page));
  expect(segments.map(({ kind, text }) => [kind, text])).toEqual([
    ['heading', 'The Rose'],
    ['verse', 'O rose'],
    ['verse', 'thou'],
    ['footnote', 'By Blake.'],
  ]);
  expect(segments[1].spans.map(({ kind }) => kind)).toEqual(['note']);
});

describe('a table of texts side by side', () => {
  const [en, zh] = [
    ['It had rained for nine days.', 'The boatman would not cross.'],
    ['雨已经下了九天，河水很高。', '船夫不肯过河，我们只好等着。'],
  ];
  const row = (...cells: string[]) =>
    `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const table = (...rows: string[]) => `<table>${rows.join('')}</table>`;

  test('is an edition a column, where their scripts tell them apart', async () => {
    const page = `<h1>The Ferry</h1>${table(
      row('1', `<p>${en[0]}</p><p>Then it stopped.<sup><a href="#n">1</a></sup></p>`, zh[0]),
      row('2', `<em>${en[1]}</em>`, zh[1]),
    )}<ol><li id="n">On the tenth.</li></ol>`;
    const { editions, rows, title } = await read('page.html', utf8(page));
    expect(title).toBe('The Ferry');
    expect(editions.map(({ siglum }) => siglum)).toEqual([undefined, undefined]);
    expect(editions[0].segments.map(({ kind, text }) => [kind, text])).toEqual([
      ['paragraph', en[0]],
      ['paragraph', 'Then it stopped.'],
      ['paragraph', en[1]],
      ['footnote', 'On the tenth.'],
    ]);
    expect(editions[0].segments[2].spans.map(({ kind }) => kind)).toEqual(['emphasis']);
    expect(texts(editions[1])).toEqual(zh);
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
    const { editions } = await read('page.html', utf8(page));
    expect(editions[0].warnings.map(({ message }) => message)).toEqual([
      'not kept: columns of single words or numbers (1): “Nr of it 1 2”',
    ]);
    expect(editions.map(({ siglum, language }) => [siglum, language])).toEqual([
      ['Old', undefined],
      ['New', 'en'],
    ]);
  });

  test('is one text where one is asked for', async () => {
    const page = utf8(table(row('Old', 'New'), row(en[0], en[0]), row(en[1], en[1])));
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
    const { editions } = await read('page.html', utf8(page));
    expect(editions).toHaveLength(1);
    expect(editions[0].segments.some(({ kind }) => kind === 'row')).toBe(true);
  });
});

test('ODT: headings, lists, notes, what is bold and italic', async () => {
  const content = `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:fo="f">
   <office:automatic-styles><style:style style:name="T1"><style:text-properties fo:font-style="italic"/></style:style><style:style style:name="P1" style:parent-style-name="Verse"/></office:automatic-styles>
   <office:body><office:text><text:h text:outline-level="2">A heading</text:h>
   <text:p>Some <text:span text:style-name="T1">slanted</text:span><text:s text:c="2"/>words<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>The note.</text:p></text:note-body></text:note>.</text:p>
   <text:p text:style-name="P1">O rose<text:line-break/>thou art sick!</text:p>
   <text:list><text:list-item><text:p>one</text:p></text:list-item></text:list></office:text></office:body></office:document-content>`;
  const edition = await one('text.odt', zipSync({ 'content.xml': strToU8(content) }));
  expect(edition.segments.map(({ kind, text }) => [kind, text.replace(/ +/g, ' ')])).toEqual([
    ['heading', 'A heading'],
    ['paragraph', 'Some slanted words.'],
    ['verse', 'O rose'],
    ['verse', 'thou art sick!'],
    ['item', 'one'],
    ['footnote', 'The note.'],
  ]);
  expect(edition.segments[1].spans.map(({ kind }) => kind)).toEqual(['emphasis', 'note']);
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
  const document = await read('table.odt', zipSync({ 'content.xml': strToU8(content) }));
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

describe('TEI', () => {
  const tei = (text: string, header = '') =>
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Poems</title><author>A Poet</author></titleStmt>${header}</fileDesc></teiHeader>${text}</TEI>`;

  test('verse, divisions, notes, choices, breaks', async () => {
    const edition = await one(
      'poems.xml',
      tei(`<text xml:lang="en"><body><div><head>Book One</head><lg><l n="1">The first line<note>A gloss.</note></l><l>the second</l></lg>
      <div><head>A part</head><p>He <choice><sic>wnet</sic><corr>went</corr></choice> a<pb n="2"/>way <hi rend="bold">fast</hi> <supplied>home</supplied>.</p></div></div></body></text>`),
    );
    expect(edition).toMatchObject({ title: 'Poems', author: 'A Poet', language: 'en' });
    expect(edition.segments.map(({ kind, text, level }) => [kind, text, level])).toEqual([
      ['heading', 'Book One', 1],
      ['verse', 'The first line', undefined],
      ['verse', 'the second', undefined],
      ['heading', 'A part', 2],
      ['paragraph', 'He went away fast [home].', undefined],
      ['footnote', 'A gloss.', undefined],
    ]);
    expect(edition.warnings.map(({ message }) => message).sort()).toEqual([
      'not kept: sic beside corr (1): “wnet”',
    ]);
  });

  test('parallel segmentation gives an edition for each witness, aligned', async () => {
    const { editions, rows } = await read(
      'app.xml',
      tei(
        `<text><body><p>The <app><lem wit="#A #B">quick</lem><rdg wit="#C">swift</rdg></app> fox.</p>
        <app><lem wit="#A">  <p>Only in A.</p></lem><rdg wit="#B #C"/></app><p>The end<app><rdg wit="#B">, truly</rdg><rdg wit="#A #C"/></app>.</p></body></text>`,
        '<sourceDesc><listWit><witness xml:id="A">First print</witness><witness xml:id="B">Second</witness><witness xml:id="C">Third</witness></listWit></sourceDesc>',
      ),
    );
    expect(editions.map((edition) => [edition.siglum, ...texts(edition)])).toEqual([
      ['A', 'The quick fox.', 'Only in A.', 'The end.'],
      ['B', 'The quick fox.', 'The end, truly.'],
      ['C', 'The swift fox.', 'The end.'],
    ]);
    expect(rows).toEqual([
      [[0], [0], [0]],
      [[1], [], []],
      [[2], [1], [1]],
    ]);
    expect(editions[0].title).toBe('First print');
  });

  test('what is not well-formed is reported with its line; entities are never expanded', async () => {
    await expect(read('bad.xml', '<TEI>\n<text>\n</TEI>')).rejects.toMatchObject({ line: 3 });
    const bomb = `<!DOCTYPE TEI [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]><TEI><text><body><p>&b;&x;</p></body></text></TEI>`;
    await expect(read('bomb.xml', bomb)).rejects.toThrow(/entity/i);
  });
});

test('TMX and XLIFF: both sides, and what corresponds', async () => {
  const tmx = `<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>Good <bpt i="1">&lt;b></bpt>day<ept i="1">&lt;/b></ept>.</seg></tuv><tuv xml:lang="de"><seg>Guten Tag.</seg></tuv></tu>
   <tu><tuv xml:lang="de"><seg>Nur hier.</seg></tuv></tu></body></tmx>`;
  const memory = await read('m.tmx', tmx);
  expect(memory.editions.map((edition) => [edition.language, ...texts(edition)])).toEqual([
    ['en', 'Good day.'],
    ['de', 'Guten Tag.', 'Nur hier.'],
  ]);
  expect(memory.rows).toEqual([
    [[0], [0]],
    [[], [1]],
  ]);
  const two = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="fr"><file id="f"><unit id="1"><segment><source>Hello</source><target>Bonjour</target></segment></unit></file></xliff>`;
  expect((await read('x.xlf', two)).editions.map(({ language }) => language)).toEqual(['en', 'fr']);
  const old = `<xliff version="1.2"><file source-language="en" target-language="ru"><body><trans-unit id="1"><source>Peace</source><target>Мир</target></trans-unit></body></file></xliff>`;
  expect((await read('y.xliff', old)).editions.map(texts)).toEqual([['Peace'], ['Мир']]);
  // Files are recognised by what they hold where their ending says little.
  expect((await read('m.xml', tmx)).editions).toHaveLength(2);
});

test('tables: a column an edition, a row a place', async () => {
  const { editions, rows } = await read(
    't.csv',
    'A (en),zh\n"One, two.\n\nThree.",一二。\n,四。\n',
  );
  expect(editions.map(({ siglum, language }) => [siglum, language])).toEqual([
    ['A', 'en'],
    ['zh', 'zh'],
  ]);
  expect(rows).toEqual([
    [[0, 1], [0]],
    [[], [1]],
  ]);
  await expect(read('t.csv', 'A,B\n"open,x\n')).rejects.toMatchObject({ file: 't.csv' });
});

test('CollateX’s witnesses', async () => {
  const json = JSON.stringify({
    witnesses: [
      { id: 'W 1', content: 'The cat.\n\nThe dog.' },
      { id: 'W2', tokens: [{ t: 'The ', n: 'the' }, { t: 'cat.' }] },
    ],
  });
  const { editions } = await read('w.json', json);
  expect(editions.map(({ siglum }) => siglum)).toEqual(['W-1', 'W2']);
  expect(editions[1].warnings[0].message).toContain('normal forms');
});

test('USFM: chapters, verses with their numbers, notes', async () => {
  const edition = await one(
    'gen.usfm',
    '\\id GEN\n\\h Genesis\n\\mt Genesis\n\\c 1\n\\s The beginning\n\\p\n\\v 1 In the beginning\\f + \\ft or when\\f* God \\add made\\add* it.\n\\v 2-3 And the earth\n\\q2 was without form.\n\\c 2\n\\p\n\\v 1 Thus.\n',
  );
  expect(edition.title).toBe('Genesis');
  expect(edition.segments.map(({ kind, label, text }) => [kind, label, text])).toEqual([
    ['heading', undefined, 'Genesis'],
    ['heading', undefined, '1'],
    ['heading', undefined, 'The beginning'],
    ['verse', '1:1', 'In the beginning God made it.'],
    ['verse', '1:2-3', 'And the earth was without form.'],
    ['heading', undefined, '2'],
    ['verse', '2:1', 'Thus.'],
    ['footnote', '1', 'or when'],
  ]);
});

test.each([
  ['old.doc', /cannot be read/],
  ['page.pdf', /cannot be read/],
  ['empty.html', /no text/],
  ['empty.txt', /no text/],
])('%s is refused with a remedy', async (name, message) => {
  const failed = read(name, '');
  await expect(failed).rejects.toThrow(message);
  await failed.catch(({ remedy, file }) =>
    expect([remedy, file]).toEqual([expect.any(String), name]),
  );
});

test.each(endings.filter((ending) => !/^\.(md|markdown|txt|text|csv|tsv)$/.test(ending)))(
  'a file that is no %s at all is refused, and named',
  async (ending) => {
    const name = `noise${ending}`;
    const noise = Uint8Array.from({ length: 600 }, (_, k) => (k * 7919) % 251);
    const failed = read(name, noise);
    await expect(failed).rejects.toMatchObject({ name: 'InputError', file: name });
  },
);
