import { expect, test } from 'vitest';
import { lines, omitted, readAll } from '../reading';

const header = (witnesses: string, method = '') =>
  `<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><listWit>${witnesses}</listWit></sourceDesc></fileDesc>${method && `<encodingDesc><variantEncoding method="${method}" location="internal"/></encodingDesc>`}</teiHeader>`;
const tei = (body: string, head = '') =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0">${head}<text><body>${body}</body></text></TEI>`;
const read = async (content: string) => (await readAll('x.xml', content)).editions;
const two = '<witness xml:id="A"/><witness xml:id="B"/>';

test('TEI P4 is read as P5: ids, languages, notes, and what is corrected in attributes', async () => {
  const [edition] = await read(
    `<?xml version="1.0"?><!DOCTYPE TEI.2 SYSTEM "tei2.dtd">
    <TEI.2><teiHeader><fileDesc><titleStmt><title>Caf&eacute;</title></titleStmt></fileDesc><profileDesc><langUsage><language id="lat">Latin</language></langUsage></profileDesc></teiHeader>
    <text><body><div1 n="2"><head>One</head><p n="1">A <sic corr="the">teh</sic> <orig reg="river">riuer</orig><ref target="n1">1</ref> &mdash; so<pb n="3"/></p></div1></body><back><note id="n1">Note.</note></back></text></TEI.2>`,
  );
  expect(edition).toMatchObject({ title: 'Café', language: 'la' });
  expect(lines(edition)).toEqual([
    'heading: 2 One',
    'paragraph: 2.1 A the river — so',
    'footnote: 1 Note.',
  ]);
  expect(omitted(edition)).toEqual({ 'sic beside corr': ['teh'], 'orig beside reg': ['riuer'] });
});

test('characters may be named as in HTML, but not in character data; other names are faults', async () => {
  const [edition] = await read(
    tei('<p>caf&eacute;&nbsp;&lt; &amp;eacute; <![CDATA[&eacute;]]></p>'),
  );
  expect(lines(edition)).toEqual(['paragraph: café\u00a0< &eacute; &eacute;']);
  await expect(read(tei('<p>&foo;</p>'))).rejects.toThrow('entity');
});

test('a gap is that of the witness it names, in whatever reading it is said', async () => {
  const [, , c] = await read(
    tei(
      `<head>Head</head><p>one <app><lem wit="#A">two<lacunaStart wit="#C"/></lem><rdg wit="#B">deux</rdg></app> three.</p><p>More.</p><p>line <app><lem wit="#A">x</lem><rdg wit="#C"><lacunaEnd/>y</rdg></app> z</p>`,
      header(`${two}<witness xml:id="C"/>`),
    ),
  );
  expect(lines(c)).toEqual(['heading: Head', 'paragraph: one […]', 'paragraph: y z']);
});

test('what is said of one witness is not said of another', async () => {
  const [a, b] = await read(
    tei(
      '<p><app><rdg wit="#A">a</rdg><rdg wit="#B">b</rdg></app></p>',
      header(
        '<witness xml:id="A">Codex A, <date when="1200">s. XIII</date></witness><witness xml:id="B"><msDesc><msIdentifier><settlement>Rome</settlement><idno>12</idno></msIdentifier></msDesc></witness>',
      ),
    ),
  );
  expect(a).toMatchObject({ title: 'Codex A, s. XIII', date: '1200' });
  expect(b).toMatchObject({ title: 'Rome, 12' });
  expect(b.date).toBeUndefined();
});

test('an entry of the location-referenced method takes its lemma in the line it stands in', async () => {
  const [a, b] = await read(
    tei(
      '<l n="1">Low ran the water<app><lem wit="#A">Low</lem><rdg wit="#B">Slow</rdg></app></l>',
      header(two, 'location-referenced'),
    ),
  );
  expect(lines(a)).toEqual(['verse: 1 Low ran the water']);
  expect(lines(b)).toEqual(['verse: 1 Slow ran the water']);
});

