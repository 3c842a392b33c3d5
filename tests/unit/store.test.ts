import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { FolderStore } from '../../lib/store/folder-store';
import { MirroredStore } from '../../lib/store/mirror';
import { PostgresStore } from '../../lib/store/postgres-store';
import { ConflictError, noRevision, revisionOf, type Store } from '../../lib/store/store';
import { sendLibrary } from '../../lib/store/sync';
import { newDatabase } from '../postgres';

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'variorum-store-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const kinds: Record<string, () => Promise<Store>> = {
  'a folder': async () => new FolderStore(newFolder()),
  PostgreSQL: async () => new PostgresStore(await newDatabase(inject('postgres'))),
  'PostgreSQL with a copy': async () =>
    new MirroredStore(new PostgresStore(await newDatabase(inject('postgres'))), newFolder()),
};

const text = async (store: Store, file: string) => {
  const content = await store.read(file);
  return content && Buffer.from(content).toString();
};

describe.each(Object.entries(kinds))('a library in %s', (_, make) => {
  let store: Store;
  beforeAll(async () => {
    store = await make();
  });
  afterAll(() => store.close());

  test('gives back to the byte what was saved', async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, k) => (k * 31) % 256);
    await store.write([
      { path: 'book/A.md', content: 'Ein Text, 一篇文章\r\n\u0000' },
      { path: 'book/仁.md', content: bytes },
      { path: 'book/scans/one.bin', content: new Uint8Array() },
    ]);
    expect(await text(store, 'book/A.md')).toBe('Ein Text, 一篇文章\r\n\u0000');
    expect(Buffer.from((await store.read('book/仁.md'))!).equals(bytes)).toBe(true);
    expect((await store.read('book/scans/one.bin'))!.length).toBe(0);
    expect(await store.read('book/B.md')).toBeNull();
    expect(await store.list()).toEqual([
      { path: 'book/A.md', revision: revisionOf('Ein Text, 一篇文章\r\n\u0000') },
      { path: 'book/scans/one.bin', revision: revisionOf('') },
      { path: 'book/仁.md', revision: revisionOf(bytes) },
    ]);
  });

  test('makes all changes of a save or none', async () => {
    await store.write([{ path: 'all/one.md', content: '1' }]);
    const save = store.write([
      { path: 'all/two.md', content: '2' },
      { path: 'all/one.md', content: 'other', expected: noRevision },
    ]);
    await expect(save).rejects.toThrow(ConflictError);
    expect(await store.read('all/two.md')).toBeNull();
    expect(await text(store, 'all/one.md')).toBe('1');
  });

  test('reports a writer who has not seen the latest', async () => {
    await store.write([{ path: 'seen/notes.json', content: 'a', expected: noRevision }]);
    const known = revisionOf('a');
    await store.write([{ path: 'seen/notes.json', content: 'b', expected: known }]);
    await expect(
      store.write([{ path: 'seen/notes.json', content: 'c', expected: known }]),
    ).rejects.toThrow('seen/notes.json has changed');
    await store.write([{ path: 'seen/notes.json', content: null }]);
    await expect(
      store.write([{ path: 'seen/notes.json', content: 'd', expected: revisionOf('b') }]),
    ).rejects.toThrow('has been taken out');
  });

  test('keeps what saves replace, the latest first, and gives it back', async () => {
    for (const content of ['first', 'second', 'third']) {
      await store.write([{ path: 'kept/A.md', content }]);
    }
    await store.write([{ path: 'kept/A.md', content: null }]);
    const replaced = await store.replaced('kept');
    expect(replaced.map(({ revision }) => revision)).toEqual(
      ['third', 'second', 'first'].map(revisionOf),
    );
    const contents = await Promise.all(replaced.map((each) => store.readReplaced(each)));
    expect(contents.map((content) => Buffer.from(content!).toString())).toEqual([
      'third',
      'second',
      'first',
    ]);
    expect(await store.replaced('book')).toEqual([]);
    expect((await store.list()).map(({ path: file }) => file)).not.toContain('kept/A.md');
  });

  test('keeps what saves add to a work, when that is asked for', async () => {
    await store.write([
      { path: 'grown/work.json', content: '{}' },
      { path: 'grown/A.md', content: 'a' },
    ]);
    expect(await store.replaced('grown', true)).toEqual([]);
    await store.write([
      { path: 'grown/notes.json', content: '[]' },
      { path: 'grown/A.md', content: 'b' },
    ]);
    const all = await store.replaced('grown', true);
    expect(all.map(({ path: file, revision }) => [file, revision]).sort()).toEqual([
      ['grown/A.md', revisionOf('a')],
      ['grown/notes.json', noRevision],
    ]);
    expect(new Set(all.map(({ save }) => save)).size).toBe(1);
    expect((await store.replaced('grown')).map(({ path: file }) => file)).toEqual(['grown/A.md']);
  });

  test('keeps what is of the library itself beside its works, and what replaces it', async () => {
    const path = 'regularisation.json';
    const there = async () => (await store.list()).filter((each) => each.path === path);
    expect(await there()).toEqual([]);
    await store.write([{ path, content: '{}' }]);
    await store.write([{ path, content: '{"rules":[]}', expected: revisionOf('{}') }]);
    expect(await text(store, path)).toBe('{"rules":[]}');
    expect(await there()).toEqual([{ path, revision: revisionOf('{"rules":[]}') }]);
    await expect(store.write([{ path, content: '', expected: 'x' }])).rejects.toThrow(
      'has changed',
    );
    const [kept] = await store.replaced('');
    expect(kept).toMatchObject({ path, revision: revisionOf('{}') });
    expect(Buffer.from((await store.readReplaced(kept))!).toString()).toBe('{}');
    expect(await store.worksEver()).not.toContain('');
    await store.write([{ path, content: null }]);
    expect(await there()).toEqual([]);
    await expect((async () => store.read('other.json'))()).rejects.toThrow('cannot be the name');
  });

  test('keeps the twenty latest states of a file', async () => {
    for (let n = 0; n < 26; n++) await store.write([{ path: 'many/A.md', content: `${n}` }]);
    const replaced = await store.replaced('many');
    expect(replaced).toHaveLength(20);
    expect(replaced[0].revision).toBe(revisionOf('24'));
  });

  test('loses nothing of what many write at once', async () => {
    const file = 'crowd/count.json';
    await store.write([{ path: file, content: '0' }]);
    let conflicts = 0;
    const addOne = async () => {
      for (;;) {
        const now = (await text(store, file))!;
        try {
          await store.write([
            { path: file, content: String(Number(now) + 1), expected: revisionOf(now) },
          ]);
          return;
        } catch (error) {
          if (!(error instanceof ConflictError)) throw error;
          conflicts++;
        }
      }
    };
    await Promise.all(Array.from({ length: 12 }, addOne));
    expect(await text(store, file)).toBe('12');
    expect(conflicts).toBeGreaterThan(0);
  });

  test.each([
    '../x',
    'a/../b',
    'A/x.md',
    'a/.hidden',
    'a/b/../../c',
    'a',
    'a/',
    '/etc/passwd',
    'a\\b/c',
    'a/\u0000',
    'a/..',
  ])('follows no path out of it: %j', async (file) => {
    await expect(store.write([{ path: file, content: 'x' }])).rejects.toThrow('cannot be the name');
    await expect((async () => store.read(file))()).rejects.toThrow('cannot be the name');
  });
});

