import { cpSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, eventually, startApp, worked } from '../processes';

// What a reader who is not signed in is shown was kept for another: it may be neither old nor another's.

const home = mkdtempSync(path.join(tmpdir(), 'variorum-kept-'));
const library = path.join(home, 'library');
const work = '/works/telegram-to-liu';
let app: App;

beforeAll(async () => {
  for (const slug of ['telegram-to-liu', 'universal-declaration']) {
    cpSync(`editions/${slug}`, path.join(library, slug), { recursive: true });
  }
  app = await startApp({ VARIORUM_LIBRARY: library });
});
afterAll(async () => {
  await app.end('SIGKILL');
  rmSync(home, { recursive: true, force: true });
});

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** Asks for an address to the letter, as `fetch` does not. */
function ask(address: string, headers: Record<string, string> = {}, method = 'GET') {
  const { hostname, port } = new URL(app.url);
  return new Promise<Answer>((resolve, reject) => {
    request({ hostname, port, path: address, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(parts).toString(),
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}

/** A page as it is kept; only one that is has a tag. */
async function kept(address: string, headers: Record<string, string> = {}): Promise<Answer> {
  await worked(() => app.get(address));
  return eventually(async () => {
    const answer = await ask(address, headers);
    return answer.headers.etag !== undefined && answer;
  });
}

// What does not hold is shown in a line, not with the whole page.
const titleOf = ({ text }: Answer) => /<title>[^<]*/.exec(text)?.[0] ?? '';

const fileOf = (name: string) => path.join(library, 'telegram-to-liu', name);
const replaceIn = (name: string, from: string, to: string) => {
  const text = readFileSync(fileOf(name), 'utf8');
  expect(text).toContain(from);
  writeFileSync(fileOf(name), text.replace(from, to));
  return () => writeFileSync(fileOf(name), text);
};

test.each(['', '/collation', '/statistics'])(
  'the page %s shows what was changed by hand',
  async (page) => {
    await kept(`${work}${page}`);
    const restore = replaceIn('work.json', '"title": "', '"title": "Quite another ');
    expect(titleOf(await ask(`${work}${page}`))).toContain('Quite another');
    await kept('/');
    restore();
    expect((await ask('/')).text.includes('Quite another')).toBe(false);
  },
);

test('an edition that is changed in its place is shown at once', async () => {
  const address = `${work}?editions=en,en-plain`;
  expect((await kept(address)).text.includes('Moscow')).toBe(true);
  const restore = replaceIn('en.md', 'Moscow', 'Muscovy');
  await worked(() => app.get(address));
  expect((await ask(address)).text.includes('Muscovy')).toBe(true);
  restore();
});

test('a saved note and a rule for all works are shown at once', async () => {
  await kept(`${work}/collation`);
  const rules = path.join(library, 'regularisation.json');
  const rule = { read: 'moscow', as: 'muscovy', class: 'orthographic', language: 'en' };
  writeFileSync(rules, JSON.stringify({ rules: [rule] }));
  expect((await ask(`${work}/collation`)).headers.etag).toBeUndefined();
  unlinkSync(rules);
  await kept(work);
  const { segments } = await (await app.get(`/api${work}/editions/en`)).json();
  const targets = [{ edition: 'en', segment: segments[0].id }];
  const saved = await app.send('POST', `/api${work}/notes`, { text: 'A note of ours', targets });
  expect(saved.status).toBe(201);
  expect((await ask(work)).headers.etag).toBeUndefined();
});

test.each([
  ['accept-language', 'zh-Hans', 'lang="zh-Hans"'],
  ['cookie', 'locale=zh', 'lang="zh'],
  ['cookie', 'theme=dark', 'dark'],
])('with another %s another page is shown: %s', async (name, value, sign) => {
  const plain = await kept(work);
  const other = await kept(work, { [name]: value });
  const head = ({ text }: Answer) => /<html[^>]*>/.exec(text)?.[0] ?? '';
  expect(head(other)).toContain(sign);
  expect(head(plain)).not.toContain(sign);
  expect(other.headers.etag).not.toBe(plain.headers.etag);
});

test('a view is a page of its own, and the owner’s is never kept', async () => {
  const apparatus = await kept(`${work}/collation`);
  expect((await kept(`${work}/collation?view=table`)).headers.etag).not.toBe(
    apparatus.headers.etag,
  );
  const own = await ask(`${work}/collation`, { cookie: String(app.cookie) });
  expect(own.headers.etag).toBeUndefined();
  expect(own.text.includes('data-regularise')).toBe(true);
  expect((await ask(`${work}/collation`)).text.includes('data-regularise')).toBe(false);
});

test('a nonce is given once, and none is left of who was shown the page before', async () => {
  const nonceOf = ({ headers }: Answer) =>
    /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? '';
  const [one, other] = [await kept(work), await kept(work)];
  expect(nonceOf(one)).not.toBe(nonceOf(other));
  expect(other.text.includes(`nonce="${nonceOf(other)}"`)).toBe(true);
  expect(other.text.includes(nonceOf(one))).toBe(false);
});

test('another host is refused, though the page is kept', async () => {
  await kept(work);
  expect((await ask(work, { host: 'evil.example' })).status).toBe(421);
});

test('HEAD has no body, and who has the page is told so', async () => {
  const { headers } = await kept(work);
  expect(await ask(work, {}, 'HEAD')).toMatchObject({ status: 200, text: '' });
  expect(await ask(work, { 'if-none-match': String(headers.etag) })).toMatchObject({
    status: 304,
    text: '',
  });
});

test.each([
  '/works/universal-declaration/../telegram-to-liu',
  '/works/universal-declaration/%2e%2e/telegram-to-liu',
])(
  'what another address leads to is not kept by the state of another work: %s',
  async (address) => {
    for (let k = 0; k < 3; k++) expect((await ask(address)).headers.etag).toBeUndefined();
  },
);

test('what a request says of another site or of Next’s own matters is in no kept page', async () => {
  const address = `${work}?at=2`;
  await worked(() => app.get(`${work}?at=1`));
  const headers = {
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy',
    'x-variorum-page': '0',
    'x-nonce': 'evil.example',
    'x-original-url': '/evil.example',
  };
  for (let k = 0; k < 3; k++) await ask(address, headers);
  const answer = await kept(address);
  expect(answer.text.includes('evil.example')).toBe(false);
  expect(answer.headers['content-security-policy']).toContain('nonce-');
});
