import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { closeDatabase } from '../../lib/store/database';
import { FolderStore } from '../../lib/store/folder-store';
import { PostgresStore } from '../../lib/store/postgres-store';
import { formVersion, type Store } from '../../lib/store/store';
import { checkWork } from '../../lib/works/check';
import { restoreFile } from '../../lib/works/history';
import { loadWork } from '../../lib/works/load';
import { addNote, placeNotes } from '../../lib/works/notes';
import { newDatabase } from '../postgres';
import { startApp } from '../processes';

// A library that an early version wrote, before libraries had an identity and a form: the same work in
// a folder and in a database, with links, a note, names, verse, notes at the foot, and what a save replaced.

const fixture = 'tests/fixtures/upgrade';
const slug = 'by-the-river';
const folder = mkdtempSync(path.join(tmpdir(), 'variorum-upgrade-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function filesOf(store: Store): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const { path: file } of await store.list()) {
    files[file] = Buffer.from((await store.read(file)) ?? []).toString();
  }
  return files;
}

describe('a library in a folder, of an earlier version', () => {
  const library = path.join(folder, 'library');
  cpSync(path.join(fixture, 'library'), library, { recursive: true });
  // Under its own name version control would leave it out.
  renameSync(path.join(library, slug, 'history'), path.join(library, slug, '.history'));
  const store = new FolderStore(library);

  test('is read whole, without a problem', async () => {
    const { work, notes, problems } = await loadWork(slug, library);
    expect(problems).toEqual([]);
    expect(work.order).toEqual(['zh', 'A', 'song']);
    expect(work.names).toEqual([['老人', 'old man']]);
    expect(work.corrections).toHaveLength(1);
    expect(placeNotes(work, notes).map(({ targets, text }) => [targets[0].state, text])).toEqual([
      ['here', 'Which morning?'],
    ]);
    const song = work.editions[2].segments;
    expect(song.map(({ text }) => text)).toEqual([
      'The river runs',
      'and the boat waits',
      'A last line.',
      'A note at the foot.',
    ]);
    expect((await checkWork(slug, library, true)).errors).toEqual([]);
  });

  test('is changed, keeps what it replaced before, and gets an identity', async () => {
    expect(await store.identity()).toBeNull();
    const before = await filesOf(store);
    const { work } = await loadWork(slug, library);
    const [, { siglum, segments }] = work.editions;
    const target = { edition: siglum, segment: segments[1].id };
    await addNote(work, { text: 'A new note.', targets: [target] }, undefined, library);
    const after = await filesOf(store);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect({ ...after, [`${slug}/notes.json`]: '' }).toEqual({
      ...before,
      [`${slug}/notes.json`]: '',
    });
    expect((await loadWork(slug, library)).notes).toHaveLength(2);
    expect((await store.identity())?.form).toBe(formVersion);
    await restoreFile(slug, 'A.md', library);
    const { work: restored } = await loadWork(slug, library);
    expect(restored.editions[1].segments).toHaveLength(2);
  });
});

test('a library in a database, of an earlier version, is served, changed and signed in to', async () => {
  const url = await newDatabase(inject('postgres'));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(readFileSync(path.join(fixture, 'database.sql'), 'utf8'));
  await client.end();
  const store = new PostgresStore(url);
  expect(Object.keys(await filesOf(store))).toEqual(
    ['A.md', 'corrections.json', 'notes.json', 'song.md', 'work.json', 'zh.md'].map(
      (name) => `${slug}/${name}`,
    ),
  );
  const [replaced] = await store.replaced(slug);
  const text = Buffer.from((await store.readReplaced(replaced)) ?? []).toString();
  expect(text).toContain('The child lit the lamp.');
  expect(text).not.toContain('The end.');
  const app = await startApp({
    DATABASE_URL: url,
    VARIORUM_SECRET: 'only for these tests, and long enough',
  });
  try {
    const body = new URLSearchParams({
      email: 'mei@example.org',
      password: 'correct horse battery',
    });
    const at = `${app.url}/api/account/sign-in`;
    const answer = await fetch(at, { method: 'POST', body, redirect: 'manual' });
    const cookie = answer.headers.getSetCookie().join('; ').split(';')[0];
    const { segments } = await (await app.get(`/api/works/${slug}/editions/A`)).json();
    const note = { text: 'Hers still.', targets: [{ edition: 'A', segment: segments[0].id }] };
    expect((await app.send('POST', `/api/works/${slug}/notes`, note, { cookie })).status).toBe(201);
    const { notes } = await (await app.get(`/api/works/${slug}/notes`)).json();
    expect(notes.map((each: { text: string }) => each.text)).toEqual([
      'Which morning?',
      'Hers still.',
    ]);
  } finally {
    await app.end('SIGKILL');
    await closeDatabase(url);
  }
});
