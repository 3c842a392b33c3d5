import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { editFrontMatter } from '../../lib/edition/edit-front-matter';
import { storeOf } from '../../lib/store/open';
import { noRevision, revisionOf } from '../../lib/store/store';
import { editParagraph, readParagraph } from '../../lib/works/edit-paragraph';
import { editEdition, editWork, removeEdition, removeWork } from '../../lib/works/edit-work';
import { workHistory } from '../../lib/works/history';
import { importFiles } from '../../lib/works/import';
import { findEdition, loadWork } from '../../lib/works/load';
import { addNote } from '../../lib/works/notes';
import { saveCorrections } from '../../lib/works/save-corrections';
import { earlierStates, undoChanges } from '../../lib/works/undo';

const home = mkdtempSync(path.join(tmpdir(), 'variorum-edit-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const utf8 = (text: string) => new TextEncoder().encode(text);

let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(path.join(home, 'library-'));
  const add = (name: string, text: string, more: object) =>
    importFiles(
      { files: [{ name, bytes: utf8(text) }], work: 'boat', metadata: {}, ...more },
      folder,
    );
  await add('a.md', '# Boat\n\nThe boat came at noon.\n\nAmen.\n\nIt left.\n\nAmen.\n', {
    sigla: ['A'],
    workTitle: 'The boat',
  });
  await add('b.md', '# Boot\n\nDas Boot kam am Mittag.\n\nAmen.\n\nEs ging.\n\nAmen.\n', {
    sigla: ['B'],
    metadata: { basedOn: 'A', language: 'de' },
  });
});
const load = async () => loadWork('boat', folder);
const segments = async (siglum: string) => findEdition((await load()).work, siglum).segments;
const read = async (name: string) => {
  const content = await (await storeOf(folder)).read(`boat/${name}`);
  return content && Buffer.from(content).toString('utf8');
};
const link = async () => {
  const { work, correctionsRevision } = await load();
  const [a, b] = [findEdition(work, 'A'), findEdition(work, 'B')];
  const beads = [1, 4].map((k) => ({ a: [a.segments[k].id], b: [b.segments[k].id] }));
  await saveCorrections(work, a, b, beads, correctionsRevision, folder);
  const target = { edition: 'A', segment: a.segments[1].id, start: 4, end: 8 };
  await addNote(work, { targets: [target], text: 'Which boat?' }, undefined, folder);
};

