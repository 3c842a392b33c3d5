import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, eventually, startApp, worked } from '../processes';

const home = mkdtempSync(path.join(tmpdir(), 'variorum-reads-'));
const library = path.join(home, 'library');
const log = path.join(home, 'reads.txt');
let app: App;

beforeAll(async () => {
  cpSync('editions/telegram-to-liu', path.join(library, 'telegram-to-liu'), { recursive: true });
  app = await startApp({
    VARIORUM_LIBRARY: library,
    VARIORUM_READS: log,
    NODE_OPTIONS: `--require ${path.resolve('tests/system/count-reads.cjs')}`,
  });
});
afterAll(async () => {
  await app.end('SIGKILL');
  rmSync(home, { recursive: true, force: true });
});

/** How often each file of the library is read meanwhile. */
async function readsOf(run: () => Promise<Response>): Promise<Record<string, number>> {
  writeFileSync(log, '');
  const response = await run();
  expect(response.status).toBeLessThan(300);
  await response.text();
  const counts: Record<string, number> = {};
  for (const file of readFileSync(log, 'utf8').split('\n').filter(Boolean)) {
    const name = path.relative(path.join(library, 'telegram-to-liu'), file);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

test('a warm view of a page reads each file of the work once, and a kept one none', async () => {
  const address = '/works/telegram-to-liu?editions=en,en-plain';
  const kept = () => app.get(address);
  await (await worked(kept)).text();
  await eventually(async () => (await kept()).headers.get('etag'));
  expect(await readsOf(kept)).toEqual({});
  // For the owner it is made each time.
  const page = () => fetch(app.url + address, { headers: { cookie: String(app.cookie) } });
  expect(await readsOf(page)).toEqual({
    'work.json': 1,
    'corrections.json': 1,
    'notes.json': 1,
    'regularisation.json': 1,
    // Of the library.
    '../regularisation.json': 1,
    'terms.json': 1,
    'collation.json': 1,
    'dismissals.json': 1,
    'pronunciations.json': 1,
  });
});

test('a saved correction reads the corrections before, at and after the save', async () => {
  const address = '/api/works/telegram-to-liu/corrections';
  const open = await (await worked(() => app.get(`${address}?a=en&b=en-plain`))).json();
  const { segments } = await (await app.get('/api/works/telegram-to-liu/editions/en')).json();
  const other = await (await app.get('/api/works/telegram-to-liu/editions/en-plain')).json();
  const beads = [{ a: [segments[0].id], b: [other.segments[0].id] }];
  const counts = await readsOf(() =>
    app.send('PUT', address, { a: 'en', b: 'en-plain', revision: open.revision, beads }),
  );
  expect(counts['corrections.json']).toBeLessThanOrEqual(3);
  expect(counts['work.json']).toBeLessThanOrEqual(2);
});
