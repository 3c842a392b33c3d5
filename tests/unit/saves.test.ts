import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { FolderStore } from '../../lib/store/folder-store';
import { settleSaves } from '../../lib/store/journal';
import { PostgresStore } from '../../lib/store/postgres-store';
import { ConflictError, revisionOf, type Store } from '../../lib/store/store';
import { moveLibrary } from '../../lib/store/transfer';
import { readCorrections } from '../../lib/works/corrections';
import { restoreFile, restoreWork } from '../../lib/works/history';
import { importFiles } from '../../lib/works/import';
import { findEdition, loadWork } from '../../lib/works/load';
import { addNote, changeNote, readNotes } from '../../lib/works/notes';
import { saveCorrections } from '../../lib/works/save-corrections';
import { newDatabase } from '../postgres';

const home = mkdtempSync(path.join(tmpdir(), 'variorum-saves-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const newFolder = () => mkdtempSync(path.join(home, 'library-'));
const utf8 = (text: string) => new TextEncoder().encode(text);

const table = 'A (en),B (de)\nOne house.,Ein Haus.\nTwo trees.,Zwei Bäume.\nThree.,Drei.\n';
const given = (text: string, more: object = {}) => ({
  files: [{ name: 'table.csv', bytes: utf8(text) }],
  work: 'pairs',
  metadata: {},
  ...more,
});

describe('an import of several editions', () => {
  test('is whole, with what corresponds, and can be sent again', async () => {
    const folder = newFolder();
    const request = given(table, { workTitle: 'Pairs', sigla: ['A', 'B'] });
    const first = await importFiles(request, folder);
    expect(first).toMatchObject({ sigla: ['A', 'B'], confirmed: 3 });
    const before = await new FolderStore(folder).list();
    // The answer was lost on the way: the same is sent once more.
    expect(await importFiles(request, folder)).toMatchObject({ sigla: ['A', 'B'], confirmed: 3 });
    expect(await new FolderStore(folder).list()).toEqual(before);
    expect(readCorrections('pairs', folder).value.corrections).toHaveLength(3);
    const other = given(table.replace('Drei', 'Vier'), { workTitle: 'Pairs', sigla: ['A', 'B'] });
    await expect(importFiles(other, folder)).rejects.toThrow('there is a work “pairs” already');
  });

  test('replaces nothing that its writer has not seen, and says what is there', async () => {
    const folder = newFolder();
    await importFiles(given(table, { workTitle: 'Pairs', sigla: ['A', 'B'] }), folder);
    const text = (words: string) => given(words, { files: [{ name: 'a.md', bytes: utf8(words) }] });
    const save = (words: string, known: Record<string, string> = {}) =>
      importFiles({ ...text(words), sigla: ['A'], replace: true, known }, folder);
    const clash = await save('Mine.').catch((error) => error);
    expect(clash).toBeInstanceOf(ConflictError);
    expect(clash.clashes[0]).toMatchObject({
      siglum: 'A',
      theirs: expect.stringContaining('One house.'),
      yours: expect.stringContaining('Mine.'),
    });
    const { revision } = clash.clashes[0];
    await save('Mine.', { A: revision });
    // Another, who saw the same version as the first, learns what the first changed.
    const late = await save('Theirs.', { A: revision }).catch((error) => error);
    expect(late.message).toContain('has been changed since you read it');
    expect(late.clashes[0].theirs).toContain('Mine.');
    expect(readFileSync(path.join(folder, 'pairs', 'A.md'), 'utf8')).toContain('Mine.');
  });

  test('refuses names that other systems would take for one, or for a device', async () => {
    const folder = newFolder();
    const save = (siglum: string, work = 'w') =>
      importFiles(
        {
          files: [{ name: 'a.md', bytes: utf8('Text.') }],
          work,
          isNew: !existsSync(path.join(folder, work)),
          sigla: [siglum],
          metadata: {},
        },
        folder,
      );
    await save('Legge');
    await expect(save('LEGGE')).rejects.toThrow('small and capital letters');
    await expect(save('aux')).rejects.toThrow('Windows');
    await expect(save('A', 'com1')).rejects.toThrow('short name');
    expect(readdirSync(path.join(folder, 'w')).filter((name) => name.endsWith('.md'))).toEqual([
      'Legge.md',
    ]);
  });
});

describe('a save of several files that is ended in its middle', () => {
  test('is finished by whoever comes next, whichever step it had come to', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 3 }), async (done) => {
        const folder = newFolder();
        const store = new FolderStore(folder);
        await store.write(
          ['a', 'b', 'c'].map((name) => ({ path: `w/${name}.md`, content: 'old' })),
        );
        // As a save of three files leaves it: all is written beside, and some of it renamed.
        const steps = ['a', 'b', 'c'].map((name) => ({
          place: `w/${name}.md`,
          next: name === 'c' ? null : `w/.${name}.unfinished`,
        }));
        steps.forEach(({ place, next }, k) => {
          const file = path.join(folder, k < done ? place : (next ?? ''));
          if (next) writeFileSync(file, 'new');
          else if (k < done) rmSync(path.join(folder, place));
        });
        writeFileSync(path.join(folder, '.journal.json'), JSON.stringify(steps));
        await settleSaves(folder);
        expect((await store.list()).map(({ path: file, revision }) => [file, revision])).toEqual([
          ['w/a.md', revisionOf('new')],
          ['w/b.md', revisionOf('new')],
        ]);
        expect(readdirSync(path.join(folder, 'w')).filter((n) => n.endsWith('finished'))).toEqual(
          [],
        );
      }),
      { numRuns: 8 },
    );
  });

  test('does not lead out of the library', async () => {
    const folder = newFolder();
    const outside = path.join(home, 'outside.txt');
    writeFileSync(outside, 'mine');
    mkdirSync(path.join(folder, 'w'));
    writeFileSync(
      path.join(folder, '.journal.json'),
      JSON.stringify([
        { place: '../outside.txt', next: null },
        { place: outside, next: null },
      ]),
    );
    await settleSaves(folder);
    expect(readFileSync(outside, 'utf8')).toBe('mine');
  });
});

