/// <reference types="vite/client" />
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Validator } from '@seriousme/openapi-schema-validator';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { attachment } from '../../app/api/attachment';
import { openApi } from '../../lib/api/openapi';
import { worked } from '../processes';

interface Route {
  GET: (request: Request, context: { params: Promise<object> }) => Promise<Response>;
}
const routes = import.meta.glob<Route>('../../app/api/**/route.ts');
const origin = 'http://localhost:3000';

/** The file of a route, and what the parts of an address stand for in it. */
function routeOf(pathname: string) {
  const parts = pathname.split('/').filter(Boolean);
  for (const file of Object.keys(routes)) {
    const names = file.replace('../../app/', '').replace('/route.ts', '').split('/');
    if (names.length !== parts.length) continue;
    const fits = names.every((name, k) => name.startsWith('[') || name === parts[k]);
    if (!fits) continue;
    const params = names.flatMap((name, k) =>
      name.startsWith('[') ? [[name.slice(1, -1), decodeURIComponent(parts[k])]] : [],
    );
    return { load: routes[file], params: Object.fromEntries(params) };
  }
  throw new Error(`${pathname} is not a route`);
}

/** Asks a route's own handler, as the server would. */
async function ask(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const url = new URL(path, origin);
  const { load, params } = routeOf(url.pathname);
  const { GET } = await load();
  return worked(() =>
    GET(new Request(url, { headers: { host: url.host, ...headers } }), {
      params: Promise.resolve(params),
    }),
  );
}

const telegram = '/api/works/telegram-to-liu';
/** An address of each operation that reads, by the path of its description. */
const samples: Record<string, string> = {
  '/api/works': '/api/works',
  '/api/works/{work}': telegram,
  '/api/works/{work}/editions/{siglum}': `${telegram}/editions/zh?to=3`,
  '/api/works/{work}/editions/{siglum}/paragraphs/{segment}': `${telegram}/editions/en/paragraphs/p42a3ed44`,
  '/api/works/{work}/alignment': `${telegram}/alignment?editions=en,zh&include=text&from=2`,
  '/api/works/{work}/corrections': `${telegram}/corrections?a=en&b=zh`,
  '/api/works/{work}/collation': `${telegram}/collation?editions=en,en-plain&base=en&ignore=case&to=2`,
  '/api/works/{work}/regularisation': `${telegram}/regularisation`,
  '/api/regularisation': '/api/regularisation',
  '/api/works/{work}/terms': `${telegram}/terms`,
  '/api/works/{work}/check-list': `${telegram}/check-list?base=zh&editions=en-plain`,
  '/api/works/{work}/dismissals': `${telegram}/dismissals`,
  '/api/works/{work}/collation-edits': `${telegram}/collation-edits`,
  '/api/works/{work}/pronunciations': `${telegram}/pronunciations`,
  '/api/works/{work}/rows': `${telegram}/rows?page=1`,
  '/api/works/{work}/words': `${telegram}/words?editions=en,zh`,
  '/api/works/{work}/passage': `${telegram}/passage?siglum=en&segment=p42a3ed44&start=4&end=11`,
  '/api/works/{work}/statistics': `${telegram}/statistics?table=editions`,
  '/api/works/{work}/citation': `${telegram}/citation?siglum=en&segment=p42a3ed44&form=apa`,
  '/api/works/{work}/export': `${telegram}/export?format=tei`,
  '/api/works/{work}/archive': `${telegram}/archive`,
  '/api/works/{work}/notes': `${telegram}/notes`,
  '/api/works/{work}/annotations': `${telegram}/annotations`,
  '/api/works/{work}/history': `${telegram}/history`,
  '/api/search': '/api/search?q=Taiwan&limit=1',
  '/api/dictionary': '/api/dictionary?text=%E6%94%BF%E6%B2%BB%E8%B5%84%E6%9C%AC',
  '/api/dts': '/api/dts',
  '/api/dts/collection': '/api/dts/collection?id=telegram-to-liu',
  '/api/dts/navigation': '/api/dts/navigation?resource=telegram-to-liu:en&down=1',
  '/api/dts/document': '/api/dts/document?resource=telegram-to-liu:en',
  '/api/health': '/api/health',
  '/api/ready': '/api/ready',
  '/api/openapi.json': '/api/openapi.json',
};

interface Described {
  responses: Record<number, { content: Record<string, { schema: object }> }>;
}

