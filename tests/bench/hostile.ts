import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { usageOf } from '../../lib/jobs/limits';
import { childrenOf, startApp } from '../processes';

// Sends every file of a folder to a server, and prints what came of each: the status, the time of the
// answer, the longest wait of a reader meanwhile (health and a page), and the server's memory.
//
//   npm run bench:hostile -- FOLDER [name…]

const [folder, ...names] = process.argv.slice(2);
if (!folder) {
  console.error('usage: npm run bench:hostile -- FOLDER [name…]');
  process.exit(2);
}
const app = await startApp({ VARIORUM_METRICS_PORT: '' });
const serving = childrenOf(app.child.pid ?? 0);

/** Asks again and again until stopped. @returns the longest wait in milliseconds. */
function watch(place: string): () => Promise<number> {
  let on = true;
  let longest = 0;
  const done = (async () => {
    while (on) {
      const before = performance.now();
      await (await app.get(place)).arrayBuffer();
      longest = Math.max(longest, performance.now() - before);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  return async () => {
    on = false;
    await done;
    return longest;
  };
}

try {
  await (await app.get('/works/telegram-to-liu')).arrayBuffer();
  const files = readdirSync(folder).filter((name) => names.length === 0 || names.includes(name));
  const milliseconds = (value: number) => String(Math.round(value)).padStart(7);
  console.log('status  answer  health    page   MB  file');
  for (const name of files) {
    const health = watch('/api/health');
    const page = watch('/works/telegram-to-liu');
    const before = performance.now();
    const response = await fetch(`${app.url}/api/import/read?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { ...(app.cookie ? { cookie: app.cookie } : {}) },
      body: readFileSync(path.join(folder, name)),
    }).catch((error) => new Response(String(error.cause ?? error), { status: 599 }));
    const text = await response.text();
    const time = performance.now() - before;
    const waits = [await health(), await page()];
    const megabytes = Math.max(...serving.map((pid) => usageOf(pid)?.megabytes ?? 0));
    const said = response.ok ? `${text.length} bytes` : text.slice(0, 300);
    console.log(
      `${response.status} ${milliseconds(time)} ${waits.map(milliseconds).join(' ')} ${String(Math.round(megabytes)).padStart(5)}  ${name}: ${said}`,
    );
  }
} finally {
  await app.end();
}
