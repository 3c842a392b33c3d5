import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { closeDatabase } from '../../lib/store/database';
import { FolderStore } from '../../lib/store/folder-store';
import { PostgresStore } from '../../lib/store/postgres-store';
import { sendLibrary } from '../../lib/store/sync';
import { makeLongWork } from '../library';
import { newDatabase, type Server, startPostgres } from '../postgres';
import { type App, eventually, type Running, startApp, variorum } from '../processes';

const folder = mkdtempSync(path.join(tmpdir(), 'variorum-cluster-'));
const works = ['one', 'two', 'three', 'four'];
for (const [k, slug] of works.entries()) makeLongWork(folder, slug, 900, k + 1);
afterAll(() => rmSync(folder, { recursive: true }));

/** Answers with the alignment once it is there. */
async function alignment(app: App, slug: string): Promise<unknown> {
  const { rows } = await eventually(async () => {
    const response = await app.get(`/api/works/${slug}/alignment`);
    if (response.ok) return (await response.json()) as { rows: unknown };
    expect(await response.text()).toContain('still being aligned');
  });
  return rows;
}

describe('two apps and two workers on one database', () => {
  let url: string;
  let apps: App[];
  let workers: Running[];
  beforeAll(async () => {
    url = await newDatabase(inject('postgres'));
    const store = new PostgresStore(url);
    await sendLibrary(new FolderStore(folder), store, new Map());
    const env = { DATABASE_URL: url, VARIORUM_WORK: 'no' };
    // Built, if need be, by one.
    apps = [await startApp(env)];
    apps.push(await startApp(env));
    workers = [1, 2].map(() => variorum(['worker', '--json'], env));
    await Promise.all(workers.map((worker) => worker.line('waiting for jobs')));
  });
  afterAll(async () => {
    await Promise.all([...apps, ...workers].map((each) => each.end('SIGKILL')));
    await closeDatabase(url);
  });

  test('do every job once, and lose nothing when a worker ends in the middle of one', async () => {
    const asked = works.flatMap((slug) => apps.map((app) => alignment(app, slug)));
    const begun = await workers[0].line('job begun');
    await workers[0].end('SIGKILL');
    const rows = await Promise.all(asked);
    works.forEach((_, k) => {
      expect(rows[2 * k]).toEqual(rows[2 * k + 1]);
    });
    const events = () =>
      workers
        .flatMap(({ lines }) => lines)
        .map((line) => JSON.parse(line) as { message: string; job?: string });
    const done = () =>
      events()
        .filter(({ message }) => message === 'job done')
        .map(({ job }) => job);
    // A result is there a moment before its job is asked to be done.
    await eventually(async () => done().length >= works.length);
    expect(done()).toHaveLength(works.length);
    expect(new Set(done()).size).toBe(works.length);
    const lost = (JSON.parse(begun) as { job: string }).job;
    expect(events()).toContainEqual({ message: 'job taken from a worker that is gone', job: lost });
    expect(workers[1].lines.join('\n')).toContain(`"job done","job":"${lost}"`);

    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const jobs = await client.query('select state, count(*)::int from pgboss.job group by state');
    expect(jobs.rows).toEqual([{ state: 'completed', count: works.length }]);
    const kept = await client.query(
      "select split_part(key, '/', 2) as kind, count(*)::int from library_cache group by 1 order by 1",
    );
    // What the jobs worked on is gone, what they came to is there.
    expect(kept.rows).toContainEqual({ kind: 'alignment', count: works.length });
    await client.end();
  });

  test('what is saved through one is read through the other', async () => {
    const { segments } = await (await apps[0].get('/api/works/one/editions/A')).json();
    const note = { text: 'Seen by all.', targets: [{ edition: 'A', segment: segments[3].id }] };
    const saved = await apps[0].send('POST', '/api/works/one/notes', note);
    expect(saved.status).toBe(201);
    const { id } = await saved.json();
    const there = await eventually(async () => {
      const { notes } = await (await apps[1].get('/api/works/one/notes')).json();
      return notes.find((each: { id: string }) => each.id === id);
    });
    expect(there.text).toBe('Seen by all.');
  });

  test('both add notes at once, and none is lost', async () => {
    const { segments } = await (await apps[0].get('/api/works/two/editions/A')).json();
    const texts = Array.from({ length: 20 }, (_, k) => `Note ${k}`);
    const saved = await Promise.all(
      texts.map((text, k) =>
        apps[k % 2].send('POST', '/api/works/two/notes', {
          text,
          targets: [{ edition: 'A', segment: segments[k].id }],
        }),
      ),
    );
    expect(saved.map(({ status }) => status)).toEqual(texts.map(() => 201));
    for (const app of apps) {
      const notes = await eventually(async () => {
        const all = (await (await app.get('/api/works/two/notes')).json()).notes;
        return all.length >= texts.length && all;
      });
      expect(notes.map(({ text }: { text: string }) => text).sort()).toEqual(texts.sort());
    }
  });
});

