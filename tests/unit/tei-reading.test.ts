import { expect, test } from 'vitest';
import { textsOf } from '../reading';
import { readTei, readTeiEditions, tei } from '../tei';

test('code stands apart from the words around it', async () => {
  const edition = await readTei(tei('<p>The word <code>x</code> ends <code>y</code> here.</p>'));
  expect(textsOf(edition)).toEqual(['The word x ends y here.']);
  const lined = await readTei(tei('<p>Take<lb/><code>a</code><lb/>This<lb/>way.</p>'));
  expect(textsOf(lined)).toEqual(['Take a This way.']);
});

test('an ideographic space is a character of the text', async () => {
  const edition = await readTei(tei('<p>床前明月光　疑是地上霜。</p>'));
  expect(textsOf(edition)).toEqual(['床前明月光　疑是地上霜。']);
});

test('a list that says it is not in order has no numbers', async () => {
  const edition = await readTei(
    tei(
      '<list type="unordered"><item>One</item></list><list rend="ordered"><item>Two</item></list>',
    ),
  );
  expect(edition.segments.map(({ label }) => label)).toEqual([undefined, '1.']);
});

test('the looks that pandoc names are struck, raised or in order, and raised letters are not slanted', async () => {
  const edition = await readTei(
    tei(
      '<p>x<hi rendition="simple:superscript">2</hi> 1<hi rend="sup">st</hi> <hi rendition="simple:strikethrough">out</hi> <hi rend="subtle">in</hi></p><list type="ordered:arabic"><item>One</item></list>',
    ),
  );
  expect(textsOf(edition)).toEqual(['x2 1st out in', 'One']);
  expect(edition.segments[0].spans.map(({ kind, start }) => [kind, start])).toEqual([
    ['deleted', 7],
    ['emphasis', 11],
  ]);
  expect(edition.segments[1].label).toBe('1.');
});

test('words of a row beside its cells are a cell, and marks beside them stand in one', async () => {
  const edition = await readTei(
    tei(
      '<table><row>before<pb n="2"/><cell>One</cell> between <hi>them</hi><cell>Two</cell></row><row>alone</row></table>',
    ),
  );
  expect(textsOf(edition)).toEqual(['before | One | between them | Two', 'alone']);
  expect(edition.segments[0].spans).toContainEqual({ kind: 'page', start: 6, end: 6, target: '2' });
});

test('several texts are the parts of one, unless links or languages make them editions', async () => {
  const text = (content: string, lang = '') =>
    `<text ${lang && `xml:lang="${lang}"`}><body>${content}</body></text>`;
  const group = (inner: string) => `<TEI><text><group>${inner}</group></text></TEI>`;
  const volumes = await readTeiEditions(group(text('<p>First.</p>') + text('<p>Second.</p>')));
  expect(volumes.editions.map(textsOf)).toEqual([['First.', 'Second.']]);
  const editions = await readTeiEditions(
    group(text('<p>First.</p>', 'eng') + text('<p>Primum.</p>', 'lat')),
  );
  expect(editions.editions.map(({ language }) => language)).toEqual(['en', 'la']);
});

test('what stands around the texts of a group is kept, or reported where they are editions', async () => {
  const group = (a: string, b: string) =>
    `<TEI><text><front><head>Two tales</head></front><group><head>Tales</head><text ${a}><body><p>First.</p></body></text><text ${b}><body><p>Other.</p></body></text></group><back><p>The end</p></back></text></TEI>`;
  expect(textsOf(await readTei(group('', '')))).toEqual([
    'Two tales',
    'Tales',
    'First.',
    'Other.',
    'The end',
  ]);
  const edition = await readTei(group('xml:lang="de"', 'xml:lang="fr"'));
  expect(textsOf(edition)).toEqual(['First.']);
  expect(edition.warnings[0].omitted?.words.map(({ text }) => text)).toEqual([
    'Two tales',
    'Tales',
    'The end',
  ]);
});

test('words and sentences that are marked stand apart; words cut at lines are whole', async () => {
  const edition = await readTei(
    tei(
      '<p><s>He sat.</s><s>She stood.</s> <persName><forename>Ada</forename><surname>Smith</surname></persName>’s <w>for<lb/>est</w>, a vil-<lb break="no"/>lage, the riv-<pb n="2"/>er, well-<lb/>known, <seg>un</seg><seg>seen</seg></p><postscript><label>PS</label><p>More <stage>(goes)</stage> here.</p></postscript><p>Its <ref target="#n1">first note</ref> <ref target="#n1">1</ref>.</p><note xml:id="n1">So.</note>',
    ),
  );
  expect(textsOf(edition)).toEqual([
    'He sat. She stood. Ada Smith’s forest, a village, the river, well-known, unseen',
    'PS',
    'More (goes) here.',
    'Its first note .',
    'So.',
  ]);
  expect(edition.warnings[0].omitted?.words.map(({ text }) => text)).toEqual([
    'village',
    'river',
    'well-known',
  ]);
});