test('names stay in their sentence, parts of a description stand apart, pictures have no headings', async () => {
  const [edition] = await read(
    tei(
      `<byline>By <docAuthor>X Y</docAuthor>, author</byline><figure><head>Fig. 1</head></figure>
      <listBibl><biblStruct><monogr><author>Ann W</author><title>Mono</title><imprint><pubPlace>Riga</pubPlace><date>1900</date></imprint></monogr></biblStruct></listBibl>
      <lg n="3"><l>a</l><l>b</l></lg><lg n="4"><l n="10">c</l></lg><p>x <seg type="verse" n="2">two</seg></p>`,
    ),
  );
  expect(lines(edition)).toEqual([
    'paragraph: By X Y, author',
    'paragraph: Fig. 1',
    'paragraph: Ann W Mono Riga 1900',
    'verse: 3 a',
    'verse: b',
    'verse: 10 c',
    'paragraph: x two',
  ]);
  expect(edition.segments.at(-1)?.spans).toEqual([
    { kind: 'page', start: 2, end: 2, target: 'verse 2' },
  ]);
});

test('a group of a cast is called among its persons, and the parts of a corpus are called by their titles', async () => {
  const [cast] = await read(
    tei(
      '<castList><castItem>Ann</castItem><castGroup><castItem>Carl</castItem><head>soldiers.</head><castItem>Dan</castItem></castGroup></castList>',
    ),
  );
  expect(lines(cast)).toEqual(
    ['Ann', 'Carl', 'soldiers.', 'Dan'].map((text) => `paragraph: ${text}`),
  );
  const part = (title: string, text: string) =>
    `<TEI><teiHeader><fileDesc><titleStmt><title>${title}</title></titleStmt></fileDesc></teiHeader><text><body><p>${text}</p></body></text></TEI>`;
  const [corpus] = await read(
    `<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Letters</title></titleStmt></fileDesc></teiHeader>${part('To Ann', 'One.')}${part('To Ben', 'Two.')}</teiCorpus>`,
  );
  expect(lines(corpus)).toEqual(['paragraph: One.', 'paragraph: Two.']);
  expect(omitted(corpus)).toEqual({
    'what is said of the parts of a corpus': ['To Ann', 'To Ben'],
  });
});

test('entries of a dictionary, books and persons of lists, and utterances are paragraphs', async () => {
  const [edition] = await read(
    tei(
      `<superEntry><entry><form><orth>abbot</orth><pron>x</pron></form><sense n="1"><def>head</def></sense></entry><entry><orth>abbey</orth></entry></superEntry><entryFree>abed</entryFree>
      <listBibl><head>Books</head><bibl>One, 1900</bibl><bibl>Two</bibl></listBibl><listPerson><person><persName>Ann</persName><birth>1801</birth></person><person>Ben</person></listPerson>
      <u>Well<pause/>yes<shift/></u><vocal><desc>coughs</desc></vocal><u>No</u><lg><l>one<caesura/>two</l><l>如是<caesura/>我聞</l></lg>`,
    ),
  );
  expect(lines(edition)).toEqual([
    'paragraph: abbot x head',
    'paragraph: abbey',
    'paragraph: abed',
    'heading: Books',
    'paragraph: One, 1900',
    'paragraph: Two',
    'paragraph: Ann 1801',
    'paragraph: Ben',
    'paragraph: Well yes',
    'paragraph: No',
    'verse: one two',
    'verse: 如是我聞',
  ]);
  expect(omitted(edition)).toEqual({ descriptions: ['coughs'] });
});

test('a document that only transcribes its pages is read by surface, zone and line', async () => {
  const [edition] = await read(
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><sourceDoc><surface n="1r"><zone><line>The first</line><line>of <del>mony</del> many wo-</line><line>rds</line></zone><zone><zone><line>Margin</line></zone></zone></surface><surface xml:id="s2"><line>Overleaf</line></surface></sourceDoc></TEI>`,
  );
  expect(lines(edition)).toEqual([
    'paragraph: The first of mony many words',
    'paragraph: Margin',
    'paragraph: Overleaf',
  ]);
  expect(edition.segments.flatMap(({ spans }) => spans)).toMatchObject([
    { kind: 'page', target: '1r' },
    { kind: 'deleted' },
    { kind: 'page', target: 's2' },
  ]);
});
