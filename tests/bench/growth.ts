/**
 * How the work grows with processes, on one database: a shelf of books aligned by one worker and by
 * two, and pages read from one app and from two. Starts a PostgreSQL of its own.
 *
 *     npm run bench:growth
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import { FolderStore } from '../../lib/store/folder-store';
import { PostgresStore } from '../../lib/store/postgres-store';
import { sendLibrary } from '../../lib/store/sync';
import { makeLongWork } from '../library';
import { newDatabase, startPostgres } from '../postgres';
import { eventually, startApp, variorum } from '../processes';

const books = Number(process.env.BOOKS ?? 8);
const paragraphs = Number(process.env.PARAGRAPHS ?? 2000);
const folder = mkdtempSync(path.join(tmpdir(), 'variorum-growth-'));
const slugs = Array.from({ length: books }, (_, k) => `book-${k + 1}`);
for (const [k, slug] of slugs.entries()) makeLongWork(folder, slug, paragraphs, k + 1);
const server = await startPostgres();

/** A new database with the library in it. */
async function library(): Promise<Record<string, string>> {
  const url = await newDatabase(server.url);
  const store = new PostgresStore(url);
  for (const from of [folder, 'editions']) {
    // Nothing of the other library is taken out again.
    const known = new Map<string, string>();
    await sendLibrary(new FolderStore(from), store, known);
  }
  await store.close();
  return { DATABASE_URL: url, VARIORUM_WORK: 'no' };
}

try {
  const aligning: Record<string, Record<string, number>> = {};
  let alone = 0;
  for (const count of [1, 2]) {
    const env = await library();
    const app = await startApp(env);
    const workers = Array.from({ length: count }, () => variorum(['worker'], env));
    await Promise.all(workers.map((worker) => worker.line('waiting for jobs')));
    const started = performance.now();
    await Promise.all(
      slugs.map((slug) =>
        eventually(async () => (await app.get(`/api/works/${slug}/alignment?form=beads`)).ok, 1200),
      ),
    );
    const took = (performance.now() - started) / 1000;
    alone ||= took;
    aligning[`${books} books, workers: ${count}`] = {
      seconds: Number(took.toFixed(1)),
      'times as fast': Number((alone / took).toFixed(2)),
    };
    await Promise.all([app, ...workers].map((each) => each.end('SIGKILL')));
  }
  console.table(aligning);

  const reading: Record<string, Record<string, number>> = {};
  let one = 0;
  for (const count of [1, 2]) {
    const env = await library();
    const apps = [];
    for (let k = 0; k < count; k++) apps.push(await startApp(env));
    for (const app of apps) await app.get('/works/telegram-to-liu');
    const results = await Promise.all(
      apps.map((app) =>
        autocannon({
          url: `${app.url}/works/telegram-to-liu`,
          connections: 20 / count,
          duration: 20,
          timeout: 60,
        }),
      ),
    );
    const rate = results.reduce((sum, { requests }) => sum + requests.average, 0);
    one ||= rate;
    reading[`apps: ${count}`] = {
      'pages a second': Number(rate.toFixed(1)),
      'p99 ms': Math.max(...results.map(({ latency }) => latency.p99)),
      'times as many': Number((rate / one).toFixed(2)),
    };
    await Promise.all(apps.map((app) => app.end('SIGKILL')));
  }
  console.table(reading);
} finally {
  await server.end();
  rmSync(folder, { recursive: true, force: true });
}
