import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { lines, omitted, read } from '../reading';

const page = (body: string, head = '') =>
  `<html lang="en"><head>${head}</head><body>${body}</body></html>`;

describe('what a style sheet hides', () => {
  const style = `<style>/* a */ .gone, p.x { display: none } #one { visibility: hidden }
    @media print { .paper { display: none } } @media screen { .screen { display: none } }
    .a > .b { display: none } p.z { display: none } p.z.shown { display: block }
    aside, rp { display: none } body { display: none } .menu:hover { display: none }</style>`;

  test('is not read as text, and is reported; what another rule shows is read', async () => {
    const edition = await read(
      'x.html',
      page(
        `<p>See <i class="gone">this</i> <b class="paper">text</b>.</p><p class="x">Not</p><p id="one">that</p>
        <div class="x">A part.</div><p class="screen">nor</p><div class="a"><p class="b">below</p><div><p class="b">Deeper.</p></div></div>
        <p class="z">last</p><p class="z shown">Shown.</p><p class="menu">State.</p>`,
        style,
      ),
    );
    expect(lines(edition)).toEqual([
      'paragraph: See text.',
      'paragraph: A part.',
      'paragraph: Deeper.',
      'paragraph: Shown.',
      'paragraph: State.',
    ]);
    expect(omitted(edition)['hidden text']).toEqual([
      'this',
      'Not',
      'that',
      'nor',
      'below',
      'last',
    ]);
  });

  test('but for notes and readings, which are shown when they are asked for', async () => {
    const edition = await read(
      'x.html',
      page(
        '<p>A<a href="#n" role="doc-noteref">1</a> <ruby>漢<rp>(</rp><rt>かん</rt></ruby></p><aside id="n" role="doc-footnote">Note.</aside>',
        style,
      ),
    );
    expect(lines(edition)).toEqual(['paragraph: A 漢', 'footnote: 1 Note.']);
    expect(omitted(edition)).toEqual({});
  });

  test('also where the sheet is a file of an EPUB', async () => {
    const edition = await read(
      'x.epub',
      zipSync({
        'META-INF/container.xml': strToU8(
          '<container><rootfiles><rootfile full-path="o/p.opf"/></rootfiles></container>',
        ),
        'o/p.opf': strToU8(
          '<package xmlns:dc="d"><metadata><dc:title>B</dc:title></metadata><manifest><item id="a" href="t/a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
        ),
        'o/css/s.css': strToU8('.hid { display: none }'),
        'o/t/a.xhtml': strToU8(
          '<html xmlns="http://www.w3.org/1999/xhtml"><head><link rel="stylesheet" href="../css/s.css"/></head><body><p>Grey <span class="hid">XX</span>stone.</p></body></html>',
        ),
      }),
    );
    expect(lines(edition)).toEqual(['paragraph: Grey stone.']);
    expect(omitted(edition)).toEqual({ 'hidden text': ['XX'] });
  });
});

test('numbers of pages are marks, words that stand in a break of a page are text', async () => {
  const edition = await read(
    'x.html',
    page(
      `<p>The kee<span class="pgnum">p. 12</span>per <span class="page">[13]</span>lit<a name="Page_14" id="Page_14">[Pg 14]</a> it <span class="pagenum">*26*</span><i class="folio">12r</i></p>
      <div class="page-break"><h2>Chapter One</h2></div><p><span epub:type="pagebreak" title="20"/>now <b>it</b> ran</p>`,
    ),
  );
  expect(lines(edition)).toEqual([
    'paragraph: The keeper lit it',
    'heading: Chapter One',
    'paragraph: now it ran',
  ]);
  expect(
    edition.segments.flatMap(({ spans }) =>
      spans.flatMap(({ kind, target }) => (kind === 'page' ? [target] : [])),
    ),
  ).toEqual(['12', '13', '14', '26', '12r', '20']);
});