describe('an app and a worker whose database goes away', () => {
  let server: Server;
  let app: App;
  let worker: Running;
  let cookie: string;
  beforeAll(async () => {
    server = await startPostgres();
    const url = await newDatabase(server.url);
    const store = new PostgresStore(url);
    await sendLibrary(new FolderStore('editions'), store, new Map());
    await sendLibrary(new FolderStore(folder), store, new Map());
    await store.close();
    const env = {
      DATABASE_URL: url,
      VARIORUM_SECRET: 'only for these tests, and long enough',
      VARIORUM_WORK: 'no',
      VARIORUM_LOG: 'info',
    };
    const add = ['user', 'add', account.email, '--role', 'owner'];
    execFileSync('node', ['lib/cli/bin.mjs', ...add], {
      env: { ...process.env, ...env },
      input: account.password,
    });
    app = await startApp(env);
    worker = variorum(['worker', '--json'], env);
    await worker.line('waiting for jobs');
    const signedIn = await signIn();
    cookie = signedIn.headers.getSetCookie().join('; ').split(';')[0];
  });
  afterAll(async () => {
    await Promise.all([app, worker].map((each) => each.end('SIGKILL')));
    await server.end();
  });

  const account = { email: 'mei@example.org', password: 'correct horse battery' };
  const signIn = () =>
    fetch(`${app.url}/api/account/sign-in`, {
      method: 'POST',
      body: new URLSearchParams(account),
      redirect: 'manual',
    });
  const note = async (text: string) => {
    const { segments } = await (await app.get('/api/works/telegram-to-liu/editions/en')).json();
    const body = { text, targets: [{ edition: 'en', segment: segments[0].id }] };
    return app.send('POST', '/api/works/telegram-to-liu/notes', body, { cookie });
  };

  test('serves its copy, refuses to save, and goes on when it is back', async () => {
    expect(await (await app.get('/api/ready')).json()).toMatchObject({ database: 'ok', works: 7 });
    expect((await note('Before.')).status).toBe(201);
    await server.stop();
    await eventually(async () =>
      (await (await app.get('/api/ready')).json()).database.startsWith('away since'),
    );
    const read = await fetch(`${app.url}/works/telegram-to-liu`, { headers: { cookie } });
    expect(read.status).toBe(200);
    // Also what has to be worked out first, and would be a worker's.
    await alignment(app, 'three');
    const refused = await note('Meanwhile.');
    expect(refused.status).toBe(503);
    expect((await refused.json()).detail).toContain('the database does not answer');
    expect((await signIn()).headers.get('location')).toContain('fault=away');
    await server.start();
    await eventually(async () => (await (await app.get('/api/ready')).json()).database === 'ok');
    expect((await note('After.')).status).toBe(201);
    expect((await signIn()).headers.getSetCookie()).not.toEqual([]);
    const { notes } = await (await app.get('/api/works/telegram-to-liu/notes')).json();
    expect(notes.map(({ text }: { text: string }) => text)).toEqual(['Before.', 'After.']);
  });

  test('do a job in whose middle it went, and tell of it', async () => {
    const asked = alignment(app, 'four');
    const { job } = JSON.parse(await worker.line('job begun'));
    await server.stop();
    await worker.line('the database does not answer');
    await server.start();
    expect(await asked).not.toEqual([]);
    await worker.line(`"job done","job":"${job}"`);
    expect(worker.child.exitCode).toBeNull();
  });

  test('the app ends when it is asked to, with what it was asked answered', async () => {
    const place = '/api/works/telegram-to-liu';
    const { segments } = await (await app.get(`${place}/editions/en`)).json();
    const headers = { cookie, 'content-type': 'application/json', expect: '100-continue' };
    const asked = request(`${app.url}${place}/notes`, { method: 'POST', headers });
    const answered = once(asked, 'response');
    // The app has begun to read what it is asked, and is asked to end before it has read it all.
    const begun = once(asked, 'continue');
    asked.flushHeaders();
    await begun;
    const ended = app.end('SIGTERM');
    await app.line('ending');
    const target = { edition: 'en', segment: segments[0].id };
    asked.end(JSON.stringify({ text: 'At the last moment.', targets: [target] }));
    const [response] = (await answered) as [IncomingMessage];
    expect(response.statusCode).toBe(201);
    response.resume();
    expect(await ended).not.toBeNull();
  });
});
