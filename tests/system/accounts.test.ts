import { execFileSync } from 'node:child_process';
import { request as ask } from 'node:http';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { signIn } from '../../lib/accounts/signing-in';
import { closeDatabase } from '../../lib/store/database';
import { FolderStore } from '../../lib/store/folder-store';
import { PostgresStore } from '../../lib/store/postgres-store';
import { sendLibrary } from '../../lib/store/sync';
import { newDatabase } from '../postgres';
import { type App, eventually, startApp } from '../processes';

const secret = 'only for these tests, and long enough';
const password = 'correct horse battery';
const telegram = '/api/works/telegram-to-liu';

describe('a library with accounts', () => {
  let app: App;
  let url: string;
  beforeAll(async () => {
    url = await newDatabase(inject('postgres'));
    await sendLibrary(new FolderStore('editions'), new PostgresStore(url), new Map());
    const env = { ...process.env, DATABASE_URL: url, VARIORUM_SECRET: secret };
    const user = (...args: string[]) =>
      execFileSync('node', ['lib/cli/bin.mjs', 'user', ...args], { env, input: `${password}\n` });
    user('add', 'olga@example.org', '--name', 'Olga', '--role', 'owner');
    for (const name of ['Rana', 'Emil', 'Nora']) user('add', `${name}@example.org`, '--name', name);
    user('grant', 'rana@example.org', 'reader', 'telegram-to-liu');
    user('grant', 'emil@example.org', 'editor', 'telegram-to-liu');
    app = await startApp({ DATABASE_URL: url, VARIORUM_SECRET: secret, VARIORUM_RATE: '400' });
  });
  afterAll(async () => {
    await app.end('SIGKILL');
    await closeDatabase(url);
  });

  const form = (place: string, fields: Record<string, string>, headers: HeadersInit = {}) =>
    fetch(app.url + place, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers,
      redirect: 'manual',
    });
  const sessions = new Map<string, string>();
  /** The cookie of someone's session. */
  async function as(name: string): Promise<{ cookie: string }> {
    let cookie = sessions.get(name);
    if (!cookie) {
      const email = `${name}@example.org`;
      const back = '/search?q=毛泽东';
      const response = await form('/api/account/sign-in', { email, password, back });
      expect(response.headers.get('location')).toBe(`/search?q=${encodeURIComponent('毛泽东')}`);
      const set = response.headers.getSetCookie().join('; ');
      expect(set).toMatch(/HttpOnly/i);
      expect(set).toMatch(/SameSite=Lax/i);
      cookie = set.split(';')[0];
      sessions.set(name, cookie);
    }
    return { cookie };
  }
  const note = async (headers: HeadersInit = {}, text = 'A note.', work = telegram) => {
    const { segments } = await (await app.get(`${work}/editions/en`)).json();
    const target = { edition: 'en', segment: segments[0].id };
    return app.send('POST', `${work}/notes`, { text, targets: [target] }, headers);
  };
  const corrections = async (headers: HeadersInit, work = telegram) => {
    const { revision } = await (await app.get(`${work}/corrections?a=en&b=zh`)).json();
    const body = { a: 'en', b: 'zh', revision, beads: [] };
    return app.send('PUT', `${work}/corrections`, body, headers);
  };

  test('is read by all, and written to by nobody who has not signed in', async () => {
    expect((await app.get('/works/telegram-to-liu')).status).toBe(200);
    expect((await app.get(`${telegram}/alignment`)).status).toBe(200);
    const refused = await note();
    expect(refused.status).toBe(401);
    expect((await refused.json()).detail).toBe('sign in first');
    expect((await corrections({})).status).toBe(401);
    const text = { source: 'Text.', name: 'a.md', work: 'new', siglum: 'A', metadata: {} };
    expect((await app.send('POST', '/api/import', { ...text, workTitle: 'New' })).status).toBe(401);
    for (const upload of ['read?name=a.md', 'whole?name=a.md&work=new&workTitle=New&siglum=A']) {
      const sent = await fetch(`${app.url}/api/import/${upload}`, { method: 'POST', body: 'x' });
      expect(sent.status).toBe(401);
    }
    expect((await note({ cookie: 'variorum.session_token=made.up' })).status).toBe(401);
  });

  test('lets nobody in with a wrong password, and does not show which accounts there are', async () => {
    const wrong = await form('/api/account/sign-in', { email: 'emil@example.org', password: 'x' });
    const none = await form('/api/account/sign-in', { email: 'no@example.org', password: 'x' });
    expect([wrong.status, wrong.headers.get('location'), await wrong.text()]).toEqual([
      303,
      '/sign-in?fault=wrong&back=%2F',
      '',
    ]);
    expect(none.headers.get('location')).toBe(wrong.headers.get('location'));
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  test('leads nobody to another site', async () => {
    const email = 'nora@example.org';
    for (const back of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
      const response = await form('/api/account/sign-in', { email, password, back });
      expect(response.headers.get('location')).toBe('/');
    }
  });

  test('lets each role do what it may, in its work alone', async () => {
    const [reader, editor, owner, nobody] = await Promise.all(
      ['rana', 'emil', 'olga', 'nora'].map(as),
    );
    expect((await note(nobody)).status).toBe(403);
    const written = await note(reader, 'Rana’s.');
    expect(written.status).toBe(201);
    const own = await written.json();
    expect(own.author.name).toBe('Rana');
    const change = (headers: HeadersInit, id: string, modified: string) =>
      app.send('PATCH', `${telegram}/notes/${id}`, { text: 'Changed.', modified }, headers);
    const changed = await change(reader, own.id, own.modified);
    expect(changed.status).toBe(200);
    const others = await (await note(editor, 'Emil’s.')).json();
    expect((await change(reader, others.id, others.modified)).status).toBe(403);
    const { modified } = (await changed.json()).note;
    expect((await change(editor, own.id, modified)).status).toBe(200);

    expect((await corrections(reader)).status).toBe(403);
    expect((await corrections(editor)).status).toBe(200);
    expect((await note(editor, 'x', '/api/works/universal-declaration')).status).toBe(403);
    expect((await note(owner, 'x', '/api/works/universal-declaration')).status).toBe(201);

    const text = { source: 'A text.', name: 'a.md', siglum: 'A', metadata: {}, work: 'made' };
    const made = { ...text, workTitle: 'Made' };
    expect((await app.send('POST', '/api/import', made, editor)).status).toBe(403);
    expect((await app.send('POST', '/api/import', made, owner)).status).toBe(201);
    const more = { ...text, siglum: 'B', work: 'telegram-to-liu' };
    expect((await app.send('POST', '/api/import', more, reader)).status).toBe(403);
    expect((await app.send('POST', '/api/import', more, editor)).status).toBe(201);
    const whole = (work: string, headers: HeadersInit) =>
      fetch(`${app.url}/api/import/whole?name=a.md&siglum=C&work=${work}`, {
        method: 'POST',
        body: 'Whole.',
        headers,
      });
    expect((await whole('telegram-to-liu', reader)).status).toBe(403);
    expect((await whole('telegram-to-liu&workTitle=T', editor)).status).toBe(403);
    expect((await whole('telegram-to-liu', editor)).status).toBe(201);
  });

  test('lets owners say who may do what', async () => {
    const [editor, owner, nora] = await Promise.all(['emil', 'olga', 'nora'].map(as));
    const page = '/works/telegram-to-liu/people';
    const give = (headers: HeadersInit, email: string, role: string) =>
      form(`${telegram}/people`, { email, role }, headers);
    expect((await give(editor, 'nora@example.org', 'owner')).status).toBe(403);
    expect(await (await fetch(app.url + page, { headers: editor })).text()).not.toContain('olga@');
    expect(await (await fetch(app.url + page)).text()).not.toContain('olga@');
    const given = await give(owner, 'nora@example.org', 'reader');
    expect(given.headers.get('location')).toBe(page);
    expect(await (await fetch(app.url + page, { headers: owner })).text()).toContain('nora@');
    expect((await note(nora)).status).toBe(201);
    await give(owner, 'nora@example.org', 'none');
    expect((await note(nora)).status).toBe(403);
    const unknown = await give(owner, 'who@example.org', 'reader');
    expect(unknown.headers.get('location')).toContain('fault=there+is+no+account');
  });

  test('refuses what another site sends in someone’s name', async () => {
    const editor = await as('emil');
    for (const foreign of [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'null' },
    ] as Record<string, string>[]) {
      expect((await note({ ...editor, ...foreign })).status).toBe(403);
    }
    const sign = { email: 'emil@example.org', password };
    const foreign = await form('/api/account/sign-in', sign, { origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);
  });

  test('forgets who signs out', async () => {
    const cookie = await as('nora');
    sessions.delete('nora');
    expect(await (await fetch(app.url, { headers: cookie })).text()).toContain('Nora');
    await form('/api/account/sign-out', {}, cookie);
    expect(await (await fetch(app.url, { headers: cookie })).text()).not.toContain('Nora');
  });

  test('runs no script but its own, and tells browsers to be careful', async () => {
    const nonces = new Set<string>();
    for (const place of ['/', '/works/telegram-to-liu', '/sign-in', '/nowhere']) {
      const response = await app.get(place);
      const policy = response.headers.get('content-security-policy') ?? '';
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
      nonces.add(nonce);
      expect(policy).toContain("object-src 'none'");
      expect(policy).not.toMatch(/script-src[^;]*'unsafe/);
      const html = await response.text();
      const scripts = html.match(/<script\b[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
      expect(html).not.toMatch(/\son\w+=/);
      expect(html).not.toContain('<style');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('x-frame-options')).toBe('DENY');
    }
    expect(nonces.size).toBe(4);
    const open = await app.get('/api/works');
    expect(open.headers.get('access-control-allow-origin')).toBe('*');
  });

  test('slows attempts at one account from many networks, and lets its owner in', async () => {
    vi.stubEnv('DATABASE_URL', url);
    vi.stubEnv('VARIORUM_SECRET', secret);
    try {
      const guess = (n: number) => signIn('emil@example.org', `guess ${n}`, `198.51.100.${n}`);
      const start = Date.now();
      const first = await Promise.all(Array.from({ length: 20 }, (_, n) => guess(n)));
      // Ten are free; then one at once, and one more each time that a doubling delay has passed.
      const delayed = Math.floor(Math.log2((Date.now() - start) / 1000 + 2));
      const looked = first.filter((each) => each === 'wrong').length;
      expect(looked).toBeGreaterThanOrEqual(10);
      expect(looked).toBeLessThanOrEqual(10 + delayed);
      expect(first).toContain('many');
      const enter = async () => {
        const found = await signIn('emil@example.org', password, '203.0.113.50');
        return found instanceof Headers && found;
      };
      expect(await eventually(enter)).toBeInstanceOf(Headers);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  test('counts the addresses of one /64 as one', async () => {
    vi.stubEnv('DATABASE_URL', url);
    vi.stubEnv('VARIORUM_SECRET', secret);
    try {
      const guess = (n: number) =>
        signIn(`nobody-${n}@example.org`, 'guess', `2001:db8:7:7::${n + 1}`);
      const found = await Promise.all(Array.from({ length: 70 }, (_, n) => guess(n)));
      expect(found.filter((each) => each === 'many')).toHaveLength(10);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  // The last: it uses up what this address may ask.
  test('bounds attempts and requests, whatever address a sender makes up', async () => {
    let last = '';
    for (let n = 0; n < 12; n++) {
      const response = await form(
        '/api/account/sign-in',
        { email: 'olga@example.org', password: `guess ${n}` },
        { 'x-forwarded-for': `10.0.0.${n}`, 'x-variorum-address': `10.0.1.${n}` },
      );
      last = response.headers.get('location') ?? '';
    }
    expect(last).toContain('fault=many');
    const ask = async (n: number) => {
      const headers = { 'x-forwarded-for': `10.1.0.${n % 250}` };
      return (await fetch(`${app.url}/api/health`, { headers })).status;
    };
    // The minute that is counted may end in the middle of the first round.
    let codes: number[] = [];
    for (let round = 0; round < 4 && !codes.includes(429); round++) {
      codes = await Promise.all(Array.from({ length: 450 }, (_, n) => ask(n)));
    }
    expect(codes).toContain(429);
  });
});

describe('a library without accounts', () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp({}, '--host', '0.0.0.0');
  });
  afterAll(() => app.end('SIGKILL'));

  /** The answer to a request as a program makes it, with any headers. */
  const post = (headers: Record<string, string>) =>
    new Promise<{ status: number; body: string }>((resolve, reject) => {
      const { hostname, port } = new URL(app.url);
      const body = JSON.stringify({ text: '', targets: [] });
      const sent = ask(
        { hostname, port, path: `${telegram}/notes`, method: 'POST', headers },
        (response) => {
          let text = '';
          response.on('data', (data) => {
            text += data;
          });
          response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });

  test('answers this machine alone, and says so', async () => {
    expect(await app.line('no accounts are configured')).toContain('127.0.0.1');
    const other = Object.values(networkInterfaces())
      .flatMap((each) => each ?? [])
      .find(({ internal, family }) => !internal && family === 'IPv4');
    if (!other) return;
    await expect(fetch(`http://${other.address}:${new URL(app.url).port}/`)).rejects.toThrow();
  });

  test('is changed by its owner alone, from this machine', async () => {
    const cookie = app.cookie ?? '';
    expect(cookie).not.toBe('');
    // What is sent is not a note, nor JSON; who sends it is not refused.
    expect((await post({ cookie })).status).toBe(415);
    for (const headers of [
      {},
      { cookie: cookie.replace(/=.*/, '=guessed') },
      { cookie, 'x-forwarded-for': '203.0.113.9' },
      { cookie, 'x-real-ip': '203.0.113.9' },
      { cookie, via: '1.1 proxy' },
      { cookie, forwarded: 'for=203.0.113.9' },
    ] as Record<string, string>[]) {
      expect((await post(headers)).status).toBe(403);
    }
    expect((await post({ cookie, host: 'evil.example' })).status).toBe(421);
  });

  test('is not read by the pages of other sites', async () => {
    const response = await app.get('/api/works');
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

test('a library only for reading is changed by nobody', async () => {
  const app = await startApp({}, '--read-only');
  try {
    expect((await app.get('/works/telegram-to-liu')).status).toBe(200);
    const { segments } = await (await app.get(`${telegram}/editions/en`)).json();
    const body = { text: 'x', targets: [{ edition: 'en', segment: segments[0].id }] };
    const refused = await app.send('POST', `${telegram}/notes`, body);
    expect(refused.status).toBe(403);
    expect((await refused.json()).detail).toContain('only for reading');
  } finally {
    await app.end('SIGKILL');
  }
});