test('the parts of a site are kept apart from the text; the foot of a text by itself is its own', async () => {
  const site = await read(
    'x.html',
    page(
      '<nav>Home</nav><h1>The speech</h1><p>The boat came.</p><div role="search">Find</div><footer>All rights</footer>',
    ),
  );
  expect(lines(site)).toEqual(['heading: The speech', 'paragraph: The boat came.']);
  expect(omitted(site)).toEqual({
    menus: ['Home'],
    'parts that are about the page': ['Find', 'All rights'],
  });
  const named = await read(
    'x.html',
    page('<div>Old pages</div><div id="content"><p>The boat came back again.</p></div>'),
  );
  expect(lines(named)).toEqual(['paragraph: The boat came back again.']);
  const letter = await read('x.html', page('<p>The boat came.</p><footer>Ann</footer>'));
  expect(lines(letter)).toEqual(['paragraph: The boat came.', 'paragraph: Ann']);
});

test('items have the numbers, letters and numerals that a browser shows', async () => {
  const edition = await read(
    'x.html',
    page(
      `<ol type="a"><li>x<li>y</ol><ol type="I" start="4"><li>iv<li value="9">ix</ol>
      <ol style="list-style-type: lower-roman"><li>i</ol><ol style="list-style: none"><li>bare</ol><ol start="27" type="A"><li>aa</ol>`,
    ),
  );
  expect(lines(edition)).toEqual([
    'item: a. x',
    'item: b. y',
    'item: IV. iv',
    'item: IX. ix',
    'item: i. i',
    'item: bare',
    'item: AA. aa',
  ]);
});

describe('notes', () => {
  test('whose mark stands in a term or a cell before them', async () => {
    const edition = await read(
      'x.html',
      page(
        `<p>One<a id="r1" href="#n1">[1]</a> and<a href="#n2">2</a> and<sup><a href="#n3">3</a></sup>.</p>
        <dl><dt id="n1"><a href="#r1">[1]</a></dt><dd>In a list.</dd><dt><a name="n2">2</a></dt><dd><p>Second.</p><p>More.</p></dd></dl>
        <table><tr><td><a id="n3">3</a></td><td>In a table.</td></tr></table>`,
      ),
    );
    expect(lines(edition)).toEqual([
      'paragraph: One and and.',
      'footnote: 1 In a list.',
      'footnote: 2 Second.',
      'footnote: More.',
      'footnote: 3 In a table.',
    ]);
  });

  test('are not the parts of a text to which its contents lead', async () => {
    const edition = await read(
      'x.html',
      page(
        '<p><a href="#s1">1</a> <a href="#s2">2</a></p><section id="s1"><h2>1</h2><p>Text one.</p></section><div id="s2">2 And so.</div>',
      ),
    );
    expect(lines(edition)).toEqual([
      'paragraph: 1 2',
      'heading: 1',
      'paragraph: Text one.',
      'paragraph: 2 And so.',
    ]);
  });

  test('may be written where they are called, and keep a word that is like their mark', async () => {
    const edition = await read(
      'x.html',
      page(
        `<p>Text<span class="sidenote">In the margin.</span> lit<a id="rA" href="#nA" class="fnanchor">[A]</a>.</p>
        <div class="footnote"><p><a id="nA" href="#rA" class="label">[A]</a> A note.</p></div>`,
      ),
    );
    expect(lines(edition)).toEqual([
      'paragraph: Text lit.',
      'footnote: A A note.',
      'footnote: * In the margin.',
    ]);
  });
});

test('raised numbers of verses are apart from the words; those in the margin of verse are left out', async () => {
  const bible = await read(
    'x.html',
    page('<p><sup>1</sup>In the <sup>2</sup>And x<sup>2</sup>.</p>'),
  );
  expect(lines(bible)).toEqual(['paragraph: 1 In the 2 And x2.']);
  const poem = await read(
    'x.html',
    page(
      '<div class="poem"><p>one line<span>5</span></p><p>in <b>20</b> years</p><p>far off&#160;&#160;&#160;10</p></div>',
    ),
  );
  expect(lines(poem)).toEqual(['verse: one line', 'verse: in 20 years', 'verse: far off']);
  expect(omitted(poem)).toEqual({ 'line numbers': ['5', '10'] });
});