describe('OpenAPI', () => {
  const description = openApi(origin);
  test('is sound', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(description));
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
  });

  test('has no fault that redocly’s recommended rules find', async () => {
    const config = await createConfig({ extends: ['recommended'] });
    const problems = await lintFromString({
      source: JSON.stringify(description),
      absoluteRef: 'openapi.json',
      config,
    });
    // A library may be on one's own machine, and forms lead on to a page (303).
    const meant = ['no-server-example.com', 'operation-2xx-response'];
    const own = problems.filter(({ ruleId }) => !meant.includes(ruleId));
    expect(own.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
  });

  test('describes every method of every route, and no other', async () => {
    const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
    const there = await Promise.all(
      Object.entries(routes).map(async ([file, load]) => {
        const path = file
          .replace('../../app', '')
          .replace('/route.ts', '')
          .replace(/\[(\w+)\]/g, '{$1}');
        const module = await load();
        const found = methods.filter((method) => method in module);
        return [path, found.map((method) => method.toLowerCase())];
      }),
    );
    const described = Object.entries(description.paths).map(([path, route]) => [
      path,
      Object.keys(route),
    ]);
    expect(Object.fromEntries(described)).toEqual(Object.fromEntries(there));
    const ids = Object.values(description.paths).flatMap((route) =>
      Object.values(route).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  const gets = Object.entries(description.paths).flatMap(([path, route]) =>
    'get' in route ? [[path, route.get as unknown as Described] as const] : [],
  );

  test('each operation that reads is asked below', () => {
    // A note is needed for one: see `tests/system/client.test.ts`.
    const others = ['/api/works/{work}/annotations/{id}'];
    expect(Object.keys(samples).concat(others).sort()).toEqual(gets.map(([path]) => path).sort());
  });

  test.each(gets.filter(([path]) => samples[path]))(
    '%s answers as it is described',
    async (path, { responses }) => {
      const response = await ask(samples[path]);
      expect(response.status).toBe(200);
      const type = response.headers.get('content-type')?.split(';')[0] ?? '';
      const { content } = responses[200];
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

  test.each(gets.filter(([path]) => samples[path]))(
    '%s refuses a parameter that it does not have',
    async (path) => {
      const sample = samples[path];
      const response = await ask(`${sample}${sample.includes('?') ? '&' : '?'}edtions=en`);
      expect(response.status).toBe(400);
      expect((await response.json()).detail).toContain(
        '“edtions” is not a parameter of this address; it takes',
      );
    },
  );
});

test('an edition comes in the type that is accepted', async () => {
  const sample = `${telegram}/editions/en`;
  const types = {
    'application/tei+xml': '<TEI',
    'text/markdown, application/json;q=0.5': 'siglum: en',
    'text/plain': '(1) [I] arrived',
    '*/*': '{"siglum":"en"',
  };
  for (const [accept, start] of Object.entries(types)) {
    const response = await ask(sample, { accept });
    expect(response.headers.get('vary')).toBe('accept');
    expect(await response.text()).toContain(start);
  }
  expect((await ask(sample, { accept: 'image/png' })).status).toBe(406);
  expect((await ask(`${sample}?from=1`, { accept: 'text/plain' })).status).toBe(400);
});

test('what is too much for one answer names the address of the next', async () => {
  const first = await (await ask('/api/search?q=the&limit=2')).json();
  expect(first.next).toBe(`${origin}/api/search?q=the&limit=2&from=2`);
  const second = await (await ask(first.next.slice(origin.length))).json();
  expect(second.hits).toHaveLength(2);
  expect(second.hits[0]).not.toEqual(first.hits[0]);
});

test('an archive holds the files of a work', async () => {
  const bytes = new Uint8Array(
    await (await ask(samples['/api/works/{work}/archive'])).arrayBuffer(),
  );
  const names = Object.keys(unzipSync(bytes));
  expect(names).toContain('telegram-to-liu/work.json');
  expect(names).toContain('telegram-to-liu/zh.md');
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
    const beside = await ask(
      `/api/dts/navigation?resource=telegram-to-liu:en&ref=${second}&down=0`,
    );
    expect((await beside.json()).member).toEqual(navigation.member);
  });

  test('units are cited by their labels, too', async () => {
    const found = await ask('/api/dts/navigation?resource=telegram-to-liu:en&ref=(2)');
    expect((await found.json()).ref.dublinCore.title).toBe('(2)');
  });

  test('name what a collection is in', async () => {
    const parents = await ask('/api/dts/collection?id=telegram-to-liu:en&nav=parents');
    expect((await parents.json()).member).toMatchObject([{ '@id': 'telegram-to-liu' }]);
    const above = await ask('/api/dts/collection?id=telegram-to-liu&nav=parents');
    expect((await above.json()).member).toMatchObject([{ '@id': 'library' }]);
  });

  test('come page by page where that is asked for', async () => {
    const address = '/api/dts/navigation?resource=telegram-to-liu:en&down=1&page=1';
    const { view, member } = await (await ask(address)).json();
    expect(member).toHaveLength(4);
    expect(view).toMatchObject({ '@type': 'Pagination', previous: null, next: null });
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
    [400, '/api/works/telegram-to-liu/export?format=pdf&paper=a3'],
    [400, '/api/works/telegram-to-liu/export'],
    [400, '/api/works/telegram-to-liu/alignment?form=bead'],
    [400, '/api/works/telegram-to-liu/alignment?form=beads'],
    [400, '/api/works/telegram-to-liu/collation?from=0'],
    [400, '/api/works/telegram-to-liu/collation?ignore=cases'],
    [400, '/api/works/telegram-to-liu/collation?from=1&from=2'],
    [400, '/api/works/telegram-to-liu/passage?siglum=en&segment=x&start=a&end=2'],
    [400, '/api/search?q=a&limit=201'],
    [400, '/api/dts/navigation?resource=telegram-to-liu:en&down=x'],
    [404, '/api/dts/document?resource=telegram-to-liu:en&tree=verses'],
    [404, '/api/dts/collection?page=9'],
    [404, '/api/works/telegram-to-liu/annotations/nothing'],
    [404, '/api/works/telegram-to-liu/citation?siglum=en&segment=nothing&form=apa'],
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

test('downloads are named by the title of the work and its editions', async () => {
  const named = async (path: string) =>
    (await ask(path)).headers.get('content-disposition')?.replace('attachment; ', '');
  expect(await named(`${telegram}/export?format=csv&editions=en,zh`)).toBe(
    'filename="Telegram to Liu en zh.csv"',
  );
  expect(await named(`${telegram}/archive`)).toBe('filename="Telegram to Liu.zip"');
  expect(attachment('致刘少奇电/一', '', 'csv')).toBe(
    `attachment; filename="????? ?.csv"; filename*=UTF-8''${encodeURIComponent('致刘少奇电 一')}.csv`,
  );
});
