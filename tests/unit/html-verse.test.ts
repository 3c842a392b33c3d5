import { expect, test } from 'vitest';
import { read } from '../reading';

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
  const { segments } = await read('page.html', page);
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
  const { segments } = await read('page.html', page);
  expect(segments.map(({ kind, text }) => [kind, text])).toEqual([
    ['heading', 'The Rose'],
    ['verse', 'O rose'],
    ['verse', 'thou'],
    ['footnote', 'By Blake.'],
  ]);
  expect(segments[1].spans.map(({ kind }) => kind)).toEqual(['note']);
});
