import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';

// Read from a folder, without any server.
test.use({ extraHTTPHeaders: {} });

let site: string;
test.beforeAll(() => {
  site = mkdtempSync(path.join(tmpdir(), 'variorum-pages-'));
  const command = ['lib/cli/bin.mjs', 'site', '-o', site, '--library', 'editions'];
  execFileSync(process.execPath, command);
});
test.afterAll(() => rmSync(site, { recursive: true, force: true }));
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
    for (const name of [...pages, ...views, `${work}/statistics/index`]) {
      await page.goto(at(`${name}.html`));
      const over = () => document.documentElement.scrollWidth - window.innerWidth;
      expect(await page.evaluate(over), name).toBeLessThanOrEqual(0);
    }
  });
}