describe('a library that is moved', () => {
  test('comes to a database and back without loss', async () => {
    const here = new FolderStore('editions');
    const database = new PostgresStore(await newDatabase(inject('postgres')));
    const there = new FolderStore(newFolder());
    const pushed = await sendLibrary(here, database, new Map());
    expect(pushed.written.length).toBeGreaterThan(5);
    await sendLibrary(database, there, new Map());
    expect(await there.list()).toEqual(await here.list());
    for (const { path: file } of await here.list()) {
      expect(Buffer.from((await there.read(file))!)).toEqual(Buffer.from((await here.read(file))!));
    }
    await database.close();
  });

  test('brings what changed on one side, and refuses what changed on both', async () => {
    const [a, b] = [new FolderStore(newFolder()), new FolderStore(newFolder())];
    await a.write([
      { path: 'w/A.md', content: 'a' },
      { path: 'w/B.md', content: 'b' },
      { path: 'w/C.md', content: 'c' },
    ]);
    const { last } = await sendLibrary(a, b, new Map());
    await a.write([
      { path: 'w/A.md', content: 'a2' },
      { path: 'w/B.md', content: null },
    ]);
    await b.write([{ path: 'w/C.md', content: 'c2' }]);
    const second = await sendLibrary(a, b, last);
    expect(second).toMatchObject({ written: ['w/A.md'], taken: ['w/B.md'], ahead: ['w/C.md'] });
    expect(await text(b, 'w/C.md')).toBe('c2');
    const back = await sendLibrary(b, a, second.last);
    expect(back).toMatchObject({ written: ['w/C.md'], taken: [], ahead: [] });
    expect(await a.list()).toEqual(await b.list());

    await a.write([
      { path: 'w/A.md', content: 'mine' },
      { path: 'w/new.md', content: 'n' },
    ]);
    await b.write([{ path: 'w/A.md', content: 'theirs' }]);
    await expect(sendLibrary(a, b, back.last)).rejects.toThrow('changed in both places');
    expect(await b.read('w/new.md')).toBeNull();
    await sendLibrary(a, b, back.last, true);
    expect(await text(b, 'w/A.md')).toBe('mine');
    const [kept] = await b.replaced('w');
    expect(Buffer.from((await b.readReplaced(kept))!).toString()).toBe('theirs');
  });
});

test('a copy is brought up to date with what others have saved', async () => {
  const url = await newDatabase(inject('postgres'));
  const source = new PostgresStore(url);
  const folder = newFolder();
  const copy = new MirroredStore(source, folder);
  await source.write([
    { path: 'one/A.md', content: 'a' },
    { path: 'two/A.md', content: 'a' },
  ]);
  expect(await copy.refresh()).toEqual(['one/A.md', 'two/A.md']);
  await source.write([{ path: 'regularisation.json', content: '{}' }]);
  expect(await copy.refresh()).toEqual(['regularisation.json']);
  expect(readdirSync(folder)).toContain('regularisation.json');
  await source.write([{ path: 'regularisation.json', content: null }]);
  expect(await copy.refresh()).toEqual(['regularisation.json']);
  expect(await copy.refresh()).toEqual([]);
  await source.write([{ path: 'two/A.md', content: null }]);
  await source.write([{ path: 'one/A.md', content: 'b' }]);
  expect(await copy.refresh()).toEqual(['one/A.md', 'two/A.md']);
  expect(readdirSync(folder).filter((name) => !name.startsWith('.'))).toEqual(['one']);
  // Another process that shares the copy, and knows nothing of this one.
  const other = new MirroredStore(source, folder);
  await other.write([{ path: 'one/A.md', content: 'c', expected: revisionOf('b') }]);
  expect(await copy.refresh()).toEqual(['one/A.md']);
  await source.close();
});
