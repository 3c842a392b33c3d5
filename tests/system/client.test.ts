import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generateApi } from 'swagger-typescript-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, startApp } from '../processes';

// A program that knows nothing but the description: its client is generated from that.

describe('a client generated from the OpenAPI description', () => {
  const library = mkdtempSync(path.join(tmpdir(), 'variorum-client-'));
  // Within the project, as the tests' own modules are.
  const made = mkdtempSync(path.join(process.cwd(), 'node_modules', '.client-'));
  let app: App;
  // biome-ignore lint/suspicious/noExplicitAny: its types are generated, too
  let api: any;
  beforeAll(async () => {
    cpSync('editions', library, { recursive: true });
    app = await startApp({
      VARIORUM_LIBRARY: library,
      VARIORUM_CORS: 'https://reader.example.org',
    });
    const spec = await (await app.get('/api/openapi.json')).json();
    const output = { output: made, fileName: 'client.ts', httpClientType: 'fetch' } as const;
    await generateApi({ ...output, spec, silent: true });
    const { Api } = await import(/* @vite-ignore */ path.join(made, 'client.ts'));
    api = new Api({ baseUrl: app.url }).api;
  });
  afterAll(async () => {
    await app?.end('SIGKILL');
    for (const folder of [library, made]) rmSync(folder, { recursive: true, force: true });
  });

  test('reads works, texts and alignments by the names of the operations', async () => {
    const { works } = (await api.listWorks()).data;
    expect(works.map(({ slug }: { slug: string }) => slug)).toContain('telegram-to-liu');
    const work = 'telegram-to-liu';
    const table = (
      await api.getAlignment(work, { editions: ['en', 'zh'], base: ['en'], include: 'text' })
    ).data;
    expect(table.rows[0].texts[0][0]).toMatch(/^\[I\] arrived/);
    expect(table.rows[0].cells[0]).toHaveLength(table.rows[0].texts[0].length);
    const { segments } = (await api.getEdition(work, 'zh', { to: 1 })).data;
    expect(segments).toHaveLength(1);
  });

  test('has its own texts aligned, collated and compared', async () => {
    const a = { text: 'The old man waited.\n\nIt rained all day.', language: 'en' };
    const b = { text: 'The old man was waiting.\n\nAll day it rained.', language: 'en' };
    const aligned = (await api.alignTexts({ a, b })).data;
    expect(aligned.beads).toMatchObject([
      { a: [0], b: [0] },
      { a: [1], b: [1] },
    ]);
    const witnesses = [
      { id: 'A', content: 'the black cat' },
      { id: 'B', content: 'the white cat' },
    ];
    const collated = (await api.collateTexts({ witnesses })).data;
    expect(collated.table).toHaveLength(3);
    const rules = [{ read: 'white', as: 'black' }];
    const regular = (await api.collateTexts({ witnesses, rules })).data;
    expect(regular.table[1][1][0].n).toBe('black');
    const diff = (await api.diffTexts({ a: 'the black cat', b: 'the white cat' })).data;
    expect(diff.changes[1]).toMatchObject({ kind: 'replace', a: 'black', b: 'white' });
  });

  test('learns what is wrong with a request', async () => {
    const wrong = await api.diffTexts({ a: 'x' }).catch((failed: unknown) => failed);
    expect(wrong.status).toBe(400);
    expect(wrong.error.detail).toBe('“b” is missing; correct that field');
    const form = await app.send(
      'POST',
      '/api/diff',
      { a: 'x', b: 'y' },
      { 'content-type': 'text/plain' },
    );
    expect(form.status).toBe(415);
  });

  test('finds a note by the id of its annotation', async () => {
    const { segments } = (await api.getEdition('telegram-to-liu', 'en')).data;
    const saved = await app.send('POST', '/api/works/telegram-to-liu/notes', {
      targets: [{ edition: 'en', segment: segments[0].id }],
      text: 'On the date.',
    });
    expect(saved.status).toBe(201);
    const { first } = (await api.getAnnotations('telegram-to-liu')).data;
    const [{ id }] = first.items;
    const one = await (await fetch(id)).json();
    expect(one).toMatchObject({ id, type: 'Annotation', body: { value: 'On the date.' } });
  });

  test('learns which methods an address has', async () => {
    const wrong = await fetch(`${app.url}/api/works`, { method: 'DELETE' });
    expect(wrong.status).toBe(405);
    expect(wrong.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    expect((await wrong.json()).code).toBe('method');
    const inChinese = await fetch(`${app.url}/api/works`, {
      method: 'DELETE',
      headers: { 'accept-language': 'zh' },
    });
    expect(await inChinese.json()).toMatchObject({
      title: '不支持此请求方法',
      detail: '此地址接受 GET、HEAD、OPTIONS，不接受 DELETE',
    });
  });

  test('reads from pages of the sites that the host allows, and of no other', async () => {
    const origin = 'https://reader.example.org';
    const asked = await fetch(`${app.url}/api/dts`, { headers: { origin } });
    expect(asked.headers.get('access-control-allow-origin')).toBe(origin);
    const before = await fetch(`${app.url}/api/dts`, { method: 'OPTIONS', headers: { origin } });
    expect(before.status).toBe(204);
    expect(before.headers.get('access-control-allow-headers')).toContain('if-none-match');
    const other = await fetch(`${app.url}/api/dts`, {
      headers: { origin: 'https://other.example.org' },
    });
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
  });
});
