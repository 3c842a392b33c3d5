import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, startApp } from '../processes';

/** Addresses of all routes of the API, with the telegram where a work is asked for. */
function routes(): string[] {
  const values: Record<string, string> = { work: 'telegram-to-liu', siglum: 'en', note: 'n1' };
  return readdirSync('app/api', { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'route.ts')
    .map((file) => `/api/${path.dirname(file)}`.replaceAll(path.sep, '/'))
    .map((route) => route.replace(/\[(\w+)\]/g, (_, name) => values[name] ?? 'x'));
}

describe('every route of the API', () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp({
      VARIORUM_READ_ONLY: 'yes',
      VARIORUM_URL: 'https://texts.example.org',
      VARIORUM_RATE: '400',
    });
  });
  afterAll(() => app.end('SIGKILL'));

  const ask = (route: string, method: string, headers: Record<string, string> = {}) =>
    fetch(app.url + route, { method, headers, redirect: 'manual' });

  test('answers every method with headers that bound what its answer may do', async () => {
    expect(routes().length).toBeGreaterThan(20);
    for (const route of routes()) {
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']) {
        const response = await ask(route, method);
        const { status, headers } = response;
        await response.arrayBuffer();
        expect({ route, method, status: status >= 500 && status !== 503 }).toEqual({
          route,
          method,
          status: false,
        });
        expect([route, method, headers.get('x-content-type-options')]).toEqual([
          route,
          method,
          'nosniff',
        ]);
        // Next itself refuses other methods, and says which there are, where the proxy does not.
        if (status === 405 || method === 'OPTIONS') continue;
        expect([route, method, headers.get('strict-transport-security')]).toEqual([
          route,
          method,
          expect.stringContaining('max-age'),
        ]);
      }
    }
  });

  test('names itself by the address that readers know', async () => {
    const texts = await Promise.all(
      [
        '/api/dts',
        '/api/dts/collection',
        '/api/openapi.json',
        '/api/works/telegram-to-liu/annotations',
      ].map(async (route) => (await ask(route, 'GET')).text()),
    );
    for (const text of texts) {
      expect(text).toContain('https://texts.example.org');
      expect(text).not.toMatch(/localhost|127\.0\.0\.1/);
    }
  });

  // The last: it uses up what this address may ask.
  test('counts what one address asks', async () => {
    for (let n = 0; n < 420; n++) await (await ask('/api/health', 'GET')).arrayBuffer();
    // The proxy does not see what is sent at length: those routes count what they are asked.
    const needed = { corrections: '?a=en&b=zh', whole: '?work=x' };
    const asked = routes().map((route) => {
      const query = Object.entries(needed).find(([name]) => route.endsWith(name))?.[1];
      return route + (query ?? '');
    });
    const counted = asked.filter((route) => !route.includes('import'));
    for (const route of counted) {
      const response = await ask(route, 'GET');
      await response.arrayBuffer();
      expect([route, response.status]).toEqual([route, 429]);
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    for (const route of asked.filter((each) => each.includes('import'))) {
      const codes: number[] = [];
      for (let n = 0; n < 62; n++) codes.push((await ask(route, 'POST')).status);
      expect([route, codes.at(-1)]).toEqual([route, 429]);
    }
  });
});
