import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { expect, test } from 'vitest';
import { readHtml } from '../../lib/formats/html/read';
import { groupSilentRuns } from '../../lib/formats/html/silent-runs';

const longest = (node: Root | Root['children'][number]): number =>
  'children' in node ? Math.max(node.children.length, ...node.children.map(longest)) : 0;

const bookmarks = (count: number) =>
  Array.from({ length: count }, (_, k) => `<a id="b${k}"></a>`).join('\n');

test('thousands of bookmarks in a row are no long row, and every word and id stays', () => {
  const html = `<p>Before${bookmarks(5000)}<b>within</b>${bookmarks(5000)}after.</p><p>Next.</p>`;
  const tree = fromHtml(html, { fragment: true });
  groupSilentRuns(tree);
  expect(longest(tree)).toBeLessThan(40);
  expect(textOf(tree).replace(/\s+/g, ' ')).toBe('Before within after.Next.');
  expect(JSON.stringify(tree).match(/"id":"b\d+"/g)).toHaveLength(10_000);
});

test('short rows and rows of what shows something are left as they are', () => {
  const html = `<p>a${'<br>'.repeat(100)}${'<img src="a">'.repeat(100)}${bookmarks(4)} b</p>`;
  const tree = fromHtml(html, { fragment: true });
  const before = JSON.stringify(tree);
  groupSilentRuns(tree);
  expect(JSON.stringify(tree)).toBe(before);
});

test('a page is read as it is without them', () => {
  const read = (middle: string) => {
    const html = `<!DOCTYPE html><p>One ${middle}<em>two</em> three</p>${middle}<p>Four.</p>`;
    const bytes = new TextEncoder().encode(html);
    const { editions } = readHtml({ bytes, name: 'page.html' });
    return editions[0].segments.map(({ text }) => text);
  };
  expect(read(bookmarks(500))).toEqual(read(''));
  expect(read('')).toEqual(['One two three', 'Four.']);
});
