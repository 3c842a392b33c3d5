import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeFile } from '../../lib/core/write-file';
import { freePort } from '../postgres';
import { type App, eventually, startApp, worked } from '../processes';

const folder = mkdtempSync(path.join(tmpdir(), 'variorum-processes-'));
const library = path.join(folder, 'library');
cpSync('editions', library, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

/** The processes that serve, of those that one has started. */
function servers({ child }: App): number[] {
  const children = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8');
  return children
    .trim()
    .split(' ')
    .map(Number)
    .filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('next'));
}

/** Asks on a connection of its own, so that any of the processes may answer. */
const ask = (app: App, place: string, headers: HeadersInit = {}) =>
  fetch(app.url + place, { headers: { ...headers, connection: 'close' }, redirect: 'manual' });

describe('two processes behind one port', () => {
  let app: App;
  let metrics: string;
  const work = '/works/telegram-to-liu';
  beforeAll(async () => {
    const port = await freePort();
    metrics = `http://127.0.0.1:${port}/metrics`;
    app = await startApp(
      { VARIORUM_LIBRARY: library, VARIORUM_METRICS_PORT: String(port) },
      '--processes',
      '2',
    );
    await eventually(async () => servers(app).length === 2);
    await worked(() => ask(app, work));
  });
  afterAll(() => app.end('SIGKILL'));

  test('let the owner in through either, and each token once in all', async () => {
    const saved = await Promise.all(
      Array.from({ length: 8 }, () =>
        ask(app, '/', { cookie: String(app.cookie) }).then((page) => page.text()),
      ),
    );
    for (const page of saved) expect(page).not.toContain('class="account read-only"');
    // The first was taken when the app was started.
    await eventually(async () => app.lines.filter((line) => line.includes('To edit')).length === 2);
    const last = app.lines.filter((line) => line.includes('To edit')).at(-1);
    const [, token] = /\?token=(\S+)/.exec(String(last)) ?? [];
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => ask(app, `/?token=${token}`)),
    );
    expect(answers.filter((answer) => answer.headers.getSetCookie().length > 0)).toHaveLength(1);
  });

  test('lose no note that is added, and show it to the next who reads', async () => {
    const { segments } = await (await app.get(`/api${work}/editions/en`)).json();
    const texts = Array.from({ length: 16 }, (_, k) => `Note ${k}`);
    const saved = await Promise.all(
      texts.map((text) =>
        app.send(
          'POST',
          `/api${work}/notes`,
          { text, targets: [{ edition: 'en', segment: segments[0].id }] },
          { connection: 'close' },
        ),
      ),
    );
    expect(saved.map(({ status }) => status)).toEqual(texts.map(() => 201));
    for (let k = 0; k < 8; k++) {
      const { notes } = await (await ask(app, `/api${work}/notes`)).json();
      expect(notes.map(({ text }: { text: string }) => text).sort()).toEqual([...texts].sort());
    }
  });

  test('show a title as soon as it is saved, though the page was kept before', async () => {
    const kept = async () => (await ask(app, work)).headers.get('etag');
    for (let k = 0; k < 6; k++) await eventually(kept);
    const { title } = await (await ask(app, `/api${work}`)).json();
    const file = path.join(library, 'telegram-to-liu', 'work.json');
    const text = readFileSync(file, 'utf8');
    writeFile(file, 'work.json', text.replace(title, 'Another title'));
    for (let k = 0; k < 6; k++) {
      expect(await (await ask(app, work)).text()).toContain('<title>Another title');
    }
    writeFile(file, 'work.json', text);
  });

  test('are measured as one', async () => {
    const count = async () => {
      const text = await (await fetch(metrics)).text();
      const [, found] =
        /seconds_count\{method="GET",route="\/search",status="200"\} (\d+)/.exec(text) ?? [];
      return Number(found ?? 0);
    };
    for (let k = 0; k < 6; k++) await (await ask(app, '/search')).text();
    expect(await eventually(async () => (await count()) === 6)).toBe(true);
  });

  test('one that dies is replaced, while the other answers', async () => {
    const [first, second] = servers(app);
    process.kill(first, 'SIGKILL');
    await app.line('ended; it is replaced');
    expect((await ask(app, '/api/health')).status).toBe(200);
    await eventually(async () => {
      const now = servers(app);
      return now.length === 2 && now.includes(second) && !now.includes(first);
    });
  });

  test('end when they are asked to, within ten seconds', async () => {
    const from = performance.now();
    const pids = servers(app);
    process.kill(app.child.pid as number, 'SIGTERM');
    await eventually(async () => app.child.exitCode !== null, 12);
    expect(performance.now() - from).toBeLessThan(10_000);
    for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow();
  });
});

test('two processes count together what one address asks', async () => {
  const app = await startApp(
    { VARIORUM_LIBRARY: library, VARIORUM_READ_ONLY: 'yes', VARIORUM_RATE: '30' },
    '--processes',
    '2',
  );
  try {
    await eventually(async () => servers(app).length === 2);
    const answers = await Promise.all(Array.from({ length: 60 }, () => ask(app, '/api/health')));
    const answered = answers.filter(({ status }) => status === 200).length;
    // What was asked before the app was known to answer counts, too.
    expect(answered).toBeLessThanOrEqual(30);
    expect(answered).toBeGreaterThan(20);
  } finally {
    await app.end('SIGKILL');
  }
});
