import { describe, expect, test } from 'vitest';
import { readDocument } from '../../lib/formats/registry';

const tei = (body: string, { source = '', head = '', text = '' } = {}) =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A tale</title>${head}</titleStmt><publicationStmt><date when="2011"/></publicationStmt><sourceDesc>${source}</sourceDesc></fileDesc></teiHeader><text ${text}><body>${body}</body></text></TEI>`;
const witnesses = (...sigla: string[]) =>
  `<listWit>${sigla.map((siglum) => `<witness xml:id="${siglum}"/>`).join('')}</listWit>`;
const read = (xml: string) => readDocument({ name: 't.xml', bytes: new TextEncoder().encode(xml) });
const one = async (xml: string) => (await read(xml)).editions[0];
const textsOf = ({ segments }: { segments: { text: string }[] }) =>
  segments.map(({ text }) => text);
const bySiglum = async (xml: string) =>
  Object.fromEntries(
    (await read(xml)).editions.map((each) => [each.siglum, textsOf(each).join(' / ')]),
  );

test('code stands apart from the words around it', async () => {
  const edition = await one(tei('<p>The word <code>x</code> ends <code>y</code> here.</p>'));
  expect(textsOf(edition)).toEqual(['The word x ends y here.']);
  const lined = await one(tei('<p>Take<lb/><code>a</code><lb/>This<lb/>way.</p>'));
  expect(textsOf(lined)).toEqual(['Take a This way.']);
});

test('an ideographic space is a character of the text', async () => {
  const edition = await one(tei('<p>床前明月光　疑是地上霜。</p>'));
  expect(textsOf(edition)).toEqual(['床前明月光　疑是地上霜。']);
});

test('a list that says it is not in order has no numbers', async () => {
  const edition = await one(
    tei(
      '<list type="unordered"><item>One</item></list><list rend="ordered"><item>Two</item></list>',
    ),
  );
  expect(edition.segments.map(({ label }) => label)).toEqual([undefined, '1.']);
});

test('the looks that pandoc names are struck, raised or in order, and raised letters are not slanted', async () => {
  const edition = await one(
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
  const edition = await one(
    tei(
      '<table><row>before<pb n="2"/><cell>One</cell> between <hi>them</hi><cell>Two</cell></row><row>alone</row></table>',
    ),
  );
  expect(textsOf(edition)).toEqual(['before | One | between them | Two', 'alone']);
  expect(edition.segments[0].spans).toContainEqual({ kind: 'page', start: 6, end: 6, target: '2' });
});

describe('an apparatus', () => {
  test('groups of witnesses stand for their members, also within one another', async () => {
    const source = `<listWit><witness xml:id="K"/><listWit xml:id="x"><witness xml:id="L"/><witness xml:id="y"><listWit><witness xml:id="M"/></listWit></witness></listWit></listWit>`;
    const xml = tei(
      '<p>No <app><lem wit="#K">wind</lem><rdg wit="#x">rain</rdg></app> <app><lem wit="#K #L">fell</lem><rdg wit="#y">came</rdg></app>.</p>',
      { source },
    );
    expect(await bySiglum(xml)).toEqual({
      K: 'No wind fell.',
      L: 'No rain fell.',
      M: 'No rain came.',
    });
  });

  test('a fragment has nothing where it has not begun or has ended', async () => {
    const xml = tei(
      '<p>One <app><lem wit="#A">two</lem><rdg wit="#B"><lacunaEnd/>2</rdg></app> three.</p><p>Four <app><lem wit="#A">five</lem><rdg wit="#B">5<witEnd/></rdg></app> six.</p>',
      { source: witnesses('A', 'B') },
    );
    expect(await bySiglum(xml)).toEqual({
      A: 'One two three. / Four five six.',
      B: '2 three. / Four 5',
    });
  });

  test('a milestone ends a paragraph of the witness that has it', async () => {
    const xml = tei(
      '<p>One <app><lem wit="#A">two.<milestone unit="p"/></lem><rdg wit="#B">2. </rdg></app>Three four.</p><p>Five.</p>',
      { source: witnesses('A', 'B') },
    );
    expect(await bySiglum(xml)).toEqual({
      A: 'One two. / Three four. / Five.',
      B: 'One 2. Three four. / Five.',
    });
  });

  test('a gap within a witness is shown as one', async () => {
    const xml = tei(
      '<p>We <app><lem wit="#A">came</lem><rdg wit="#B"><lacunaStart/></rdg></app> home <app><lem wit="#A">late</lem><rdg wit="#B"><lacunaEnd/>early</rdg></app>.</p>',
      { source: witnesses('A', 'B') },
    );
    expect(await bySiglum(xml)).toEqual({ A: 'We came home late.', B: 'We […] early.' });
    const again = tei(
      '<p>We <app><lem wit="#A">came</lem><rdg wit="#B">ran<witEnd/></rdg></app> home <app><lem wit="#A">late</lem><rdg wit="#B"><witStart/>early</rdg></app>.</p>',
      { source: witnesses('A', 'B') },
    );
    expect(await bySiglum(again)).toEqual({ A: 'We came home late.', B: 'We ran […] early.' });
  });

  test('of witnesses that share a reading, only those that are named begin, end or have a gap', async () => {
    const xml = tei(
      '<p>Now <app><lem wit="#A">hear</lem><rdg wit="#B #C"><witStart wit="#C"/>see</rdg></app> <app><lem wit="#A">x</lem><rdg wit="#B #C">y<lacunaStart wit="#B"/></rdg></app> later words <app><lem wit="#A">m</lem><rdg wit="#B #C"><lacunaEnd wit="#B"/>n</rdg></app> end <app><lem wit="#A">here</lem><rdg wit="#B #C">there<witEnd wit="#B"/></rdg></app> indeed.</p>',
      { source: witnesses('A', 'B', 'C') },
    );
    expect(await bySiglum(xml)).toEqual({
      A: 'Now hear x later words m end here indeed.',
      B: 'Now see y […] n end there',
      C: 'see y later words n end there indeed.',
    });
  });

  test('a corrected witness is two texts: before and after correction', async () => {
    const xml = tei(
      '<p>We <app><lem wit="#A">came</lem><rdg wit="#B"><subst><del hand="#h1">ran</del><add hand="#h2">went</add></subst></rdg></app> home <app><lem wit="#A">late</lem><rdg wit="#B"><del>very</del> early</rdg></app>.</p>',
      { source: witnesses('A', 'B') },
    );
    expect(await bySiglum(xml)).toEqual({
      A: 'We came home late.',
      B: 'We went home early.',
      'B-ac': 'We ran home very early.',
    });
    const [, { warnings }] = (await read(xml)).editions;
    expect(warnings[0].omitted?.words.map(({ text }) => text)).toEqual(['#h1', '#h2']);
  });

  test('double end-points, also over several elements and outside the text', async () => {
    const xml = tei(
      '<p><anchor xml:id="p1"/>Old <hi>men</hi><anchor xml:id="p2"/> sat.</p><listApp><app from="#p1" to="#p2"><lem>Old men</lem><rdg wit="#B">Young men</rdg></app></listApp>',
      { source: witnesses('A', 'B') },
    );
    expect(await bySiglum(xml)).toEqual({ A: 'Old men sat.', B: 'Young men sat.' });
  });

  test('entries that name a line are put there; those without a place are reported', async () => {
    const xml = tei(
      '<div n="3"><l n="1">Cold was the gate</l><l n="2">and the gate by the gate</l></div><listApp><app loc="3.1"><lem>gate</lem><rdg wit="#B">wall</rdg></app><app loc="3.2"><lem>gate</lem><rdg wit="#B">door</rdg></app></listApp>',
      { source: witnesses('A', 'B') },
    );
    expect(await bySiglum(xml)).toMatchObject({
      B: 'Cold was the wall / and the gate by the gate',
    });
    const { warnings, segments } = await one(xml);
    expect(segments.map(({ label }) => label)).toEqual(['3.1', '3.2']);
    expect(warnings[0].omitted?.words[0].text).toBe('gate ] door');
  });

  test('entries over several elements, that overlap, in the back or right after their lemma', async () => {
    const across = tei(
      '<p>At <anchor xml:id="a"/>the <anchor xml:id="b"/>red <hi>gate<anchor xml:id="c"/> he</hi> sat<anchor xml:id="d"/>.</p></body><back><div><head>Variants</head><listApp><app from="#a" to="#c"><rdg wit="#B">a green door</rdg></app><app from="#b" to="#d"><rdg wit="#C">old gate she stood</rdg></app></listApp></div></back><body>',
      { source: witnesses('A', 'B', 'C') },
    );
    expect(await bySiglum(across)).toEqual({
      A: 'At the red gate he sat.',
      B: 'At a green door he sat.',
      C: 'At the old gate she stood.',
    });
    const inline = tei(
      '<l n="1">Cold was the gate<app><lem>gate</lem><rdg wit="#B">wall</rdg></app> and old</l><l n="2">by the <app><lem>river</lem><rdg wit="#B">sea</rdg></app></l>',
      {
        source: `${witnesses('A', 'B')}<!--a--></sourceDesc></fileDesc><encodingDesc><variantEncoding method="location-referenced" location="internal"/></encodingDesc><fileDesc><sourceDesc>`,
      },
    );
    expect(await bySiglum(inline)).toEqual({
      A: 'Cold was the gate and old / by the river',
      B: 'Cold was the wall and old / by the sea',
    });
  });

  test('what an entry says beside its readings is reported; a named reading fills a gap', async () => {
    const xml = tei(
      '<p>One <app><lem wit="#A">two<witEnd/></lem><rdg wit="#B">2</rdg><rdg resp="#ed">too</rdg><witDetail wit="#B">in red</witDetail></app> and <app><lem wit="#B">three</lem><rdg wit="#A">3</rdg></app> four.</p>',
      { source: witnesses('A', 'B') },
    );
    expect(await bySiglum(xml)).toEqual({ A: 'One two3', B: 'One 2 and three four.' });
    expect((await one(xml)).warnings.map(({ omitted }) => omitted?.words[0]?.text)).toEqual([
      'too',
      'in red',
    ]);
    const alone = await one(tei('<p>A <app><lem>b</lem><rdg resp="#ed">c</rdg></app></p>'));
    expect(textsOf(alone)).toEqual(['A b']);
    expect(alone.warnings[0].omitted?.words).toMatchObject([{ text: 'c' }]);
  });

  test('what witnesses have of an entry of whole paragraphs stands in one place', async () => {
    const { rows } = await read(
      tei(
        '<p>One.</p><app><rdg wit="#A"><p>Two.</p><p>Three.</p></rdg><rdg wit="#B"><lg><l>Deux</l></lg></rdg></app>',
        { source: witnesses('A', 'B') },
      ),
    );
    expect(rows).toEqual([
      [[0], [0]],
      [[1, 2], [1]],
    ]);
  });
});

test('several texts are the parts of one, unless links or languages make them editions', async () => {
  const text = (content: string, lang = '') =>
    `<text ${lang && `xml:lang="${lang}"`}><body>${content}</body></text>`;
  const group = (inner: string) => `<TEI><text><group>${inner}</group></text></TEI>`;
  const volumes = await read(group(text('<p>First.</p>') + text('<p>Second.</p>')));
  expect(volumes.editions.map(textsOf)).toEqual([['First.', 'Second.']]);
  const editions = await read(group(text('<p>First.</p>', 'eng') + text('<p>Primum.</p>', 'lat')));
  expect(editions.editions.map(({ language }) => language)).toEqual(['en', 'la']);
});

test('what stands around the texts of a group is kept, or reported where they are editions', async () => {
  const group = (a: string, b: string) =>
    `<TEI><text><front><head>Two tales</head></front><group><head>Tales</head><text ${a}><body><p>First.</p></body></text><text ${b}><body><p>Other.</p></body></text></group><back><p>The end</p></back></text></TEI>`;
  expect(textsOf(await one(group('', '')))).toEqual([
    'Two tales',
    'Tales',
    'First.',
    'Other.',
    'The end',
  ]);
  const edition = await one(group('xml:lang="de"', 'xml:lang="fr"'));
  expect(textsOf(edition)).toEqual(['First.']);
  expect(edition.warnings[0].omitted?.words.map(({ text }) => text)).toEqual([
    'Two tales',
    'Tales',
    'The end',
  ]);
});

test('words and sentences that are marked stand apart; words cut at lines are whole', async () => {
  const edition = await one(
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
  const edition = await one(
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
  const edition = await one(
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
  expect(await one(tei('<p>Words.</p>', { source, head }))).toMatchObject({
    date: '1802',
    author: 'Ada Smith, B. Jones',
    source: 'Ada Smith, A Tale, Oslo',
  });
});

test('numbers of books, chapters and lines are labels; notes with one number are told apart', async () => {
  const edition = await one(
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
  const { segments, warnings } = await one(
    tei(
      '<p>A <subst><del>red</del><add>green</add></subst> boat, <del>old</del><add>new</add>, with a <del>torn</del> sail.</p>',
    ),
  );
  expect(segments[0].text).toBe('A green boat, new, with a torn sail.');
  expect(warnings[0].omitted?.words.map(({ text }) => text)).toEqual(['red', 'old']);
});

test('annotations are not part of the text; of equal choices the first is read', async () => {
  const edition = await one(
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
  const edition = await one(
    tei('<list>Goods<item>salt</item></list><table>Prices<row><cell>3</cell></row></table>'),
  );
  expect(textsOf(edition)).toEqual(['Goods', 'salt', 'Prices', '3']);
});

test('a hyphen before the end of a line of the source is kept where the word has one', async () => {
  const edition = await one(
    tei(
      '<p>dit-<lb/>il à sa mother-<lb/>in-law, vis-à-<lb/>vis du fau-<lb/>teuil, le Dampf\u00ad<lb/>Schiff</p>',
    ),
  );
  expect(textsOf(edition)).toEqual([
    'dit-il à sa mother-in-law, vis-à-vis du fauteuil, le DampfSchiff',
  ]);
});
