import { describe, expect, test } from 'vitest';
import { readAll, textsOf } from '../reading';
import { bySiglum, readTei, readTeiEditions, tei, witnesses } from '../tei';

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
    const [, { warnings }] = (await readTeiEditions(xml)).editions;
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
    const { warnings, segments } = await readTei(xml);
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
    expect((await readTei(xml)).warnings.map(({ omitted }) => omitted?.words[0]?.text)).toEqual([
      'too',
      'in red',
    ]);
    const alone = await readTei(tei('<p>A <app><lem>b</lem><rdg resp="#ed">c</rdg></app></p>'));
    expect(textsOf(alone)).toEqual(['A b']);
    expect(alone.warnings[0].omitted?.words).toMatchObject([{ text: 'c' }]);
  });

  test('what witnesses have of an entry of whole paragraphs stands in one place', async () => {
    const { rows } = await readTeiEditions(
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

const witnessTexts = async (apparatus: string) =>
  (
    await readAll(
      'x.xml',
      `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><listWit><witness xml:id="A">A</witness><witness xml:id="B">B</witness></listWit></sourceDesc></fileDesc></teiHeader><text><body><lg><l xml:id="l1">the old boat came</l></lg></body><back><listApp>${apparatus}</listApp></back></text></TEI>`,
    )
  ).editions.map(({ siglum, segments, warnings }) => [
    siglum,
    segments[0].text,
    warnings.map(({ message }) => message),
  ]);

test('an entry that names an element is about its lemma in it, and takes no other words with it', async () => {
  expect(
    await witnessTexts('<app from="#l1"><lem>boat</lem><rdg wit="#A">ship</rdg></app>'),
  ).toEqual([
    ['A', 'the old ship came', []],
    ['B', 'the old boat came', []],
  ]);
  expect(
    await witnessTexts('<app from="#l1"><lem>raft</lem><rdg wit="#A">ship</rdg></app>'),
  ).toEqual([
    [
      undefined,
      'the old boat came',
      ['not kept: apparatus entries whose place is not found (1): “raft ] ship”'],
    ],
  ]);
});

test('a word beside pointers to witnesses is not a witness', async () => {
  const texts = await witnessTexts(
    '<app from="#l1"><lem>boat</lem><rdg wit="#A corr.">ship</rdg></app>',
  );
  expect(texts.map(([siglum]) => siglum)).toEqual(['A', 'B']);
});
