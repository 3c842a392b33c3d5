import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { backUp } from '../../lib/store/backup';
import { closeDatabase } from '../../lib/store/database';
import { FolderStore } from '../../lib/store/folder-store';
import { PostgresStore } from '../../lib/store/postgres-store';
import type { Store } from '../../lib/store/store';
import { sendLibrary } from '../../lib/store/sync';
import { newDatabase } from '../postgres';
import { startApp } from '../processes';

// The drill of docs/hosts.md: backed up at night, lost by day, brought back.

const folder = mkdtempSync(path.join(tmpdir(), 'variorum-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const variorum = (env: Record<string, string>, input: string, ...args: string[]) =>
  spawnSync(process.execPath, ['lib/cli/bin.mjs', ...args], {
    env: { ...process.env, ...env },
    input,
    encoding: 'utf8',
  });

/** All that a library holds: files, and what saves have replaced, with their contents. */
async function contents(store: Store) {
  const history = [];
  for (const slug of await store.worksEver()) {
    for (const each of await store.replaced(slug, true)) {
      const content = await store.readReplaced(each);
      history.push({ ...each, content: Buffer.from(content ?? []).toString('base64') });
    }
  }
  return { files: await store.list(), history, identity: await store.identity() };
}

/** Saves twice, so that there is a history, and takes a file out. */
async function edit(store: Store): Promise<void> {
  await store.write([
    { path: 'ferry/en.md', content: 'One.' },
    { path: 'ferry/de.md', content: 'Eins.' },
  ]);
  await store.write([{ path: 'ferry/en.md', content: 'Two.' }]);
  await store.write([{ path: 'ferry/de.md', content: null }]);
}

test('a library in a folder comes back as it was, with its history', async () => {
  const library = path.join(folder, 'library');
  const backups = path.join(folder, 'backups');
  cpSync('editions', library, { recursive: true });
  const store = new FolderStore(library);
  await edit(store);
  const before = await contents(store);
  expect(before.history.length).toBeGreaterThanOrEqual(2);
  const { status, stdout } = variorum(
    { VARIORUM_LIBRARY: library, DATABASE_URL: '' },
    '',
    'backup',
    backups,
    '--json',
  );
  expect(status).toBe(0);
  const made = JSON.parse(stdout) as { folder: string };
  // What happens by day.
  await store.write([{ path: 'ferry/en.md', content: 'Spoilt.' }]);
  rmSync(library, { recursive: true });
  cpSync(path.join(made.folder, 'library'), library, { recursive: true });
  expect(await contents(store)).toEqual(before);
  // It is saved to as before.
  await store.write([{ path: 'ferry/en.md', content: 'Three.' }]);
});

test('a backup is a state between two saves, whoever saves meanwhile', async () => {
  const library = path.join(folder, 'busy');
  const store = new FolderStore(library);
  const save = (k: number) =>
    store.write(
      ['a', 'b', 'c'].map((name) => ({ path: `work/${name}.md`, content: `State ${k}.` })),
    );
  await save(0);
  let k = 0;
  let ended = false;
  const saving = (async () => {
    while (!ended) await save(++k);
  })();
  const into = path.join(folder, 'busy-backups');
  for (let day = 1; day <= 8; day++) {
    const made = await backUp({ folder: library }, into, 3, new Date(Date.UTC(2026, 0, day)));
    const copy = new FolderStore(path.join(made.folder, 'library'));
    const states = await Promise.all(
      ['a', 'b', 'c'].map(async (name) =>
        Buffer.from((await copy.read(`work/${name}.md`)) ?? []).toString(),
      ),
    );
    expect(new Set(states).size).toBe(1);
  }
  ended = true;
  await saving;
  expect(k).toBeGreaterThan(3);
  // The three newest stay.
  expect(readdirSync(into)).toEqual([6, 7, 8].map((day) => `variorum-2026-01-0${day}T00-00-00Z`));
});

test('where no backup can be made, that is said, and the earlier ones stay', async () => {
  const into = path.join(folder, 'few');
  mkdirSync(path.join(into, 'variorum-2026-01-01T00-00-00Z'), { recursive: true });
  writeFileSync(path.join(into, 'notes.txt'), 'not a backup');
  const before = readdirSync(into);
  const missing = path.join(folder, 'nowhere');
  await expect(backUp({ folder: missing }, into, 1)).rejects.toThrow('does not exist');
  const away = 'postgresql://nobody:secret@127.0.0.1:1/none';
  const refused = variorum({ DATABASE_URL: away }, '', 'backup', into, '--keep', '1');
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain('the database does not answer');
  const error = await backUp({ database: away }, into, 1).catch((thrown) => thrown);
  expect(error.message).toMatch(/^no backup was made: /);
  expect(refused.stderr + error.message).not.toContain('secret');
  expect(readdirSync(into)).toEqual(before);
});

describe('a library in a database', () => {
  const account = { email: 'mei@example.org', password: 'correct horse battery' };
  const secret = { VARIORUM_SECRET: 'only for these tests, and long enough' };
  const signIn = (url: string) =>
    fetch(`${url}/api/account/sign-in`, {
      method: 'POST',
      body: new URLSearchParams(account),
      redirect: 'manual',
    });

  test('comes back as it was, with its history, accounts and roles', async () => {
    const url = await newDatabase(inject('postgres'));
    const store = new PostgresStore(url);
    await sendLibrary(new FolderStore('editions'), store, new Map());
    await edit(store);
    const add = variorum(
      { DATABASE_URL: url, ...secret },
      account.password,
      'user',
      'add',
      account.email,
      '--role',
      'owner',
    );
    expect(add.status).toBe(0);
    const before = await contents(store);
    const into = path.join(folder, 'dumps');
    const made = variorum({ DATABASE_URL: url }, '', 'backup', into);
    expect(made.stderr).toBe('');
    const dump = path.join(into, readdirSync(into)[0], 'library.dump');
    await closeDatabase(url);

    const again = await newDatabase(inject('postgres'));
    execFileSync('pg_restore', ['--no-owner', '--exit-on-error', `--dbname=${again}`, dump]);
    const restored = new PostgresStore(again);
    expect(await contents(restored)).toEqual(before);
    const app = await startApp({ DATABASE_URL: again, ...secret });
    try {
      const answer = await signIn(app.url);
      const cookie = answer.headers.getSetCookie().join('; ').split(';')[0];
      const { segments } = await (await app.get('/api/works/telegram-to-liu/editions/en')).json();
      const note = { text: 'Still here.', targets: [{ edition: 'en', segment: segments[0].id }] };
      const saved = await app.send('POST', '/api/works/telegram-to-liu/notes', note, { cookie });
      expect(saved.status).toBe(201);
    } finally {
      await app.end('SIGKILL');
      await closeDatabase(again);
    }
  });

  test('pulled into a folder has its texts and notes, and neither history nor accounts', async () => {
    const url = await newDatabase(inject('postgres'));
    const store = new PostgresStore(url);
    await edit(store);
    const pulled = path.join(folder, 'pulled');
    mkdirSync(pulled);
    expect(variorum({ DATABASE_URL: url }, '', 'pull', '--library', pulled).status).toBe(0);
    const copy = new FolderStore(pulled);
    expect(await copy.list()).toEqual(await store.list());
    expect((await store.replaced('ferry')).length).toBeGreaterThan(0);
    expect(await copy.replaced('ferry')).toEqual([]);
    expect(existsSync(path.join(pulled, 'ferry', '.history'))).toBe(false);
    await closeDatabase(url);
  });
});
