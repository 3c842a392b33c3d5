import { describe, expect, test } from 'vitest';
import { readDocument } from '../../lib/formats/registry';

const document = (name: string, content: string) =>
  readDocument({ name, bytes: new TextEncoder().encode(content) });
const read = async (name: string, content: string) => (await document(name, content)).editions[0];
type Read = Awaited<ReturnType<typeof read>>;
const shape = ({ segments }: Read) => segments.map(({ kind, label, text }) => [kind, label, text]);
const omitted = ({ warnings }: Read) =>
  Object.fromEntries(
    warnings.flatMap(({ omitted: each }) =>
      each ? [[each.what, each.words.map(({ text }) => text)]] : [],
    ),
  );

describe('Bibles in XML', () => {
  const expected = [
    ['heading', undefined, 'The Tale'],
    ['heading', undefined, '1'],
    ['heading', undefined, 'At the gate'],
    ['verse', '1:1', 'He went down, and stayed.'],
    ['verse', '1:2', 'Then night came. And day.'],
    ['footnote', '1', 'Or walked.'],
  ];

  test('USX', async () => {
    const edition = await read(
      'x.usx',
      `<usx version="3.0"><book code="RUT" style="id">A file</book><para style="h">Tale</para>
      <para style="mt1">The Tale</para><chapter number="1" style="c" sid="RUT 1"/>
      <para style="s1">At the gate</para><para style="p"><verse number="1" style="v" sid="RUT 1:1"/>He
      <char style="wj">went</char><note style="f" caller="+"><char style="fr">1:1 </char><char style="ft">Or walked.</char></note> down, <char style="add">and</char> stayed.<verse eid="RUT 1:1"/>
      <verse number="2" style="v"/>Then night came.</para><para style="q1">And day.</para></usx>`,
    );
    expect(shape(edition)).toEqual(expected);
    expect(omitted(edition)).toMatchObject({
      'identification lines': ['A file'],
      'running titles and short names': ['Tale'],
    });
  });

  test('USFX', async () => {
    const edition = await read(
      'x.usfx',
      `<?xml version="1.0"?><usfx><languageCode>eng</languageCode><book id="RUT"><id id="RUT">A file</id><h>Tale</h>
      <p sfm="mt" style="mt">The Tale</p><c id="1"/><s>At the gate</s><p><v id="1"/>He <wj>went</wj><f caller="+"><fr>1:1</fr><ft>Or walked.</ft></f> down, <add>and</add> stayed.<ve/>
      <v id="2"/>Then night came.</p><q level="1">And day.<ve/></q></book></usfx>`,
    );
    expect(shape(edition)).toEqual(expected);
    expect(edition.language).toBe('en');
  });

  test.each([
    [
      'verses that enclose their text',
      '<verse osisID="Ruth.1.1">He <q who="Jesus" marker="">went</q><note placement="foot">Or walked.</note> down, <transChange type="added">and</transChange> stayed.</verse> <verse osisID="Ruth.1.2">Then night came. <lg><l>And day.</l></lg></verse>',
    ],
    [
      'verses marked at both ends',
      '<p><verse sID="Ruth.1.1" osisID="Ruth.1.1"/>He went<note>Or walked.</note> down, <transChange type="added">and</transChange> stayed.<verse eID="Ruth.1.1"/> <verse sID="Ruth.1.2" osisID="Ruth.1.2"/>Then night came.</p><lg><l>And day.</l></lg><verse eID="Ruth.1.2"/>',
    ],
  ])('OSIS, %s', async (_, verses) => {
    const edition = await read(
      'x.xml',
      `<osis xmlns="http://www.bibletechnologies.net/2003/OSIS/namespace"><osisText xml:lang="en"><header><work osisWork="x"><title>A Tale</title><identifier>Bible.x</identifier></work></header>
      <div type="book" osisID="Ruth"><title type="main">The Tale</title><chapter osisID="Ruth.1"><title>At the gate</title>${verses}</chapter></div></osisText></osis>`,
    );
    expect(shape(edition)).toEqual(expected);
    expect(edition).toMatchObject({ language: 'en', title: 'A Tale' });
  });

  test('a file that is not well-formed is refused with its line', async () => {
    await expect(read('x.usx', '<usx>\n<para style="p">a</usx>')).rejects.toMatchObject({
      line: 2,
    });
  });
});

