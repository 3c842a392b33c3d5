import { describe, expect, test } from 'vitest';
import { omitted, read, readAll } from '../reading';

/** TEI as large projects write it: words of our own in their structures. */
const tei = (
  body: string,
  { header = '', titles = '<title>A tale</title>' }: { header?: string; titles?: string } = {},
) =>
  read(
    't.xml',
    `<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:cb="http://www.cbeta.org/ns/1.0"><teiHeader><fileDesc><titleStmt>${titles}</titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>${header}</teiHeader><text><body>${body}</body></text></TEI>`,
  );
const textsOf = ({ segments }: Awaited<ReturnType<typeof read>>) =>
  segments.map(({ text }) => text);

describe('characters that the header declares', () => {
  const header = `<encodingDesc><charDecl>
    <char xml:id="A"><mapping type="PUA">U+F0001</mapping><mapping type="unicode">U+6E21</mapping></char>
    <char xml:id="B"><charProp><localName>composition</localName><value>[舟*鳥]</value></charProp><charProp><localName>normalized form</localName><value>鳥</value></charProp></char>
    <char xml:id="C"><charProp><localName>composition</localName><value>[水/舟]</value></charProp></char>
    <glyph xml:id="D"><mapping type="standardized">s</mapping></glyph>
  </charDecl></encodingDesc>`;

  test('stand where an empty element refers to them', async () => {
    const edition = await tei(
      '<p>見<g ref="#A"/>船<g ref="#B"/>來<g ref="#C"/>。ca<g ref="#D">ſ</g>e ca<g ref="#D"/>e un<g ref="char:EOLhyphen"/>til</p>',
      { header },
    );
    expect(textsOf(edition)).toEqual(['見渡船鳥來[水/舟]。caſe case until']);
    expect(omitted(edition)).toEqual({
      'characters in their normal form': ['B 鳥', 'D s'],
      'characters as they are composed': ['C [水/舟]'],
    });
  });

  test('and what has none is reported', async () => {
    const edition = await tei('<p>sacrum <g type="hedera"/> est<g ref="#none"/></p>');
    expect(textsOf(edition)).toEqual(['sacrum est']);
    expect(omitted(edition)).toEqual({ 'signs without a character': ['hedera', '#none'] });
  });
});

test('of CBETA, entries of the contents and terms of other languages are no words of the text', async () => {
  const edition = await tei(
    '<cb:mulu level="1">目錄</cb:mulu><cb:div><head>渡船經</head><p>唵<cb:tt><cb:t xml:lang="sa">hum</cb:t><cb:t xml:lang="zh-Hant">吽</cb:t></cb:tt>。<unclear/>舟</p></cb:div><cb:div><p><cb:tt from="#a" to="#b"><cb:t xml:lang="zh-Hant">老人</cb:t><cb:t xml:lang="pi">thera</cb:t></cb:tt></p></cb:div>',
    { titles: '<title level="s">Own canon</title><title level="m">渡船經</title>' },
  );
  expect(edition.title).toBe('渡船經');
  expect(textsOf(edition)).toEqual(['渡船經', '唵吽。[…]舟']);
  expect(omitted(edition)).toEqual({
    'entries of the table of contents': ['目錄'],
    'terms in other languages': ['hum', '老人', 'thera'],
  });
});

test('a number that has those of its divisions is not given them twice', async () => {
  const edition = await tei(
    '<div n="2"><lg n="2.1"><l>One</l><l>two</l></lg><div n="2.3"><p n="4">Three</p></div><p n="5">Four</p></div>',
  );
  expect(edition.segments.map(({ label }) => label)).toEqual(['2.1', undefined, '2.3.4', '2.5']);
});

test('the language is that of the division which is the edition', async () => {
  const edition = await tei(
    '<div type="edition" xml:lang="la"><ab>navis venit</ab></div><div type="translation" xml:lang="en"><p>a boat came</p></div>',
  );
  expect(edition.language).toBe('la');
});

test('signs and words that are each marked stand apart as in print', async () => {
  const edition = await tei(
    '<p><w>So</w><pc>,</pc><w>old</w><w>boat</w><pc>:</pc><w>well</w><pc>-</pc><w>known</w><pc>(</pc><w>here</w><pc>)</pc><pc>.</pc><w>Yes</w><pc join="right">.</pc><w>com</w></p>',
  );
  expect(textsOf(edition)).toEqual(['So, old boat: well-known(here). Yes.com']);
});

