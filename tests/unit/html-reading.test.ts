import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { read, readAll, shape, spansOf } from '../reading';

const omitted = ({ warnings }: Awaited<ReturnType<typeof read>>) =>
  warnings.flatMap(({ omitted: each }) =>
    each ? [[each.what, ...each.words.map(({ text }) => text)]] : [],
  );

describe('XHTML', () => {
  const page = (head: string, body: string) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head>${head}</head><body>${body}</body></html>`;
  test.each([
    ['an empty title', '<title/>', '<p>One is here.</p><p>Two.</p>', ['One is here.', 'Two.']],
    ['a script', '<script src="x.js"/>', '<p>One is here.</p>', ['One is here.']],
    [
      'empty elements',
      '',
      '<p>A <i/>river <a id="x"/>ran.</p><div class="s"/><p>Next <b>bold</b>.<br/>End.</p>',
      ['A river ran.', 'Next bold.\nEnd.'],
    ],
    [
      'character data',
      '',
      '<p>Some <![CDATA[data <here> & there]]>.</p>',
      ['Some data <here> & there.'],
    ],
    ['a comment', '', '<p>Some<!-- <i/> --> text.</p>', ['Some text.']],
  ])('with %s keeps its words', async (_, head, body, texts) => {
    for (const name of ['p.xhtml', 'p.html']) {
      const { segments } = await read(name, strToU8(page(head, body)));
      expect(segments.map(({ text }) => text)).toEqual(texts);
    }
  });
});

test('page numbers become marks, line numbers and what stands around the text are reported', async () => {
  const edition = await read(
    'p.html',
    `<header>My site</header><main><p>A sen<span class="pagenum">[p. 7]</span>tence.</p><span role="doc-pagebreak" aria-label="viii"></span>
     <div class="poem"><p class="l">Low wind<span class="linenum">5</span></p></div><p><img alt="T" src="t.png">hen <img alt="a map of it" src="m.png"> rest.</p></main><footer>All rights</footer>`,
  );
  expect(shape(edition)).toEqual([
    ['paragraph', undefined, 'A sentence.'],
    ['verse', undefined, 'Low wind'],
    ['paragraph', undefined, 'Then rest.'],
  ]);
  expect(spansOf(edition)).toEqual([
    ['page', 5, '7'],
    ['page', 0, 'viii'],
  ]);
  expect(omitted(edition)).toEqual([
    ['page numbers, as page marks', '[p. 7]'],
    ['line numbers', '5'],
    ['images', 'a map of it'],
    ['what stands beside the text', 'My site', 'All rights'],
  ]);
});

test('ruby keeps its base as text and its readings as marks', async () => {
  for (const inner of [
    '山<rp>(</rp><rt>やま</rt><rp>)</rp>',
    '<rb>山</rb><rt>やま</rt>',
    '山<rt>やま',
  ]) {
    const edition = await read('p.html', `<p>あの<ruby>${inner}</ruby>へ。</p>`);
    expect(shape(edition)).toEqual([['paragraph', undefined, 'あの山へ。']]);
    expect(spansOf(edition)).toEqual([['ruby', 2, 'やま']]);
  }
});

test('numbers of lists, paragraphs in cells, captions and forms', async () => {
  const edition = await read(
    'p.html',
    `<form><ol start="4"><li>Four</li><li value="9">Nine</li><li>Ten</li></ol>
     <table><caption>Tides</caption><tr><td><p>High</p><p>low</p></td><td>a<br>b</td></tr></table><input value="x"></form>`,
  );
  expect(shape(edition)).toEqual([
    ['item', '4.', 'Four'],
    ['item', '9.', 'Nine'],
    ['item', '10.', 'Ten'],
    ['paragraph', undefined, 'Tides'],
    ['row', undefined, 'High low | a b'],
  ]);
});

test('a heading over a poem is one, in whatever it stands', async () => {
  const edition = await read(
    'p.html',
    '<article class="poem"><hgroup><h4>Tide</h4><p>for M.</p></hgroup><p class="bridgehead">At dawn</p><p>It rose<br>and fell.</p></article>',
  );
  expect(shape(edition).map(([kind, , text]) => [kind, text])).toEqual([
    ['heading', 'Tide'],
    ['paragraph', 'for M.'],
    ['paragraph', 'At dawn'],
    ['verse', 'It rose'],
    ['verse', 'and fell.'],
  ]);
});

test.each([
  ['p.html', '<p>far<ruby> <rt>えん</rt></ruby>away<ruby><rt>そと</rt></ruby>.</p>'],
  [
    'p.odt',
    zipSync({
      'content.xml': strToU8(
        '<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text><text:p>far<text:ruby><text:ruby-base><text:s/></text:ruby-base><text:ruby-text>えん</text:ruby-text></text:ruby>away<text:ruby><text:ruby-base/><text:ruby-text>そと</text:ruby-text></text:ruby>.</text:p></office:text></office:body></office:document-content>',
      ),
    }),
  ],
])(
  'readings over no words are reported, and the space under one stays (%s)',
  async (name, file) => {
    const edition = await read(name, file);
    expect(shape(edition)).toEqual([['paragraph', undefined, 'far away.']]);
    expect(omitted(edition)).toEqual([['readings of ruby over no words', 'えん', 'そと']]);
  },
);

test('the number of a place, to be copied as a link, does not run together with the words after it', async () => {
  const edition = await read(
    'p.html',
    '<p><a id="sc1" href="#sc1">SC1</a>A boat came. <a id="sc2" href="#sc2">SC2</a><i>Late</i>, as <a id="w" href="#w">w</a>e say.</p>',
  );
  expect(shape(edition)).toEqual([
    ['paragraph', undefined, 'SC1 A boat came. SC2 Late, as we say.'],
  ]);
});

test('a page of Project Gutenberg says whose text it is; licences of Wikisource are not the text', async () => {
  const edition = await read(
    'p.html',
    '<html><head><title>The Boat | Project Gutenberg</title></head><body><section class="pg-boilerplate" id="pg-header"><p><strong>Title</strong>: The Boat</p><p><strong>Author</strong>: Ann Writer</p><p><strong>Translator</strong>: Bob Poet</p><p><strong>Language</strong>: German</p></section><p>Das Boot kam.</p><div class="licenseContainer licenseBanner">Public domain.</div></body></html>',
  );
  expect(edition).toMatchObject({
    title: 'The Boat',
    author: 'Ann Writer',
    translator: 'Bob Poet',
    language: 'de',
  });
  expect(shape(edition)).toEqual([['paragraph', undefined, 'Das Boot kam.']]);
  expect(omitted(edition)).toEqual([
    [
      'parts that are about the page',
      'Title: The Boat Author: Ann Writer Translator: Bob Poet Language: German',
      'Public domain.',
    ],
  ]);
});

test('ruby of every form keeps each base and each reading', async () => {
  const { editions } = await readAll(
    'x.html',
    '<p><ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>。<ruby><rb>東</rb><rb>京</rb><rp>(</rp><rt>とう</rt><rt>きょう</rt><rp>)</rp></ruby>。<ruby><rb>明</rb><rb>日</rb><rtc>あした</rtc></ruby>。<ruby><ruby>攻<rt>こう</rt>殻<rt>かく</rt></ruby><rt>shell</rt></ruby>。<ruby>北<rp>(</rp><rtc><rt>ほく</rt></rtc><rp>)</rp></ruby>wo<wbr>rd</p><p style="display: none">gone</p><noscript>old</noscript>',
  );
  const [segment] = editions[0].segments;
  expect(segment.text).toBe('漢字。東京。明日。攻殻。北word');
  expect(
    segment.spans.map(({ start, end, target }) => [segment.text.slice(start, end), target]),
  ).toEqual([
    ['漢', 'かん'],
    ['字', 'じ'],
    ['東', 'とう'],
    ['京', 'きょう'],
    ['明日', 'あした'],
    ['攻殻', 'こうかく shell'],
    ['北', 'ほく'],
  ]);
  expect(editions[0].warnings.map(({ omitted }) => omitted?.words[0].text)).toEqual([
    'gone',
    'old',
  ]);
});

test('menus are lists, open dialogs are blocks, and closed ones are hidden', async () => {
  const draft = await read(
    'a.html',
    '<p>Start.</p><menu><li>One</li></menu><dialog open><p>Said.</p></dialog><dialog>Unsaid.</dialog><p>End.</p>',
  );
  expect(draft.segments.map(({ kind, text }) => [kind, text])).toEqual([
    ['paragraph', 'Start.'],
    ['item', 'One'],
    ['paragraph', 'Said.'],
    ['paragraph', 'End.'],
  ]);
  expect(omitted(draft)).toEqual([['hidden text', 'Unsaid.']]);
});

test('loose words of lists stand where they stood, and take no number', async () => {
  const draft = await read(
    'a.html',
    '<p>So.</p><ol>loose <b>words</b><li>first</li>after it<li>second</li></ol><dl>before<dt>term</dt><dd>said</dd>beside</dl>',
  );
  expect(shape(draft)).toEqual([
    ['paragraph', undefined, 'So.'],
    ['paragraph', undefined, 'loose words'],
    ['item', '1.', 'first'],
    ['item', undefined, 'after it'],
    ['item', '2.', 'second'],
    ...['before', 'term', 'said', 'beside'].map((text) => ['item', undefined, text]),
  ]);
  expect(draft.warnings).toEqual([]);
});

test('words that no block of Markdown holds are reported', async () => {
  const draft = await read(
    'a.html',
    '<p>Start.</p><div data-mdast="ignore">Not <i>for</i> all.</div><p>End.</p><option>Chosen</option><isindex><p>Within</p>',
  );
  expect(draft.segments.map(({ text }) => text)).toEqual(['Start.', 'End.', 'Chosen', 'Within']);
  expect(omitted(draft)).toEqual([['words that no block holds', 'Not', 'for', 'all.']]);
});

test('many words that no block holds are found, and only those', async () => {
  const many = Array.from({ length: 300 }, (_, k) => `<i>lost ${k}</i>`).join(' ');
  const draft = await read(
    'a.html',
    `<p>Start of <b>it</b>.</p><div data-mdast="ignore">${many}</div><p>End <q>of</q> it.</p>`,
  );
  const [{ omitted: all }] = draft.warnings;
  expect(all).toMatchObject({ what: 'words that no block holds', count: 300 });
  expect(all?.words.every(({ text }) => text.startsWith('lost'))).toBe(true);
});

test('pages of Wikisource are marked by their numbers, and what is about the page is left out', async () => {
  const edition = await read(
    'x.html',
    '<div class="prp-pages-output"><p><span class="pagenum ws-pagenum" id="12" data-page-number="12" title="Page:Book.djvu/24">\u200b</span>Words here.</p></div><div class="ws-noexport">Previous chapter</div>',
  );
  expect(shape(edition)).toEqual([['paragraph', undefined, 'Words here.']]);
  expect(spansOf(edition)).toEqual([['page', 0, '12']]);
  expect(omitted(edition)).toEqual([['parts that are about the page', 'Previous chapter']]);
});

test('blocks within an element of words do not run together', async () => {
  const edition = await read(
    'x.html',
    '<p>One</p><i>two<p>three</p></i><b><div>four</div>five</b>',
  );
  expect(edition.segments.map(({ text }) => text).join(' ')).toBe('One two three four five');
});

test('a formula is reported once, without the source that MathML has beside it', async () => {
  const edition = await read(
    'x.html',
    '<p>So <math><semantics><mrow><mi>x</mi><mo>+</mo><mi>y</mi></mrow><annotation encoding="application/x-tex">x+y</annotation></semantics></math> it is.</p>',
  );
  expect(omitted(edition)).toEqual([['formulas', 'x+y']]);
});

test('Aozora Bunko’s pages: characters that are described, annotations, and what is said of the file', async () => {
  const edition = await read(
    'x.html',
    '<html xml:lang="ja"><body><div class="main_text">魚の<img src="a.png" alt="※(「魚＋生」、U+9BB8)" class="gaiji"/>を<img src="b.png" alt="※(「てへん＋丑」、第4水準2-12-93)" class="gaiji"/>る<strong>点</strong><span class="notes">［＃「点」に傍点］</span>。</div><div class="bibliographical_information">底本</div></body></html>',
  );
  expect(edition.language).toBe('ja');
  expect(shape(edition)).toEqual([['paragraph', undefined, '魚の鮸を〓る点。']]);
  expect(omitted(edition)).toEqual([
    ['images', '※(「てへん＋丑」、第4水準2-12-93)'],
    ['annotations', '［＃「点」に傍点］'],
    ['parts that are about the page', '底本'],
  ]);
});

test('words of blocks that are reported stand apart, and numbers of verses from their words', async () => {
  const edition = await read(
    'x.html',
    '<body><div class="noprint"><h2>Home</h2><ul><li>One</li><li>Two<br>Three</li></ul></div><p><span class="verse-num">1</span>In the beginning <b class="v">2</b>Then</p></body>',
  );
  expect(shape(edition)).toEqual([['paragraph', undefined, '1 In the beginning 2 Then']]);
  expect(omitted(edition)).toEqual([['parts that are about the page', 'Home One Two Three']]);
});