describe('a paragraph corrected where it stands', () => {
  test('takes its links and notes along, and can be undone', async () => {
    await link();
    const { id } = (await segments('A'))[1];
    const before = await read('A.md');
    const { source, revision } = await readParagraph('boat', 'A', id, folder);
    expect(source).toBe('The boat came at noon.');
    const text = 'At noon the old boat *came*.';
    const { changed, segment } = await editParagraph('boat', 'A', id, text, revision, folder);
    const found = await load();
    expect(found.problems).toEqual([]);
    expect(findEdition(found.work, 'A').segments[1]).toMatchObject({
      id: segment,
      text: 'At noon the old boat came.',
    });
    expect(found.work.corrections[0].a).toEqual([segment]);
    expect(found.notes[0].targets[0]).toMatchObject({ segment, start: 16, end: 20, quote: 'boat' });
    expect((await read('A.md'))?.replace(text, 'The boat came at noon.')).toBe(before);
    await undoChanges('boat', changed, folder);
    expect(await read('A.md')).toBe(before);
    expect((await load()).problems).toEqual([]);
  });

  test('of equal ones, the others keep their links though their numbers change', async () => {
    await link();
    const list = await segments('A');
    const { revision } = await readParagraph('boat', 'A', list[2].id, folder);
    await editParagraph('boat', 'A', list[2].id, 'So be it.', revision, folder);
    const { work, problems } = await load();
    expect(problems).toEqual([]);
    expect(work.corrections[1].a).toEqual([(await segments('A'))[4].id]);
  });

  test('divided by a blank line is linked as a whole; blanked, it is gone', async () => {
    await link();
    const { id } = (await segments('A'))[1];
    const { revision } = await readParagraph('boat', 'A', id, folder);
    await editParagraph('boat', 'A', id, 'The boat\n\ncame at noon.', revision, folder);
    const list = await segments('A');
    expect((await load()).work.corrections[0].a).toEqual([list[1].id, list[2].id]);
    const again = await readParagraph('boat', 'A', list[2].id, folder);
    await editParagraph('boat', 'A', list[2].id, ' ', again.revision, folder);
    expect((await segments('A')).map(({ text }) => text)).toEqual([
      'Boat',
      'The boat',
      'Amen.',
      'It left.',
      'Amen.',
    ]);
    expect((await load()).problems).toEqual([]);
  });

  test('is refused where someone has saved since, or where others would change', async () => {
    const { id } = (await segments('A'))[1];
    const { revision } = await readParagraph('boat', 'A', id, folder);
    await expect(editParagraph('boat', 'A', id, 'X', 'other', folder)).rejects.toThrow(
      'has been changed',
    );
    await expect(editParagraph('boat', 'A', id, '```\nX', revision, folder)).rejects.toThrow(
      'other paragraphs',
    );
    await expect(readParagraph('boat', 'A', 'p0', folder)).rejects.toThrow('no such paragraph');
  });

  test('in a list and a quotation keeps its marks', async () => {
    const text = '> A quoted\n> line.\n\n- One\n- Two\n  and more\n';
    await (await storeOf(folder)).write([{ path: 'boat/C.md', content: text }]);
    for (const [at, was, words] of [
      [0, 'A quoted\nline.', 'A longer\nquoted line.'],
      [2, 'Two\nand more', 'Two\nand\nless'],
    ] as const) {
      const { id } = (await segments('C'))[at];
      const { source, revision } = await readParagraph('boat', 'C', id, folder);
      expect(source).toBe(was);
      await editParagraph('boat', 'C', id, words, revision, folder);
    }
    expect(await read('C.md')).toContain(
      '> A longer\n> quoted line.\n\n- One\n- Two\n  and\n  less',
    );
  });
});