test('what is said of a witness in an entry is not its text', async () => {
  const edition = await tei('<p>They sing<witDetail wit="#A">blotted</witDetail> here.</p>');
  expect(textsOf(edition)).toEqual(['They sing here.']);
  expect(omitted(edition)).toEqual({ annotations: ['blotted'] });
});

const notesOf = ({ segments }: Awaited<ReturnType<typeof read>>) =>
  segments
    .filter(({ kind }) => kind !== 'footnote')
    .map(({ text, spans = [] }) =>
      spans
        .filter(({ kind }) => kind === 'note')
        .map(({ start, target }) => `${target}@${text.slice(0, start)}`),
    );

describe('divisions that are editions of one text', () => {
  test('are editions side by side, and what is said of them is reported', async () => {
    const document = await readAll(
      't.xml',
      `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A stone</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body>
      <div type="edition" xml:lang="la"><ab>navis venit</ab></div>
      <div type="translation" xml:lang="en"><p>A boat came.</p></div>
      <div type="translation" xml:lang="fr"><p>Un bateau vint.</p></div>
      <div type="commentary"><p>The letters are deep.</p></div></body></text></TEI>`,
    );
    expect(
      document.editions.map(({ siglum, language, segments }) => [
        siglum,
        language,
        segments[0].text,
      ]),
    ).toEqual([
      ['edition', 'la', 'navis venit'],
      ['translation-en', 'en', 'A boat came.'],
      ['translation-fr', 'fr', 'Un bateau vint.'],
    ]);
    expect(omitted(document.editions[0])).toEqual({ commentaries: ['The letters are deep.'] });
  });

  test('stay one text beside divisions of another kind', async () => {
    const edition = await tei(
      '<div type="edition"><p>One.</p></div><div type="letter"><p>Two.</p></div>',
    );
    expect(textsOf(edition)).toEqual(['One.', 'Two.']);
  });
});

describe('calls of notes', () => {
  test('a note between blocks is called at the end of the block before it', async () => {
    const edition = await tei(
      '<lg><l>One sail,</l><note n="a">On the sail.</note><l>two oars.</l></lg><p>A boat.</p><note n="b">On it.</note>',
    );
    expect(notesOf(edition)).toEqual([['a@One sail,'], [], ['b@A boat.']]);
  });

  test('a note that names its place is called there, wherever it stands', async () => {
    const edition = await tei(
      '<p xml:id="p1">One <anchor xml:id="x"/>sail.</p><p>Two oars.</p><div type="notes"><head>Notes</head><note n="1" target="#x">On the sail.</note><note n="2" target="#p1">On it all.</note></div>',
    );
    expect(notesOf(edition)).toEqual([['1@One ', '2@One sail.'], [], []]);
  });

  test('a note that a reference calls, or that stands under a heading of notes, has no second call', async () => {
    const edition = await tei(
      '<p>One sail<ref target="#n1">1</ref>.</p><note xml:id="n1" n="1">On it.</note><div><head>Notes</head><note n="2">Of oars.</note></div>',
    );
    expect(notesOf(edition)).toEqual([['1@One sail'], []]);
  });
});

describe('numbers of divisions', () => {
  test('a milestone that stands before the first block does not take them', async () => {
    const edition = await tei(
      '<div n="3"><milestone unit="section" n="1"/><p>One sail.</p><milestone unit="section" n="2"/><p>Two oars.</p></div>',
    );
    expect(edition.segments.map(({ label, text }) => [label, text])).toEqual([
      ['3', 'One sail.'],
      [undefined, 'Two oars.'],
    ]);
  });

  test('a part of a canonical numbering keeps a name in place of a number', async () => {
    const edition = await tei(
      '<div type="textpart" n="2"><div type="textpart" n="pr"><div type="textpart" n="1"><p>Before.</p></div></div></div>',
    );
    expect(edition.segments[0].label).toBe('2.pr.1');
  });
});

test('of CBETA, lists of notes leave no heading, and a caesura is a space', async () => {
  const edition = await tei(
    '<cb:div><p>一<anchor xml:id="nkr_1"/>舟</p><lg><l>春水<caesura/>秋風</l></lg></cb:div><cb:div type="own-notes"><head>校注</head><p><note n="1" target="#nkr_1">舟＝船</note></p></cb:div>',
  );
  expect(textsOf(edition)).toEqual(['一舟', '春水\u3000秋風', '舟＝船']);
  expect(notesOf(edition)).toEqual([['1@一'], []]);
  expect(omitted(edition)).toEqual({ 'headings of notes': ['校注'] });
});
