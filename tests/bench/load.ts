/**
 * The app under load: requests a second and how long the slowest of a hundred take (p99), at 50 and
 * 200 connections, beside a route that does nothing (`/api/health`), which is what the framework
 * itself costs. Then reading while a book is aligned, and memory over 100,000 requests.
 *
 *     npm run bench:load [seconds for each row]
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import { makeLongWork } from '../library';
import { childrenOf, eventually, startApp } from '../processes';

const seconds = Number(process.argv[2] ?? 10);
const requests = Number(process.env.REQUESTS ?? 100_000);
const folder = mkdtempSync(path.join(tmpdir(), 'variorum-load-'));
const library = path.join(folder, 'library');
mkdirSync(library);
cpSync('editions', library, { recursive: true });
makeLongWork(library, 'long', 2000, 3);
makeLongWork(library, 'unread', 6000, 4);

const app = await startApp({
  VARIORUM_LIBRARY: library,
  VARIORUM_CACHE: path.join(folder, 'cache'),
});
const pages: Record<string, string> = {
  'nothing (/api/health)': '/api/health',
  'comparison, telegram': '/works/telegram-to-liu',
  'comparison, 2,000 paragraphs': '/works/long?at=1000',
  'search, page': '/search?q=Moscow',
  'search, API': '/api/search?q=Moscow',
  'alignment, API': '/api/works/telegram-to-liu/alignment',
  'rows of a section, API': '/api/works/long/rows?section=5',
};

const load = (place: string, connections: number, more: Partial<autocannon.Options> = {}) =>
  autocannon({ url: app.url + place, connections, duration: seconds, timeout: 60, ...more });

/** Waits until what was asked for last, and not waited for, is done. */
async function settle(): Promise<void> {
  for (let quick = 0; quick < 3; ) {
    const from = performance.now();
    await app.get('/api/health');
    quick = performance.now() - from < 25 ? quick + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Memory of the process that answers, in MB. */
function memory(): number {
  const [server] = childrenOf(app.child.pid ?? 0);
  const status = readFileSync(`/proc/${server}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

try {
  for (const place of Object.values(pages)) {
    await eventually(async () => {
      const response = await app.get(place);
      const text = await response.text();
      return response.ok && !/class="[^"]*waiting/.test(text.slice(0, 8000));
    }, 120);
  }
  const table: Record<string, Record<string, number | string>> = {};
  for (const connections of [50, 200]) {
    let floor = 0;
    for (const [name, place] of Object.entries(pages)) {
      // What comes first is not what comes after a minute: V8 has to warm to each page.
      await load(place, connections, { duration: Math.min(3, seconds) });
      await settle();
      const { requests: rate, latency, non2xx, errors } = await load(place, connections);
      await settle();
      floor ||= rate.average;
      table[`${name} · ${connections}`] = {
        'a second': Math.round(rate.average),
        'of nothing': (rate.average / floor).toFixed(2),
        'p50 ms': latency.p50,
        'p99 ms': latency.p99,
        failed: non2xx + errors,
      };
    }
  }
  console.table(table);

  // Reading while the book that nobody has read yet is aligned in its thread.
  const read = () => load('/works/telegram-to-liu', 10, { overallRate: 40 });
  await settle();
  const alone = await read();
  const asked = app.get('/api/works/unread/alignment').catch(() => null);
  const beside = await read();
  await asked;
  console.table({
    alone: { 'p50 ms': alone.latency.p50, 'p99 ms': alone.latency.p99, ratio: 1 },
    'while a book is aligned': {
      'p50 ms': beside.latency.p50,
      'p99 ms': beside.latency.p99,
      ratio: Number((beside.latency.p99 / alone.latency.p99).toFixed(2)),
    },
  });

  const flat: Record<string, Record<string, number>> = {};
  // A page of each kind among many answers of the API, so that it ends within minutes.
  const often = ['/api/health', '/api/works', '/api/works/telegram-to-liu/alignment'];
  const mixed = Object.values(pages)
    .flatMap((place) => [place, ...often, ...often])
    .map((place) => ({ path: place }));
  const step = requests / 10;
  for (let done = 0; done <= requests; done += step) {
    if (done > 0) {
      await load('', 20, { amount: step, requests: mixed });
    }
    flat[`${done} requests`] = { 'memory MB': Math.round(memory()) };
  }
  console.table(flat);
} finally {
  await app.end('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}
