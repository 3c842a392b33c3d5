/**
 * How long the server takes for a page once warm, measured from outside with a running server:
 *
 *     npm start            # in one terminal
 *     npm run bench:page   # in another; VARIORUM_URL names another address
 */
import { performance } from 'node:perf_hooks';

const base = process.env.VARIORUM_URL ?? 'http://127.0.0.1:3000';
const pages: [name: string, address: string][] = [
  ['health (the floor)', '/api/health'],
  ['library', '/'],
  ['telegram, 4 editions', '/works/telegram-to-liu?editions=zh,en,en-literal,en-plain'],
  ['Declaration, 3 editions', '/works/universal-declaration?editions=en,zh,ar'],
  ['Declaration, 5 editions', '/works/universal-declaration?editions=en,zh,fr,es,ru'],
];
console.log('page                      median ms   p95 ms   kB   times the floor');
let floor = 0;
for (const [name, address] of pages) {
  const times: number[] = [];
  let size = 0;
  for (let round = 0; round < 60; round++) {
    const start = performance.now();
    const response = await fetch(base + address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    size = (await response.text()).length;
    if (round >= 10) times.push(performance.now() - start);
  }
  times.sort((x, y) => x - y);
  const median = times[times.length >> 1];
  floor ||= median;
  console.log(
    `${name.padEnd(25)} ${median.toFixed(1).padStart(9)} ${times[Math.floor(times.length * 0.95)].toFixed(1).padStart(8)} ${(size / 1000).toFixed(0).padStart(4)} ${(median / floor).toFixed(1).padStart(12)}`,
  );
}
