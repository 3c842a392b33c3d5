import { describe, expect, test } from 'vitest';
import { lines, omitted, read } from '../reading';

/** A page of a site, with words of our own. */
const page = (body: string, title = 'A boat') =>
  read('x.html', `<html><head><title>${title}</title></head><body>${body}</body></html>`);

describe('lines of links to other pages', () => {
  test('at the beginning and the end of a page are reported', async () => {
    const edition = await page(
      '<center><a href="../index.htm">Boats</a> <a href="b2.htm">Next</a></center><hr><h3>One</h3><p>It <a href="b9.htm">sailed</a>.</p><hr><p class="footer"><a href="i.htm">Archive</a> | <a href="../i.htm">Home</a></p>',
    );
    expect(lines(edition)).toEqual(['heading: One', 'paragraph: It sailed.']);
    expect(omitted(edition)).toEqual({ 'links to other pages': ['Boats Next', 'Archive | Home'] });
  });

  test.each([
    ['within the text', '<p>One.</p><p><a href="b.htm">Two</a></p><p>Three.</p>', 3],
    ['to another site', '<p>One.</p><p><a href="https://example.org/">Source</a></p>', 2],
    ['to a place of the page', '<p><a href="#a">One</a></p><p id="a">Two.</p>', 2],
    ['alone on the page', '<p><a href="a.htm">One</a></p><p><a href="b.htm">Two</a></p>', 2],
    [
      'in a list of contents',
      '<h1>Contents</h1><ul><li><a href="a.htm">One</a></li><li><a href="b.htm">Two</a></li></ul>',
      3,
    ],
  ])('%s they stay', async (_, body, count) => {
    const edition = await page(body);
    expect(edition.segments).toHaveLength(count);
    expect(omitted(edition)).toEqual({});
  });
});

test('a note that leads back by its page and number is one', async () => {
  const edition = await page(
    '<p>It sailed.<a name="fr_1"></a><a href="#fn_1"><font size="1">1</font></a></p><h3>Footnotes</h3><p><a name="fn_1"></a><a href="x.htm#fr_1">11:1</a> Slowly.</p>',
  );
  expect(lines(edition)).toEqual([
    'paragraph: It sailed.',
    'heading: Footnotes',
    'footnote: 1 Slowly.',
  ]);
});

test('remarks of Google Docs are not notes', async () => {
  const edition = await page(
    '<p>It sailed.<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p><div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Which one?</span></p></div>',
  );
  expect(lines(edition)).toEqual(['paragraph: It sailed.']);
  expect(omitted(edition)).toEqual({ comments: ['[a]Which one?'] });
});

test('a title is without the name of the site, where a heading says it', async () => {
  expect((await page('<h1>A boat</h1><p>It sailed.</p>', 'A boat - Library of boats')).title).toBe(
    'A boat',
  );
  expect((await page('<h1>Boats</h1><p>It sailed.</p>', 'A boat - 1949')).title).toBe(
    'A boat - 1949',
  );
});
