import { expect, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { awake } from './open';

const telegram = '/works/telegram-to-liu';

test('the interface speaks Chinese where the browser does, and where it is asked to', async ({
  page,
  browser,
  baseURL,
}) => {
  const chinese = await browser.newContext({ locale: 'zh-CN', baseURL });
  const theirs = await chinese.newPage();
  await theirs.goto(telegram);
  await expect(theirs.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await expect(theirs.getByRole('link', { name: '校勘' })).toBeVisible();
  await expectAccessible(theirs);
  await chinese.close();
  await page.goto(`${telegram}?editions=zh,en`);
  await page.getByLabel('Language').selectOption('简体中文');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL(/editions=zh,en/);
  await expect(page.getByRole('link', { name: '逐句对照' })).toBeVisible();
  // The English text is set in its own face all the same.
  const face = await page
    .locator('td[lang=en] .segment')
    .first()
    .evaluate((segment) => getComputedStyle(segment).fontFamily);
  expect(face).toMatch(/^"Source Serif 4 Variable"/);
});

test('the theme is the reader’s, whatever the system’s', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(telegram);
  await page.getByLabel('Theme').selectOption('dark');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(25, 23, 20)');
});

test('readers set the texts, at once and for good', async ({ page }) => {
  await page.goto(`${telegram}?editions=zh,en`);
  await awake(page);
  const sizeOf = (lang: string) =>
    page
      .locator(`td[lang="${lang}"] .segment`)
      .nth(1)
      .evaluate((segment) => Number.parseFloat(getComputedStyle(segment).fontSize));
  const before = [await sizeOf('en'), await sizeOf('zh-Hans')];
  await page.getByText('Text', { exact: true }).click();
  await page.getByRole('radio', { name: 'largest' }).check();
  const larger = [await sizeOf('en'), await sizeOf('zh-Hans')];
  for (const [k, size] of larger.entries()) expect(size).toBeGreaterThan(1.4 * before[k]);
  const kept = page.waitForResponse('/preferences');
  await page.getByRole('radio', { name: 'sans serif' }).check();
  await kept;
  await expectAccessible(page);
  await page.goto(`${telegram}/collation`);
  await expect(page.locator('html')).toHaveAttribute('data-size', 'largest');
  await expect(page.locator('html')).toHaveAttribute('data-face', 'sans');
});

test('texts can be set without scripts', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${baseURL}${telegram}`);
  await page.getByText('Text', { exact: true }).click();
  await page.getByRole('radio', { name: 'open' }).check();
  await page.locator('.setting-form').getByRole('button', { name: 'Apply' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-spacing', 'open');
  await expect(page).toHaveURL(new RegExp(`${telegram}$`));
  await context.close();
});

test('no other site can choose for a reader, or lead away', async ({ request }) => {
  const foreign = await request.post('/preferences', {
    form: { locale: 'zh', back: '/' },
    headers: { origin: 'https://elsewhere.example' },
    maxRedirects: 0,
  });
  expect(foreign.status()).toBe(403);
  const away = await request.post('/preferences', {
    form: { theme: 'dark', back: '//elsewhere.example/x' },
    maxRedirects: 0,
  });
  expect(away.headers().location).toBe('/');
});

test('forced colours leave marks, choices and focus visible', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(`${telegram}?editions=en,en-plain`);
  await awake(page);
  const mark = page.locator('mark.difference:not(.quiet-difference)').first();
  await expect(mark).toHaveCSS('text-decoration-line', 'underline');
  await expect(page.locator('.modes a[aria-current]')).toHaveCSS('outline-style', 'solid');
  await page.getByText('His attitude was really sincere').hover();
  await expect(page.locator('.lit').first()).toHaveCSS('outline-style', 'solid');
});

test('who asks for traditional characters gets them', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ locale: 'zh-TW', baseURL });
  const page = await context.newPage();
  await page.goto('/works/telegram-to-liu');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant');
  await expect(page.getByRole('link', { name: '校勘' })).toBeVisible();
  await expect(page.getByRole('link', { name: '檢索' })).toBeVisible();
  // A refusal of the library, too.
  await page.goto('/works/telegram-to-liu?editions=en,nobody');
  await expect(page.locator('.problem').first()).toContainText('解決辦法');
  await context.close();
});

test('texts in sans serif are so in every script', async ({ page }) => {
  await page.goto('/works/universal-declaration?editions=en,zh,ar');
  await awake(page);
  await page.getByText('Text', { exact: true }).click();
  await page.getByRole('radio', { name: 'sans serif' }).check();
  const faces = await page
    .locator('tbody tr')
    .nth(1)
    .locator('.segment')
    .evaluateAll((segments) =>
      segments.map((each) => getComputedStyle(each).fontFamily.split(',')[0].replaceAll('"', '')),
    );
  expect(faces).toEqual(['Source Sans 3 Variable', 'Noto Sans SC', 'Noto Sans Arabic']);
});
