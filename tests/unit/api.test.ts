/// <reference types="vite/client" />
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openApi } from '../../lib/api/openapi';
import { worked } from '../processes';

interface Route {
  GET: (request: Request, context: { params: Promise<object> }) => Promise<Response>;
}
const routes = import.meta.glob<Route>('../../app/api/**/route.ts');
const origin = 'http://localhost:3000';

/** Asks a route's own handler, as the server would. */
async function ask(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const url = new URL(path, origin);
  const parts = url.pathname.split('/').filter(Boolean);
  const params: Record<string, string> = {};
  let file = parts.join('/');
  if (parts[1] === 'works' && parts[2]) {
    params.work = decodeURIComponent(parts[2]);
    file = file.replace(`works/${parts[2]}`, 'works/[work]');
  }
  if (parts[3] === 'editions') {
    params.siglum = decodeURIComponent(parts[4]);
    file = file.replace(`editions/${parts[4]}`, 'editions/[siglum]');
  }
  const { GET } = await routes[`../../app/${file}/route.ts`]();
  return worked(() => GET(new Request(url, { headers }), { params: Promise.resolve(params) }));
}

const samples: Record<string, string> = {
  '/api/works': '/api/works',
  '/api/works/{work}': '/api/works/telegram-to-liu',
  '/api/works/{work}/editions/{siglum}': '/api/works/telegram-to-liu/editions/zh?to=3',
  '/api/works/{work}/alignment': '/api/works/telegram-to-liu/alignment?editions=en,zh',
  '/api/works/{work}/collation':
    '/api/works/telegram-to-liu/collation?editions=en,en-plain&base=en&ignore=case&to=2',
  '/api/works/{work}/export': '/api/works/telegram-to-liu/export?format=tei',
  '/api/works/{work}/annotations': '/api/works/telegram-to-liu/annotations',
  '/api/search': '/api/search?q=Taiwan',
  '/api/dts': '/api/dts',
  '/api/dts/collection': '/api/dts/collection?id=telegram-to-liu',
  '/api/dts/navigation': '/api/dts/navigation?resource=telegram-to-liu:en&down=1',
  '/api/dts/document': '/api/dts/document?resource=telegram-to-liu:en',
  '/api/health': '/api/health',
  '/api/ready': '/api/ready',
};

describe('OpenAPI', () => {
  const description = openApi(origin);
  test('is sound', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(description));
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
  });

  test.each(Object.entries(description.paths))(
    '%s answers as it is described',
    async (path, { get }) => {
      const response = await ask(samples[path]);
      expect(response.status).toBe(200);
      const type = response.headers.get('content-type')?.split(';')[0] ?? '';
      const { content } = get.responses[200] as { content: Record<string, { schema: object }> };
      expect(Object.keys(content)).toContain(type);
      if (!type.endsWith('json')) return;
      // Schemas refer to one another: they are read together.
      const whole = { ...content[type].schema, $defs: description.components.schemas };
      const inner = JSON.stringify(whole).replaceAll('#/components/schemas/', '#/$defs/');
      const schema = z.fromJSONSchema(JSON.parse(inner));
      const body = await response.json();
      expect(schema.safeParse(body).error).toBeUndefined();
    },
  );
});

test('what has not changed is not sent again', async () => {
  for (const path of [
    '/api/works',
    '/api/works/{work}/alignment',
    '/api/dts/document',
    '/api/works/{work}/collation',
  ]) {
    const first = await ask(samples[path]);
    const etag = first.headers.get('etag')!;
    expect(etag).toMatch(/^"[0-9a-f]+"$/);
    const again = await ask(samples[path], { 'if-none-match': `"other", W/${etag}` });
    expect(again.status).toBe(304);
    expect((await ask(samples[path], { 'if-none-match': '"other"' })).status).toBe(200);
  }
});

test('beads are those of the contract', async () => {
  const found = await (
    await ask('/api/works/telegram-to-liu/alignment?editions=en,en-plain&base=en&form=beads')
  ).json();
  const count = (side: 'a' | 'b') =>
    found.beads
      .flatMap((bead: { a: number[]; b: number[] }) => bead[side])
      .sort((x: number, y: number) => x - y);
  expect(count('a')).toEqual(Array.from({ length: found.a.segments }, (_, k) => k));
  expect(count('b')).toEqual(Array.from({ length: found.b.segments }, (_, k) => k));
});

describe('Distributed Text Services', () => {
  test('lead from the entry to a passage', async () => {
    const entry = await (await ask('/api/dts')).json();
    expect(entry).toMatchObject({ '@type': 'EntryPoint', dtsVersion: '1.0' });
    const library = await (await ask('/api/dts/collection')).json();
    const telegram = library.member.find(
      (each: { '@id': string }) => each['@id'] === 'telegram-to-liu',
    );
    expect(telegram.totalChildren).toBe(4);
    const navigation = await (await ask(samples['/api/dts/navigation'])).json();
    const [first, second] = navigation.member.map(
      ({ identifier }: { identifier: string }) => identifier,
    );
    const response = await ask(
      `/api/dts/document?resource=telegram-to-liu:en&start=${first}&end=${second}`,
    );
    const text = await response.text();
    expect(text.match(/<p /g)).toHaveLength(2);
    expect(text).toContain('<dts:wrapper');
    expect(response.headers.get('link')).toContain('rel="collection"');
    const one = await (
      await ask(`/api/dts/navigation?resource=telegram-to-liu:en&ref=${second}`)
    ).json();
    expect(one.ref.identifier).toBe(second);
  });

  test.each([
    [400, '/api/dts/navigation?resource=telegram-to-liu:en'],
    [404, '/api/dts/navigation?resource=telegram-to-liu&down=1'],
    [404, '/api/dts/document?resource=telegram-to-liu:nobody'],
    [404, '/api/dts/document?resource=telegram-to-liu:en&ref=nothing'],
    [404, '/api/dts/collection?id=nothing'],
    [404, '/api/works/nothing'],
    [404, '/api/works/telegram-to-liu/editions/nobody'],
    [404, '/api/works/telegram-to-liu/statistics?table=nothing'],
    [400, '/api/dts/document?resource=telegram-to-liu:en&start=p1'],
    [400, '/api/search?q='],
    [400, '/api/works/telegram-to-liu/export?format=doc'],
  ])('answers with %i and problem details: %s', async (status, path) => {
    const response = await ask(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const problem = await response.json();
    expect(problem).toMatchObject({ status, type: 'about:blank' });
    expect(problem.code).toBe(status === 404 ? 'not-found' : 'bad-input');
    expect(problem.detail).toContain(';');
  });
});