describe('what a newer version wrote', () => {
  test('is kept where this one saves: in notes, targets and corrections', async () => {
    const folder = newFolder();
    const store = new FolderStore(folder);
    await importFiles(given(table, { workTitle: 'Pairs', sigla: ['A', 'B'] }), folder);
    const { work } = await loadWork('pairs', folder);
    const [{ id }] = work.editions[0].segments;
    const old = { created: '2026-01-01', modified: '2026-01-01', text: 'x' };
    const later = {
      shade: 'green',
      notes: [{ id: 'n1', ...old, mood: 'bad', targets: [{ edition: 'A', segment: id, part: 3 }] }],
    };
    const corrections = JSON.parse(
      readFileSync(path.join(folder, 'pairs/corrections.json'), 'utf8'),
    );
    corrections.shade = 'blue';
    corrections.corrections[0].by = 'someone';
    await store.write([
      { path: 'pairs/notes.json', content: JSON.stringify(later) },
      { path: 'pairs/corrections.json', content: JSON.stringify(corrections) },
    ]);
    await changeNote('pairs', 'n1', 'other words', '2026-01-01', folder);
    const notes = JSON.parse(readFileSync(path.join(folder, 'pairs/notes.json'), 'utf8'));
    expect(notes).toMatchObject({
      shade: 'green',
      notes: [{ mood: 'bad', targets: [{ part: 3 }] }],
    });
    const { revision, value: known } = readCorrections('pairs', folder);
    const value = known.corrections;
    const again = await loadWork('pairs', folder);
    const [a, b] = ['A', 'B'].map((siglum) => findEdition(again.work, siglum));
    await saveCorrections(
      again.work,
      a,
      b,
      value.map(({ a: x, b: y }) => ({ a: x, b: y })),
      revision,
      folder,
    );
    const saved = JSON.parse(readFileSync(path.join(folder, 'pairs/corrections.json'), 'utf8'));
    expect(saved).toMatchObject({ shade: 'blue' });
    expect(saved.corrections[0].by).toBe('someone');
  });

  test('is read, and not changed, where its form is newer', async () => {
    const folder = newFolder();
    await importFiles(given(table, { workTitle: 'Pairs', sigla: ['A', 'B'] }), folder);
    const identity = JSON.parse(readFileSync(path.join(folder, 'library.json'), 'utf8'));
    expect(identity).toMatchObject({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), form: 1 });
    writeFileSync(path.join(folder, 'library.json'), JSON.stringify({ ...identity, form: 7 }));
    const { work } = await loadWork('pairs', folder);
    const target = { edition: 'A', segment: work.editions[0].segments[0].id };
    await expect(
      addNote(work, { targets: [target], text: 'x' }, undefined, folder),
    ).rejects.toMatchObject({ code: 'newer-form', message: expect.stringContaining('form 7') });
    expect(readNotes('pairs', folder).value).toEqual([]);
  });
});

