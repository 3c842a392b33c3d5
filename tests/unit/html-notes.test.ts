import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { read, shape, spansOf } from '../reading';

/** An EPUB of pages by name, in order. */
const epub = (pages: Record<string, string>) =>
  zipSync({
    'META-INF/container.xml': strToU8(
      '<container><rootfiles><rootfile full-path="o/p.opf"/></rootfiles></container>',
    ),
    'o/p.opf': strToU8(
      `<package xmlns:dc="d"><metadata><dc:title>B</dc:title></metadata><manifest>${Object.keys(
        pages,
      )
        .map((name) => `<item id="${name}" href="${name}" media-type="application/xhtml+xml"/>`)
        .join('')}</manifest><spine>${Object.keys(pages)
        .map((name) => `<itemref idref="${name}"/>`)
        .join('')}</spine></package>`,
    ),
    ...Object.fromEntries(
      Object.entries(pages).map(([name, body]) => [
        `o/${name}`,
        strToU8(
          `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>${body}</body></html>`,
        ),
      ]),
    ),
  });

describe('notes', () => {
  const body = (html: string) =>
    read('p.html', strToU8(`<html lang="en"><body>${html}</body></html>`));
  const afterIt = [
    ['paragraph', undefined, 'Hello world.'],
    ['paragraph', undefined, 'After it.'],
    ['footnote', '1', 'Note text'],
  ];
  test.each([
    [
      'raised links both ways',
      '<p>Hello<sup id="c1"><a href="#d1">1</a></sup> world.</p><p>After it.</p><p id="d1"><sup><a href="#c1">1</a></sup> Note text</p>',
    ],
    [
      'LibreOffice’s HTML',
      '<p>Hello<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> world.</p><p>After it.</p><div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Note text</p></div>',
    ],
    [
      'LibreOffice’s XHTML',
      '<div>Hello<span class="Footnote_20_anchor"><a href="#ftn1" id="body_ftn1">1</a></span> world.</div><p>After it.</p><p><span class="footnodeNumber"><a id="ftn1" href="#body_ftn1">1</a></span>Note text</p>',
    ],
  ])('with links that lead to each other: %s', async (_, html) => {
    expect(shape(await body(html))).toEqual(afterIt);
  });
  test('that are called twice lose their links back, however these are marked', async () => {
    const edition = await body(
      '<p>First<sup id="r0"><a href="#n">[1]</a></sup> here.</p><p>Second<sup id="r1"><a href="#n">[1]</a></sup> there.</p><ol><li id="n"><span class="mw-cite-backlink">↑ <sup><a href="#r0">1.0</a></sup> <sup><a href="#r1">1.1</a></sup></span> <span>The reference.</span></li></ol>',
    );
    expect(shape(edition)).toEqual([
      ['paragraph', undefined, 'First here.'],
      ['paragraph', undefined, 'Second there.'],
      ['footnote', '1', 'The reference.'],
    ]);
  });
  test('hold lists, quotations and several paragraphs in their order', async () => {
    const edition = await body(
      '<p>Alpha<a href="#f" role="doc-noteref"><sup>1</sup></a> one.</p><section role="doc-endnotes"><ol><li id="f"><p>He lists:</p><ol><li>item a</li><li>item b</li></ol><blockquote><p>(1) Quoted.</p></blockquote><p>End of note.</p></li></ol></section><p>Omega.</p>',
    );
    expect(shape(edition)).toEqual([
      ['paragraph', undefined, 'Alpha one.'],
      ['paragraph', undefined, 'Omega.'],
      ['footnote', '1', 'He lists:'],
      ['footnote', undefined, '1. item a'],
      ['footnote', undefined, '2. item b'],
      ['footnote', undefined, '(1) Quoted.'],
      ['footnote', undefined, 'End of note.'],
    ]);
  });
  test('on another page of an EPUB; those with the same mark have labels of their own', async () => {
    const edition = await read(
      'b.epub',
      epub({
        'a.xhtml': '<p>Wind<sup><a href="z.xhtml#x1">*</a></sup> rose.</p>',
        'b.xhtml': '<p>Rain<sup><a href="z.xhtml#x2">*</a></sup> fell.</p>',
        'z.xhtml': '<p id="x1">* From the <i>west</i>.</p><p id="x2">* All night.</p>',
      }),
    );
    expect(shape(edition)).toEqual([
      ['paragraph', undefined, 'Wind rose.'],
      ['paragraph', undefined, 'Rain fell.'],
      ['footnote', '*', 'From the west.'],
      ['footnote', '*-2', 'All night.'],
    ]);
    expect(spansOf(edition)).toContainEqual(['note', 4, '*-2']);
  });

  test('by named anchors and bare numbers; a table of contents has none', async () => {
    const edition = await read(
      'p.html',
      `<p><a href="#s1">1</a> <a href="#s2">2</a></p><h2 id="s1">1 One</h2><p>The gate <a name="r1" href="#n1">[1]</a>.</p>
       <h2 id="s2">2 Two</h2><p>Shut.</p><div><p><a name="n1" href="#r1">[1]</a> Of oak.</p></div>`,
    );
    expect(shape(edition)).toEqual([
      ['paragraph', undefined, '1 2'],
      ['heading', undefined, '1 One'],
      ['paragraph', undefined, 'The gate .'],
      ['heading', undefined, '2 Two'],
      ['paragraph', undefined, 'Shut.'],
      ['footnote', '1', 'Of oak.'],
    ]);
  });
});

test('a note is found by a name in any script', async () => {
  const edition = await read(
    'x.epub',
    epub({
      'a.xhtml':
        '<p>舟<a epub:type="noteref" href="#note-%E7%94%B2">甲</a></p><aside epub:type="footnote" id="note-甲"><p>渡船。</p></aside>',
    }),
  );
  expect(shape(edition)).toEqual([
    ['paragraph', undefined, '舟'],
    ['footnote', '甲', '渡船。'],
  ]);
});
