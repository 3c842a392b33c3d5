/**
 * A book of 20,000 paragraphs in five editions, read in Chromium: how long until the first view,
 * and the longest task while it is scrolled; beside the same texts as one plain table, as a page
 * of its own. Starts a server of its own and aligns the book first (some minutes).
 *
 *     npm run bench:reading
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from '@playwright/test';
import { chromiumPath } from '../browser/chromium.mjs';
import { random, syntheticBook } from './synthetic';

const paragraphs = Number(process.env.PARAGRAPHS ?? 20_000);
const port = 3177;
const folder = mkdtempSync(path.join(tmpdir(), 'variorum-bench-'));
const home = path.join(folder, 'library', 'book');
mkdirSync(home, { recursive: true });

const { a, b } = syntheticBook(paragraphs, false);
const foreign = syntheticBook(paragraphs, true).b;
const next = random(5);
const vary = (share: number) =>
  a.map((text) =>
    text
      .split(' ')
      .map((word) => (next() < share ? [...word].reverse().join('') : word))
      .join(' '),
  );
const editions: Record<string, string[]> = { A: a, B: b, C: vary(0.05), D: vary(0.15), F: foreign };
for (const [siglum, texts] of Object.entries(editions)) {
  const body = texts.map((text, k) =>
    k % 80 === 0 ? `## Chapter ${k / 80 + 1}\n\n${text}` : text,
  );
  const language = siglum === 'F' ? 'fr' : 'en';
  writeFileSync(
    path.join(home, `${siglum}.md`),
    `---\nlanguage: ${language}\ntitle: Edition ${siglum}\n---\n\n${body.join('\n\n')}\n`,
  );
}
const plain = path.join(folder, 'plain.html');
const rows = a.map(
  (_, k) =>
    `<tr>${Object.values(editions)
      .map((texts) => `<td>${texts[k] ?? ''}</td>`)
      .join('')}</tr>`,
);
writeFileSync(
  plain,
  `<!doctype html><meta charset="utf-8"><style>table{width:100%;table-layout:fixed}td{vertical-align:top}</style><table>${rows.join('')}</table>`,
);

const server = spawn(
  process.execPath,
  ['lib/cli/bin.mjs', 'serve', '--port', String(port), '--library', path.join(folder, 'library')],
  { stdio: 'ignore', env: { ...process.env, VARIORUM_CACHE: path.join(folder, 'cache') } },
);
const address = `http://127.0.0.1:${port}/works/book?editions=A,B,C,D,F`;
const started = Date.now();
const ready = async (): Promise<void> => {
  for (;;) {
    const page = await fetch(address)
      .then((response) => response.text())
      .catch(() => '');
    if (page.includes('data-section')) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
};

async function measure(browser: Browser, url: string) {
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(url, { waitUntil: 'load', timeout: 300_000 });
  const longest = () =>
    page.evaluate(() => {
      const { tasks } = window as unknown as { tasks: number[] };
      return Math.max(0, ...tasks.splice(0));
    });
  const view = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  );
  await page.waitForTimeout(1500);
  const loading = await longest();
  await page.mouse.move(600, 500);
  for (let step = 0; step < 150; step++) {
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(40);
  }
  await page.waitForTimeout(500);
  const elements = await page.evaluate(() => document.querySelectorAll('*').length);
  const scrolling = await longest();
  await page.close();
  return [view, loading, scrolling, elements].map(Math.round);
}

try {
  await ready();
  console.log(
    `${paragraphs} paragraphs, 5 editions; aligned in ${Math.round((Date.now() - started) / 1000)} s`,
  );
  await ready();
  const browser = await chromium.launch({
    executablePath: chromiumPath() ?? undefined,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  // Once before, so that neither pays for the browser's start.
  await measure(browser, address);
  const own = await measure(browser, address);
  const peer = await measure(browser, pathToFileURL(plain).href);
  await browser.close();
  const names = [
    'first view, ms',
    'longest task, loading, ms',
    'longest task, scrolling, ms',
    'elements in the page',
  ];
  console.log(
    `${''.padEnd(30)}${'Variorum'.padStart(10)}${'plain table'.padStart(14)}${'ratio'.padStart(8)}`,
  );
  names.forEach((name, k) => {
    const ratio = peer[k] > 0 ? (own[k] / peer[k]).toFixed(2) : '–';
    console.log(
      `${name.padEnd(30)}${String(own[k]).padStart(10)}${String(peer[k]).padStart(14)}${ratio.padStart(8)}`,
    );
  });
} finally {
  server.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}
