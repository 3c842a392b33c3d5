import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { usageOf } from '../../lib/jobs/limits';
import { freePort } from '../postgres';
import { type App, childrenOf, eventually, startApp } from '../processes';

describe('a running app', () => {
  let app: App;
  let collector: Server;
  let metrics: string;
  const traces: string[] = [];
  beforeAll(async () => {
    const [port, collecting] = [await freePort(), await freePort()];
    collector = createServer((request, response) => {
      let body = '';
      request.on('data', (data) => {
        body += data;
      });
      request.on('end', () => {
        traces.push(`${request.url} ${body}`);
        response.end('{}');
      });
    }).listen(collecting, '127.0.0.1');
    metrics = `http://127.0.0.1:${port}/metrics`;
    app = await startApp({
      VARIORUM_LOG: 'info',
      VARIORUM_METRICS_PORT: String(port),
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${collecting}`,
      OTEL_BSP_SCHEDULE_DELAY: '300',
    });
    await (await app.get('/works/telegram-to-liu?at=2')).text();
    await (await app.get('/api/works/nothing')).text();
  });
  afterAll(async () => {
    await app.end('SIGKILL');
    collector.close();
  });

  test('is measured by route, not by address', async () => {
    const page =
      'variorum_http_request_seconds_count{method="GET",route="/works/:work",status="200"}';
    const text = await eventually(async () => {
      const found = await (await fetch(metrics)).text();
      return found.includes(`${page} 1\n`) && found;
    });
    expect(text).toMatch(/route="\/api\/works\/:work",status="404"\} 1\n/);
    expect(text).toMatch(/variorum_process_resident_memory_bytes \d+/);
    expect(text).toContain('variorum_database_behind_seconds 0');
    expect(text).not.toContain('telegram');
    // Not where readers are.
    expect((await app.get('/metrics')).status).toBe(404);
  });

  test('reports what it did in lines of JSON', async () => {
    const line = await app.line('/works/telegram-to-liu?at=2');
    expect(JSON.parse(line)).toMatchObject({
      level: 'info',
      service: 'variorum',
      method: 'GET',
      url: '/works/telegram-to-liu?at=2',
      status: 200,
      msg: 'request',
    });
  });

  test('sends traces of requests to a collector', async () => {
    const sent = await eventually(async () =>
      traces.find((each) => each.includes('/works/[work]')),
    );
    expect(sent).toMatch(/^\/v1\/traces /);
    expect(sent).toContain('variorum');
  });

  test.skipIf(process.platform !== 'linux')('ends work that nobody waits for', async () => {
    const before = childrenOf(app.child.pid ?? 0);
    const readers = () => childrenOf(app.child.pid ?? 0).filter((pid) => !before.includes(pid));
    const busy = (pid: number) => (usageOf(pid)?.seconds ?? 0) > 2;
    const gone = new AbortController();
    const asked = fetch(`${app.url}/api/import/read?name=notes.md`, {
      method: 'POST',
      headers: { cookie: app.cookie ?? '' },
      // Takes as long as reading may.
      body: '[^1]'.repeat(25_000),
      signal: gone.signal,
    }).catch((error: Error) => error.name);
    const reader = await eventually(async () => readers().find(busy));
    gone.abort();
    expect(await asked).toBe('AbortError');
    // Sooner than its limit, or the end of an idle process, would end it.
    expect(await eventually(async () => !readers().includes(reader), 10)).toBe(true);
    // The next is read at once by another.
    const next = await fetch(`${app.url}/api/import/read?name=a.md`, {
      method: 'POST',
      headers: { cookie: app.cookie ?? '' },
      body: '# A\n\nOne paragraph.\n',
    });
    expect(next.status).toBe(200);
    expect(app.lines.join('\n')).not.toMatch(/AbortError|ResponseAborted/);
  });
});