describe('editions and works', () => {
  test('an edition is renamed with all that names it, and that is undone', async () => {
    await link();
    const groups = [{ siglum: 'α', members: ['A', 'B'] }];
    await editWork('boat', { apparatus: { positive: false, groups, lemma: 'majority' } }, folder);
    const changed = await editEdition(
      'boat',
      'A',
      { siglum: 'First', title: 'The first' },
      undefined,
      folder,
    );
    const { work, problems, notes } = await load();
    expect(problems).toEqual([]);
    expect(work.editions.map(({ siglum, title, basedOn }) => [siglum, title, basedOn])).toEqual([
      ['First', 'The first', null],
      ['B', 'B', 'First'],
    ]);
    expect(work.corrections[0].editions).toEqual(['First', 'B']);
    expect(notes[0].targets[0].edition).toBe('First');
    expect(work.apparatus).toEqual({
      positive: false,
      groups: [{ siglum: 'α', members: ['First', 'B'] }],
      lemma: 'majority',
    });
    await expect(editEdition('boat', 'B', { siglum: 'first' }, undefined, folder)).rejects.toThrow(
      'already',
    );
    const redo = await undoChanges('boat', changed, folder);
    expect((await load()).work.editions.map(({ siglum }) => siglum)).toEqual(['A', 'B']);
    await undoChanges('boat', redo, folder);
    expect((await load()).work.editions.map(({ siglum }) => siglum)).toEqual(['First', 'B']);
    await expect(
      undoChanges(
        'boat',
        changed.map((each) => ({ ...each, after: noRevision })),
        folder,
      ),
    ).rejects.toThrow();
  });

  test('an edition is taken out with its place in the order, and restored', async () => {
    const changed = await removeEdition(
      'boat',
      'A',
      revisionOf((await read('A.md')) ?? ''),
      folder,
    );
    const { work, problems } = await load();
    expect([work.editions.map(({ siglum }) => siglum), problems]).toEqual([['B'], []]);
    await undoChanges('boat', changed, folder);
    expect((await load()).work.base).toBe('A');
    const states = async () => {
      const now = new Map((await (await storeOf(folder)).list()).map((f) => [f.path, f.revision]));
      return earlierStates(await workHistory('boat', folder, true), now);
    };
    // While the edition is as it was, nothing offers to put it back.
    const offered = async () =>
      (await states()).filter(({ files }) =>
        files.some(({ path, before }) => path === 'boat/A.md' && before !== noRevision),
      );
    expect(await offered()).toEqual([]);
    await removeEdition('boat', 'A', undefined, folder);
    const [state] = await offered();
    expect(state.saved).toContain('boat/A.md');
    expect(state.files.find(({ path }) => path === 'boat/A.md')?.after).toBe(noRevision);
    await undoChanges('boat', state.files, folder);
    expect(await offered()).toEqual([]);
    await expect(removeEdition('boat', 'A', 'other', folder)).rejects.toThrow('changed since');
    await expect(removeEdition('boat', 'Z', undefined, folder)).rejects.toThrow('no edition');
  });

  test('an earlier state holds what later saves have changed, too', async () => {
    const states = async () => {
      const now = new Map((await (await storeOf(folder)).list()).map((f) => [f.path, f.revision]));
      return earlierStates(await workHistory('boat', folder, true), now);
    };
    await editWork('boat', { title: 'First title' }, folder);
    const before = (await states()).length;
    await editWork('boat', { title: 'Second title' }, folder);
    await removeEdition('boat', 'B', undefined, folder);
    const [latest, earlier] = await states();
    expect((await states()).length).toBe(before + 2);
    expect(latest.files.map(({ path }) => path)).toContain('boat/B.md');
    // Before the second title B was there: both go back.
    await undoChanges('boat', earlier.files, folder);
    const { work } = await load();
    expect([work.title, work.editions.map(({ siglum }) => siglum)]).toEqual([
      'First title',
      ['A', 'B'],
    ]);
  });

  test('an edition that has got another siglum since is put back under its own', async () => {
    const states = async () => {
      const now = new Map((await (await storeOf(folder)).list()).map((f) => [f.path, f.revision]));
      return earlierStates(await workHistory('boat', folder, true), now);
    };
    const sigla = async () => (await load()).work.editions.map(({ siglum }) => siglum);
    const before = await sigla();
    await editEdition('boat', 'A', { siglum: 'First' }, undefined, folder);
    expect(await sigla()).toContain('First');
    const [renaming] = await states();
    await undoChanges('boat', renaming.files, folder);
    expect(await sigla()).toEqual(before);
  });

  test('a work is renamed, put in order, taken out and restored', async () => {
    await editWork('boat', { title: 'A boat', order: ['B', 'A'], author: 'X' }, folder);
    await editWork('boat', { author: null }, folder);
    const { work } = await load();
    expect([work.title, work.author, work.editions.map(({ siglum }) => siglum)]).toEqual([
      'A boat',
      undefined,
      ['B', 'A'],
    ]);
    await expect(editWork('boat', { title: ' ' }, folder)).rejects.toThrow('must not be empty');
    await expect(editWork('none', { title: 'x' }, folder)).rejects.toThrow('no work');
    const changed = await removeWork('boat', folder);
    await expect(load()).rejects.toThrow('no work');
    await undoChanges('boat', changed, folder);
    expect((await load()).work.title).toBe('A boat');
    await expect(
      undoChanges('boat', [{ path: 'other/x.md', before: 'none', after: 'none' }], folder),
    ).rejects.toThrow('not a file of this work');
  });

  test('front matter keeps what it has besides, and refuses what cannot be', () => {
    const source = '---\r\n# mine\r\ntitle: X\r\nnote: y\r\n---\r\n\r\nText.\r\n';
    expect(editFrontMatter(source, { title: 'Z', date: '1949' })).toBe(
      '---\r\n# mine\r\ntitle: Z\r\nnote: y\r\ndate: "1949"\r\n---\r\n\r\nText.\r\n',
    );
    expect(editFrontMatter('Text.', { title: 'Z' })).toBe('---\ntitle: Z\n---\n\nText.');
    expect(editFrontMatter('---\ntitle: Z\n---\nText.', { title: null })).toBe('---\n---\nText.');
    expect(() => editFrontMatter('Text.', { language: 'not a tag' })).toThrow('BCP 47');
    expect(() => editFrontMatter('+++\ntitle = "X"\n+++\n', { title: 'Z' })).toThrow('not YAML');
  });
});