test('FictionBook: sections, verse, notes that have a mark of their own, pictures', async () => {
  const edition = await read(
    'x.fb2',
    `<?xml version="1.0"?><FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink"><description><title-info><author><first-name>Anna</first-name><last-name>Rook</last-name></author><book-title>Ice</book-title><lang>de</lang></title-info></description>
    <body><title><p>Ice</p></title><section><title><p>One</p><p>The gate</p></title><p>She <emphasis>came</emphasis><a l:href="#n1" type="note">[1]</a>.</p><poem><stanza><v>Low ran</v><v>the river.</v></stanza><text-author>Old song</text-author></poem><image l:href="#i"/></section></body>
    <body name="notes"><title><p>Notes</p></title><section id="n1"><title><p>1</p></title><p>On foot.</p></section></body><binary id="i" content-type="image/png">AAAA</binary></FictionBook>`,
  );
  expect(edition).toMatchObject({ title: 'Ice', author: 'Anna Rook', language: 'de' });
  expect(shape(edition)).toEqual([
    ['heading', undefined, 'Ice'],
    ['heading', undefined, 'One The gate'],
    ['paragraph', undefined, 'She came.'],
    ['verse', undefined, 'Low ran'],
    ['verse', undefined, 'the river.'],
    ['paragraph', undefined, 'Old song'],
    ['footnote', '1', 'On foot.'],
  ]);
  expect(Object.keys(omitted(edition)).sort()).toEqual(['headings of notes', 'images']);
});

test('Gettext: a unit a message in the order of the file, plural forms, what is not text', async () => {
  const { editions, rows } = await document(
    'fr.po',
    'msgid ""\nmsgstr "Language: fr\\n"\n\nmsgid "zoo"\nmsgstr "zoo"\n\nmsgid "7"\nmsgstr "sept"\n\nmsgctxt "menu"\nmsgid "a boat"\nmsgid_plural "boats"\nmsgstr[0] "un bateau"\nmsgstr[1] "bateaux"\n\n#, fuzzy\n#| msgid "Old words"\nmsgid "New words"\nmsgstr "Mots"\n\n#~ msgid "old"\n#~ msgstr "vieux"\n',
  );
  expect(editions.map(({ segments }) => segments.map(({ text }) => text))).toEqual([
    ['zoo', '7', 'a boat', 'boats', 'New words'],
    ['zoo', 'sept', 'un bateau', 'bateaux', 'Mots'],
  ]);
  expect(rows).toHaveLength(5);
  expect(omitted(editions[0])).toEqual({
    'earlier forms of messages': ['Old words'],
    'marks of uncertain translations': [],
    'contexts of messages': ['menu'],
    'messages that are no longer used': ['old vieux'],
  });
});

test.each([
  ['x.srt', '1\n00:00:01,500 --> 00:00:02,000\nHello <i>you</i>\nthere.\n\nlost words\n'],
  ['x.vtt', 'WEBVTT\n\n00:01.500 --> 00:02.000\nHello <b>you</b>\nthere.\n\nlost words\n'],
])('subtitles are labelled by their times, what has none is reported: %s', async (name, text) => {
  const edition = await read(name, text);
  expect(shape(edition)).toEqual([['paragraph', '00:00:01.500–00:00:02.000', 'Hello you there.']]);
  expect(omitted(edition)['lines without a time']).toEqual(['lost words']);
});

describe('the format of a file', () => {
  test.each([
    [
      'book.xml',
      '<?xml version="1.0"?><book xmlns="http://docbook.org/ns/docbook"><p>x</p></book>',
    ],
    ['book.txt', '<?xml version="1.0"?><!DOCTYPE book><book><p>x</p></book>'],
    ['book', '<notes xmlns="urn:x"><n>x</n></notes>'],
    ['paper.txt', '\\documentclass{article}\\begin{document}x\\end{document}'],
  ])('markup that is not known is refused with the formats there are: %s', async (name, text) => {
    await expect(read(name, text)).rejects.toMatchObject({
      message: expect.stringMatching(/not a format that is read/),
      remedy: expect.stringMatching(/OSIS.*TEI/),
    });
  });

  test.each(['wiki', 'tex', 'rst', 'dbk', 'yaml', 'mobi'])('.%s is refused', async (ending) => {
    await expect(read(`x.${ending}`, 'Some text.')).rejects.toMatchObject({
      remedy: expect.any(String),
    });
  });

  test('is known by its contents where its name says another', async () => {
    expect(shape(await read('page.txt', '<!DOCTYPE html><p>A page.</p>'))).toEqual([
      ['paragraph', undefined, 'A page.'],
    ]);
    expect((await read('jonah.txt', '\\id JON\n\\c 1\n\\v 1 Go.')).segments[1].label).toBe('1:1');
    // A word in angle brackets is not markup.
    expect(shape(await read('play.txt', '<Exit> the king.'))).toHaveLength(1);
  });
});