test('what blocks hold stands apart, and nothing among them is lost', async () => {
  const edition = await readTei(
    tei(
      `<div><head>Persons</head><castList><castItem><role>Ada</role><roleDesc>a smith</roleDesc></castItem></castList>Loose words
       <p>Before <list><head>Goods</head><label>a</label><item>Salt</item></list> after</p><closer><salute>Yours</salute><signed>Ada</signed></closer>
       <table><row><cell>Iron</cell><cell><hi>2</hi></cell></row></table><figure><head>A forge</head><figDesc>An etching</figDesc></figure><fw>12 TALES</fw></div>`,
    ),
  );
  expect(textsOf(edition)).toEqual([
    'Persons',
    'Ada a smith',
    'Loose words',
    'Before',
    'Goods',
    'a Salt',
    'after',
    'Yours',
    'Ada',
    'Iron | 2',
    'A forge',
  ]);
  expect(
    edition.warnings.flatMap(({ omitted }) => omitted?.words.map(({ text }) => text) ?? []),
  ).toEqual(['An etching', '12 TALES']);
});

test('ends of lines, words set apart, pages, milestones and ruby', async () => {
  const edition = await readTei(
    tei(
      '<p>山<lb/>\n水 and <pb n="4"/>stair<lb break="no"/>case <w>by</w><w>day</w> <milestone unit="section" n="5"/>here <ruby><rb>川</rb><rt>かわ</rt></ruby>.</p>',
    ),
  );
  expect(textsOf(edition)).toEqual(['山水 and staircase by day here 川.']);
  expect(edition.segments[0].spans.map(({ kind, target }) => [kind, target])).toEqual([
    ['page', '4'],
    ['page', 'section 5'],
    ['ruby', 'かわ'],
  ]);
});

test('the date, the author and the source are those of the edition', async () => {
  const source =
    '<biblStruct><monogr><author>Ada Smith</author><title>A Tale</title><imprint><pubPlace>Oslo</pubPlace><date when="1802"/></imprint></monogr></biblStruct>';
  const head =
    '<author><persName><surname>Smith</surname>, <forename>Ada</forename></persName><idno>Q1</idno></author><author>B. Jones</author>';
  expect(await readTei(tei('<p>Words.</p>', { source, head }))).toMatchObject({
    date: '1802',
    author: 'Ada Smith, B. Jones',
    source: 'Ada Smith, A Tale, Oslo',
  });
});

test('numbers of books, chapters and lines are labels; notes with one number are told apart', async () => {
  const edition = await readTei(
    tei(
      '<div type="textpart" n="1"><div type="textpart" n="4"><p>Prose<note n="*">One.</note>.</p><p n="2">More<note n="*"><p>Two.</p><p>Parts.</p></note>.</p></div></div>',
    ),
  );
  expect(edition.segments.map(({ label, text }) => [label, text])).toEqual([
    ['1.4', 'Prose.'],
    ['1.4.2', 'More.'],
    ['*', 'One.'],
    ['*-2', 'Two.'],
    [undefined, 'Parts.'],
  ]);
});

test('words written over others do not run together with them, and both are accounted for', async () => {
  const { segments, warnings } = await readTei(
    tei(
      '<p>A <subst><del>red</del><add>green</add></subst> boat, <del>old</del><add>new</add>, with a <del>torn</del> sail.</p>',
    ),
  );
  expect(segments[0].text).toBe('A green boat, new, with a torn sail.');
  expect(warnings[0].omitted?.words.map(({ text }) => text)).toEqual(['red', 'old']);
});

test('annotations are not part of the text; of equal choices the first is read', async () => {
  const edition = await readTei(
    tei(
      '<p>The <choice><seg>cat</seg><seg>rat</seg></choice> <choice><am>&amp;</am><ex>and</ex></choice> I<fs><f name="pos"><string>noun</string></f></fs> sat.</p><spanGrp><span from="#a">one</span><span>two</span></spanGrp><interpGrp><interp>theme: love</interp></interpGrp><linkGrp><desc>pairs</desc><link target="#a #b"/></linkGrp><p>End.</p>',
    ),
  );
  expect(textsOf(edition)).toEqual(['The cat and I sat.', 'End.']);
  expect(edition.warnings.map(({ message }) => message)).toEqual([
    'not kept: seg beside seg (1): “rat”',
    'not kept: am beside ex (1): “&”',
    'not kept: annotations (4): “noun”, “one two”, “theme: love”, …',
  ]);
});

test('words that stand in a list or a table beside its items are read', async () => {
  const edition = await readTei(
    tei('<list>Goods<item>salt</item></list><table>Prices<row><cell>3</cell></row></table>'),
  );
  expect(textsOf(edition)).toEqual(['Goods', 'salt', 'Prices', '3']);
});

test('a hyphen before the end of a line of the source is kept where the word has one', async () => {
  const edition = await readTei(
    tei(
      '<p>dit-<lb/>il à sa mother-<lb/>in-law, vis-à-<lb/>vis du fau-<lb/>teuil, le Dampf\u00ad<lb/>Schiff</p>',
    ),
  );
  expect(textsOf(edition)).toEqual([
    'dit-il à sa mother-in-law, vis-à-vis du fauteuil, le DampfSchiff',
  ]);
});
