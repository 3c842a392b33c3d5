import { createReadStream, existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { importWork } from './import-work';
import { staticSite } from './static-site';

test('a search shows each hit beside its counterparts, and leads to the place', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Search', exact: true }).click();
  await page.getByRole('searchbox', { name: 'Search' }).fill('Taiwan');
  await page.getByLabel('Work').selectOption('telegram-to-liu');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page).toHaveURL(/q=Taiwan.*work=telegram-to-liu/);
  const hit = page.locator('.hit').first();
  // The long works of the tests' library are aligned for it first.
  await expect(hit.locator('mark.found').first()).toHaveText('Taiwan');
  await expect(hit.locator('[lang^=zh]')).toContainText('台湾');
  await expectAccessible(page);
  await hit.getByRole('link').click();
  await expect(page.locator('#row-1')).toBeInViewport();
});

test('pages of hits follow one another', async ({ page }) => {
  await page.goto('/search?q=the&work=universal-declaration&edition=en');
  await expect(page.locator('.hit').first()).toBeVisible();
  const first = await page.locator('.hit').first().textContent();
  await page.getByRole('link', { name: 'Next' }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(page.locator('.hit').first()).not.toHaveText(first ?? '');
});

test('a hit in a text with numbered sections is called by its number', async ({ page }) => {
  await importWork(page, 'numbered', {
    A: '§ 1 The harbour was empty.\n\n§ 2 The ferrywoman waited.',
    B: '§ 1 The port was bare.\n\n§ 2 The ferrywoman was waiting.',
  });
  await page.goto('/search?q=ferrywoman&work=numbered');
  await expect(page.locator('.hit').first().getByRole('heading')).toContainText('§ 2');
});

test('without accounts, the page to sign in says how to edit', async ({ page }) => {
  await page.goto('/sign-in');
  await expect(page.locator('.sign-in')).toContainText('no accounts');
  await expect(page.locator('.sign-in')).toContainText('open the address that the terminal shows');
  await expectAccessible(page);
});

test('what cannot be looked for is reported', async ({ page }) => {
  await page.goto(`/search?q=${encodeURIComponent('/(/')}`);
  await expect(page.locator('.problem')).toContainText('not sound');
});

test.describe('the static site', () => {
  let folder: string;
  let server: Server;
  let address: string;
  test.beforeAll(async () => {
    folder = await staticSite();
    const types: Record<string, string> = {
      '.html': 'text/html',
      '.css': 'text/css',
      '.js': 'text/javascript',
      '.json': 'application/json',
    };
    server = createServer((request, response) => {
      const file = path.join(
        folder,
        decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname),
      );
      if (!existsSync(file)) {
        response.writeHead(404).end();
        return;
      }
      response.writeHead(200, {
        'content-type': types[path.extname(file)] ?? 'application/octet-stream',
      });
      createReadStream(file).pipe(response);
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  test.afterAll(() => {
    server.close();
  });

  test('is read, compared and searched with no server behind it', async ({ page }) => {
    const missing: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) missing.push(response.url());
    });
    await page.goto(`${address}/index.html`);
    await page.getByRole('link', { name: 'Telegram to Liu' }).click();
    await page.getByRole('link', { name: 'Comparison' }).click();
    await expect(page.locator('.comparison tbody tr')).toHaveCount(3);
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Search' }).click();
    await page.locator('input').first().fill('treaty');
    await expect(page.locator('.hit mark').first()).toHaveText(/^treat/);
    await page.goto(`${address}/search/zh.html`);
    await page.locator('input').first().fill('条约');
    await expect(page.locator('.hit mark').first()).toHaveText(/^条/);
    // One search for all Chinese, whatever the tag of an edition.
    await page.locator('input').first().fill('斯大林');
    await expect(page.locator('.hit').first()).toContainText('斯大林');
    expect(missing).toEqual([]);
  });
});
