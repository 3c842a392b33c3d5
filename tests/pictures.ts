/**
 * Makes the pictures of the documents anew, from the pages as they are built:
 *
 *     npm run build && npm run pictures
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { chromiumPath } from './browser/chromium.mjs';
import { startApp, worked } from './processes';

interface Picture {
  file: string;
  address: string;
  size: [width: number, height: number];
  /** What a reader does first. */
  before?: (page: Page) => Promise<void>;
}

const story = '/works/the-bellmakers-daughter';
const pictures: Picture[] = [
  {
    file: 'comparison.png',
    address: '/works/telegram-to-liu?editions=zh,en,en-plain',
    size: [1440, 900],
    before: (page) => page.locator('.sentence', { hasText: '两个小时' }).first().hover(),
  },
  { file: 'reading.png', address: `${story}?editions=zh,en-close,ar&at=8`, size: [1280, 720] },
  { file: 'collation.png', address: `${story}/collation`, size: [1280, 720] },
  {
    file: 'check-list.png',
    address: `${story}/renderings?view=check`,
    size: [1280, 720],
    before: (page) =>
      page
        .locator('.slip-number')
        .first()
        .evaluate((slip) => slip.scrollIntoView()),
  },
];

const library = mkdtempSync(path.join(tmpdir(), 'variorum-pictures-'));
cpSync('editions', library, { recursive: true });
const app = await startApp({}, '--library', library);
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
try {
  for (const { file, address, size, before } of pictures) {
    await worked(() => app.get(address));
    const [width, height] = size;
    const page = await browser.newPage({ viewport: { width, height }, locale: 'en' });
    await page.goto(app.url + address, { waitUntil: 'networkidle' });
    await before?.(page);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: path.join('docs', file), animations: 'disabled' });
    await page.close();
    console.log(`docs/${file}`);
  }
} finally {
  await browser.close();
  await app.end();
  rmSync(library, { recursive: true });
}
