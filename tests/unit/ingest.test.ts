import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { endings } from '../../lib/formats/registry';
import { read, readAll, textsOf } from '../reading';

test('HTML: headings, lists, tables, emphasis, notes; what cannot be kept is reported', async () => {
  const edition = await read(
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
  const edition = await read(
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
  expect(textsOf(edition)).toEqual(['Foreword', 'Before all.', 'The text.', 'An answer.']);
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
  const edition = await read(
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
  expect(textsOf(edition)).toEqual([
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

test('ODT: headings, lists, notes, what is bold and italic', async () => {
  const content = `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:fo="f">
   <office:automatic-styles><style:style style:name="T1"><style:text-properties fo:font-style="italic"/></style:style><style:style style:name="P1" style:parent-style-name="Verse"/></office:automatic-styles>
   <office:body><office:text><text:h text:outline-level="2">A heading</text:h>
   <text:p>Some <text:span text:style-name="T1">slanted</text:span><text:s text:c="2"/>words<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>The note.</text:p></text:note-body></text:note>.</text:p>
   <text:p text:style-name="P1">O rose<text:line-break/>thou art sick!</text:p>
   <text:list><text:list-item><text:p>one</text:p></text:list-item></text:list></office:text></office:body></office:document-content>`;
  const edition = await read('text.odt', zipSync({ 'content.xml': strToU8(content) }));
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

describe('TEI', () => {
  const tei = (text: string, header = '') =>
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Poems</title><author>A Poet</author></titleStmt>${header}</fileDesc></teiHeader>${text}</TEI>`;

  test('verse, divisions, notes, choices, breaks', async () => {
    const edition = await read(
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
    const { editions, rows } = await readAll(
      'app.xml',
      tei(
        `<text><body><p>The <app><lem wit="#A #B">quick</lem><rdg wit="#C">swift</rdg></app> fox.</p>
        <app><lem wit="#A">  <p>Only in A.</p></lem><rdg wit="#B #C"/></app><p>The end<app><rdg wit="#B">, truly</rdg><rdg wit="#A #C"/></app>.</p></body></text>`,
        '<sourceDesc><listWit><witness xml:id="A">First print</witness><witness xml:id="B">Second</witness><witness xml:id="C">Third</witness></listWit></sourceDesc>',
      ),
    );
    expect(editions.map((edition) => [edition.siglum, ...textsOf(edition)])).toEqual([
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
    await expect(readAll('bad.xml', '<TEI>\n<text>\n</TEI>')).rejects.toMatchObject({ line: 3 });
    const bomb = `<!DOCTYPE TEI [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]><TEI><text><body><p>&b;&x;</p></body></text></TEI>`;
    await expect(readAll('bomb.xml', bomb)).rejects.toThrow(/entity/i);
  });
});

test('TMX and XLIFF: both sides, and what corresponds', async () => {
  const tmx = `<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>Good <bpt i="1">&lt;b></bpt>day<ept i="1">&lt;/b></ept>.</seg></tuv><tuv xml:lang="de"><seg>Guten Tag.</seg></tuv></tu>
   <tu><tuv xml:lang="de"><seg>Nur hier.</seg></tuv></tu></body></tmx>`;
  const memory = await readAll('m.tmx', tmx);
  expect(memory.editions.map((edition) => [edition.language, ...textsOf(edition)])).toEqual([
    ['en', 'Good day.'],
    ['de', 'Guten Tag.', 'Nur hier.'],
  ]);
  expect(memory.rows).toEqual([
    [[0], [0]],
    [[], [1]],
  ]);
  const two = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="fr"><file id="f"><unit id="1"><segment><source>Hello</source><target>Bonjour</target></segment></unit></file></xliff>`;
  expect((await readAll('x.xlf', two)).editions.map(({ language }) => language)).toEqual([
    'en',
    'fr',
  ]);
  const old = `<xliff version="1.2"><file source-language="en" target-language="ru"><body><trans-unit id="1"><source>Peace</source><target>Мир</target></trans-unit></body></file></xliff>`;
  expect((await readAll('y.xliff', old)).editions.map(textsOf)).toEqual([['Peace'], ['Мир']]);
  // Files are recognised by what they hold where their ending says little.
  expect((await readAll('m.xml', tmx)).editions).toHaveLength(2);
});

test('tables: a column an edition, a row a place', async () => {
  const { editions, rows } = await readAll(
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
  await expect(readAll('t.csv', 'A,B\n"open,x\n')).rejects.toMatchObject({ file: 't.csv' });
});

test('CollateX’s witnesses', async () => {
  const json = JSON.stringify({
    witnesses: [
      { id: 'W 1', content: 'The cat.\n\nThe dog.' },
      { id: 'W2', tokens: [{ t: 'The ', n: 'the' }, { t: 'cat.' }] },
    ],
  });
  const { editions } = await readAll('w.json', json);
  expect(editions.map(({ siglum }) => siglum)).toEqual(['W-1', 'W2']);
  expect(editions[1].warnings[0].message).toContain('normal forms');
});

test('USFM: chapters, verses with their numbers, notes', async () => {
  const edition = await read(
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
  const failed = readAll(name, '');
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
    const failed = readAll(name, noise);
    await expect(failed).rejects.toMatchObject({ name: 'InputError', file: name });
  },
);
