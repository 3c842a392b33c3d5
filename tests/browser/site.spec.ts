import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { staticSite } from './static-site';

// Read from a folder, without any server.
test.use({ extraHTTPHeaders: {} });

let site: string;
test.beforeAll(async () => {
  site = await staticSite();
});
const at = (page: string) => pathToFileURL(path.join(site, page)).href;
const comparison = 'works/telegram-to-liu/compare/1.html';

test('editions and kinds of difference are chosen without a script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(at(comparison));
  const marked = page.locator('.comparison mark.replaced[data-kind=substitution]').first();
  const colour = () => marked.evaluate((element) => getComputedStyle(element).backgroundColor);
  await page.locator('.choices summary').click();
  await expect(page.locator('.comparison thead th:visible')).toHaveCount(4);
  await page.getByLabel('en-literal').uncheck();
  await expect(page.locator('.comparison thead th:visible')).toHaveText([
    /^zh/,
    /^en /,
    /^en-plain/,
  ]);
  const before = await colour();
  await page.getByLabel('substitution').uncheck();
  expect(await colour()).not.toBe(before);
  const cells = page.locator('.comparison tbody tr:first-child td:visible');
  const left = async () =>
    new Set(await cells.evaluateAll((all) => all.map((e) => e.getBoundingClientRect().left))).size;
  expect(await left()).toBe(3);
  await page.getByLabel('interleaved').check();
  expect(await left()).toBe(1);
  await context.close();
});

test('what is chosen is kept from page to page', async ({ page }) => {
  await page.goto(at(comparison));
  await page.locator('.choices summary').click();
  await page.getByLabel('en-literal').uncheck();
  await page.getByLabel('Theme').selectOption('dark');
  await page.getByLabel('Size of letters').selectOption('largest');
  await page.goto(at('works/telegram-to-liu/compare-en-plain/1.html'));
  await expect(page.locator('.comparison thead th:visible')).toHaveCount(3);
  const root = page.locator('html');
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await expect(root).toHaveAttribute('data-size', 'largest');
  await expect(page.getByLabel('Theme')).toHaveValue('dark');
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(25, 23, 20)');
});

/** Serves the site as any web server would. */
async function served(): Promise<{ url: string; server: Server }> {
  const types: Record<string, string> = {
    html: 'text/html',
    js: 'text/javascript',
    css: 'text/css',
  };
  const server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    try {
      const content = readFileSync(path.join(site, name));
      const type = types[path.extname(name).slice(1)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

test('the search shows siglum and counterparts, and finds Chinese in either script', async ({
  page,
}) => {
  const { url, server } = await served();
  await page.goto(`${url}/search/zh.html`);
  const hit = page.locator('.hit').filter({ hasText: '柳湾有一座钟楼' });
  for (const query of ['钟楼', '鐘樓']) {
    await page.getByRole('searchbox').fill(query);
    await expect(hit.locator('.siglum')).toHaveText(['zh', 'en-close', 'en-free', 'ar']);
    await expect(hit.locator('mark').first()).toHaveText('钟楼');
    await page.getByRole('searchbox').fill('');
    await expect(hit).toHaveCount(0);
  }
  await page.goto(`${url}/search/en.html?q=bell`);
  const found = page.locator('.hit').filter({ hasText: 'had a bell tower' });
  // Two editions in English have it at that place, which is shown once.
  await expect(found).toHaveCount(1);
  await expect(found.locator('.siglum')).toHaveCount(4);
  await found.getByRole('link').click();
  await expect(page.locator('tr:target')).toContainText('had a bell tower');
  await page.goto(`${url}/search/en.html?q=xylophone`);
  await expect(page.getByRole('status')).toHaveText('Nothing found.');
  server.close();
});

test('renderings are read without a script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(at('works/the-bellmakers-daughter/renderings/1.html'));
  // The usual rendering, which is closed.
  const rendering = page.locator('.rendering').first();
  await rendering.locator('summary').click();
  await rendering.getByRole('link').first().click();
  await expect(page.locator('tr:target')).toBeVisible();
  await context.close();
});

for (const width of [390, 1440]) {
  test(`no page is wider than a window of ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    const work = 'works/telegram-to-liu';
    const pages = [
      'index',
      `${work}/index`,
      `${work}/zh/1`,
      `${work}/zh/pinyin-1`,
      `${work}/compare/1`,
    ];
    const views = ['apparatus', 'inline', 'table', 'graph'].map((view) => `${work}/${view}-en/1`);
    const studies = [
      `${work}/renderings/1`,
      `${work}/renderings/check`,
      `${work}/statistics/index`,
      'search/zh',
    ];
    for (const name of [...pages, ...views, ...studies]) {
      await page.goto(at(`${name}.html`));
      const over = () => document.documentElement.scrollWidth - window.innerWidth;
      expect(await page.evaluate(over), name).toBeLessThanOrEqual(0);
    }
  });
}