const stores: Record<string, () => Promise<Store>> = {
  'a folder': async () => new FolderStore(newFolder()),
  PostgreSQL: async () => new PostgresStore(await newDatabase(inject('postgres'))),
};

describe.each(Object.entries(stores))('a library in %s', (_, make) => {
  test('is changed from one revision: what many add at once is all there', async () => {
    const store = await make();
    const add = (n: number) =>
      store.update(['w'], async ({ read }) => {
        const list = JSON.parse(Buffer.from((await read('w/list.json')) ?? utf8('[]')).toString());
        return [{ path: 'w/list.json', content: JSON.stringify([...list, n]) }];
      });
    await Promise.all(Array.from({ length: 25 }, (__, n) => add(n)));
    const list = JSON.parse(Buffer.from((await store.read('w/list.json'))!).toString());
    expect(list.sort((x: number, y: number) => x - y)).toEqual(
      Array.from({ length: 25 }, (__, n) => n),
    );
    await store.close();
  });
});

test('history is kept by the order of saves, whatever the clock says', async () => {
  const folder = newFolder();
  const store = new FolderStore(folder);
  const now = Date.now;
  try {
    for (let n = 0; n < 30; n++) {
      // The clock is set back by a day in the middle.
      Date.now = () => now() - (n >= 10 ? 86_400_000 : 0);
      await store.write([{ path: 'w/A.md', content: `${n}` }]);
    }
  } finally {
    Date.now = now;
  }
  const states = await store.replaced('w');
  expect(states.map(({ revision }) => revision)).toEqual(
    Array.from({ length: 20 }, (__, k) => revisionOf(`${28 - k}`)),
  );
});

test('a work is restored as a whole: the latest save, or all since a time', async () => {
  const folder = newFolder();
  const store = new FolderStore(folder);
  const read = async (name: string) => String((await store.read(`w/${name}`)) ?? '');
  await store.write([
    { path: 'w/A.md', content: 'a1' },
    { path: 'w/B.md', content: 'b1' },
  ]);
  const since = new Date().toISOString();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await store.write([{ path: 'w/A.md', content: 'a2' }]);
  await store.write([
    { path: 'w/A.md', content: null },
    { path: 'w/B.md', content: null },
  ]);
  expect(await restoreWork('w', folder)).toHaveLength(2);
  expect([await read('A.md'), await read('B.md')]).toEqual(['a2', 'b1']);
  await restoreWork('w', folder, since);
  expect([await read('A.md'), await read('B.md')]).toEqual(['a1', 'b1']);
  expect((await restoreFile('w', 'A.md', folder, revisionOf('a2'))).path).toBe('w/A.md');
  expect(await read('A.md')).toBe('a2');
});

describe('a folder and a database', () => {
  test('of different libraries, or one made anew, are brought together by --force alone', async () => {
    const before = process.env.DATABASE_URL;
    try {
      const folder = newFolder();
      const store = new FolderStore(folder);
      const names = Array.from({ length: 30 }, (__, k) => `w/e${k}.md`);
      await store.write(names.map((file) => ({ path: file, content: file })));
      process.env.DATABASE_URL = await newDatabase(inject('postgres'));
      expect((await moveLibrary('push', folder)).written).toHaveLength(30);
      expect(await moveLibrary('pull', folder)).toMatchObject({ written: [], taken: [] });

      // The database is made anew; what is pulled from it is not what the folder is a copy of.
      process.env.DATABASE_URL = await newDatabase(inject('postgres'));
      await expect(moveLibrary('pull', folder)).rejects.toThrow('it may have been made anew');
      expect(await store.list()).toHaveLength(30);
      expect((await moveLibrary('push', folder)).written).toHaveLength(30);

      const other = newFolder();
      await new FolderStore(other).write([{ path: 'x/A.md', content: 'x' }]);
      await expect(moveLibrary('push', other)).rejects.toThrow('different libraries');
      await expect(moveLibrary('pull', other)).rejects.toThrow('different libraries');

      const emptied = new PostgresStore(process.env.DATABASE_URL);
      await emptied.write(names.slice(0, 4).map((file) => ({ path: file, content: null })));
      await expect(moveLibrary('pull', folder)).rejects.toThrow('take out 4 of 30 files');
      expect((await moveLibrary('pull', folder, true)).taken).toHaveLength(4);
      expect(await restoreWork('w', folder)).toHaveLength(4);
      expect(await store.list()).toHaveLength(30);
    } finally {
      if (before === undefined) delete process.env.DATABASE_URL;
      else process.env.DATABASE_URL = before;
    }
  });
});
