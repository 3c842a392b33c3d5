import { expect, test } from '@playwright/test';
import { expectAccessible, expectAccessibleInBothThemes } from './axe';
import { awake } from './open';

const telegram = '/works/telegram-to-liu';

test('the palette finds commands, pages and editions by a few letters', async ({ page }) => {
  await page.goto(telegram);
  await awake(page);
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await expect(palette.getByRole('searchbox')).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type('stat');
  await expect(palette.getByRole('menuitem')).toHaveText(['Statistics']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/statistics/);
  await page.goto(`${telegram}?editions=zh,en,en-plain`);
  await awake(page);
  await page.keyboard.press('Control+k');
  // Not waited for: what is typed while the palette loads is not lost.
  await page.keyboard.type('take zh');
  await expect(palette.getByRole('searchbox')).toHaveValue('take zh');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/editions=en,en-plain/);
  await awake(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await expect(palette).toHaveCount(0);
});

test('? lists the keys, and single ones can be turned off', async ({ page }) => {
  await page.goto(telegram);
  await awake(page);
  await page.locator('body').press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expect(keys).toContainText('Next difference');
  await expectAccessible(page);
  await keys.getByRole('checkbox').uncheck();
  await keys.getByRole('button', { name: 'Close' }).click();
  await page.locator('body').press('n');
  await expect(page.locator('.difference.current')).toHaveCount(0);
  await page.getByRole('button', { name: 'Keys' }).click();
  await keys.getByRole('checkbox').check();
  await keys.getByRole('button', { name: 'Close' }).click();
  await page.locator('body').press('n');
  await expect(page.locator('.difference.current')).toHaveCount(1);
});

test('keys do nothing while someone writes', async ({ page }) => {
  await page.goto(`${telegram}/renderings`);
  await awake(page);
  await page.getByRole('searchbox').fill('');
  await page.getByRole('searchbox').press('3');
  await expect(page.getByRole('searchbox')).toHaveValue('3');
  await expect(page).toHaveURL(/renderings/);
});

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

test('reading, looking up and noting are done by keyboard alone', async ({ page }) => {
  await page.goto(`${telegram}?editions=zh,en`);
  await awake(page);
  await page.keyboard.press('j');
  await expect(page.locator('.sentence:focus')).toContainText('我于十六日');
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.sentence:focus')).toContainText('Stalin said');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Words looked up' });
  await expect(panel.getByRole('heading', { level: 2 })).toBeFocused();
  await expect(panel).toContainText('斯大林说');
  await page.keyboard.press('Escape');
  await expect(page.locator('.sentence:focus')).toContainText('Stalin said');
  await page.keyboard.press('a');
  await expect(panel.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Said to *whom*?');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(panel.locator('.note-text em')).toHaveText('whom');
  await page.reload();
  await awake(page);
  const mark = page.getByRole('button', { name: '1 note' });
  await expect(mark).toBeVisible();
  const answer = await page.request.get('/api/works/telegram-to-liu/annotations');
  expect((await answer.json()).first.items[0].body.value).toBe('Said to *whom*?');
  await mark.click();
  await panel.getByRole('button', { name: 'Delete' }).click();
  await expect(panel.getByText('Deleted.')).toBeVisible();
  await expect(mark).toHaveCount(0);
});

for (const [name, address] of [
  ['the interleaved view', '?mode=interleaved'],
  ['Pinyin and vertical lines', '?editions=zh,en&ruby=on&vertical=on'],
  ['the links', '/align'],
  ['swiped columns', '?editions=zh,en,en-literal,en-plain'],
] as const) {
  test(`${name} has no accessibility violation in either theme`, async ({ page }) => {
    await page.setViewportSize({ width: 1024, height: 800 });
    await page.goto(telegram + address);
    await expectAccessibleInBothThemes(page);
  });
}

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

test('adding a text has no accessibility violation in the dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/import');
  await page.getByText('or paste a text').click();
  await expectAccessible(page);
});

test('keys of an input method neither close nor send anything', async ({ page }) => {
  await page.goto('/search');
  await awake(page);
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  const field = palette.getByRole('searchbox');
  await expect(field).toBeFocused();
  const press = (key: string, isComposing: boolean) =>
    field.evaluate(
      (element, [name, composing]) => {
        const event = new KeyboardEvent('keydown', {
          key: name as string,
          isComposing: composing as boolean,
          bubbles: true,
          cancelable: true,
        });
        Object.defineProperty(event, 'keyCode', { value: 229 });
        element.dispatchEvent(event);
        return event.defaultPrevented;
      },
      [key, isComposing],
    );
  // While a character is composed the input method has the key; its own action goes on.
  expect(await press('Escape', true)).toBe(false);
  expect(await press('Enter', true)).toBe(false);
  // Safari's Enter at the end of a composition would send a form.
  expect(await press('Enter', false)).toBe(true);
  await expect(palette).toBeVisible();
  await expect(page).toHaveURL(/\/search$/);
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
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

test('the palette finds pages and settings in Chinese, in Pinyin and in English', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ locale: 'zh-CN', baseURL });
  const page = await context.newPage();
  await page.goto('/works/telegram-to-liu');
  await awake(page);
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: '命令' });
  for (const [typed, found] of [
    ['统计', '统计'],
    ['tongji', '统计'],
    ['tj', '统计'],
    ['statistics', '统计'],
    ['jiansuo', '检索'],
    ['import', '添加文本'],
    ['深色', /深色/],
    ['dark', /深色/],
  ] as const) {
    await palette.getByRole('searchbox').fill(typed);
    await expect(palette.getByRole('menuitem', { name: found }).first()).toBeVisible();
  }
  await palette.getByRole('searchbox').fill('dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await context.close();
});

test('what opens from the bar stays within the page', async ({ page }) => {
  for (const width of [390, 800, 1024, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/works/the-bellmakers-daughter');
    await awake(page);
    const buttons = page.locator('.view-bar summary');
    await expect(buttons).toHaveCount(7);
    for (const button of await buttons.all()) {
      await button.click();
      const opened = page.locator('.view-bar details[open] > :not(summary)');
      await expect(opened).toHaveCount(1);
      const { x, width: wide } = (await opened.boundingBox())!;
      const name = `${await button.textContent()} at ${width}`;
      expect(x, name).toBeGreaterThanOrEqual(0);
      expect(x + wide, name).toBeLessThanOrEqual(width);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});

test('the headings of the keys are level', async ({ page }) => {
  await page.goto(telegram);
  await awake(page);
  await page.keyboard.press('?');
  const headings = page.locator('.keys-columns h3');
  await expect(headings).toHaveCount(4);
  const tops = await headings.evaluateAll((headings) => {
    const first = new Map<number, number>();
    for (const heading of headings) {
      const { left, top } = heading.getBoundingClientRect();
      first.set(left, Math.min(top, first.get(left) ?? top));
    }
    return [...first.values()];
  });
  expect(tops).toHaveLength(2);
  expect(tops[0]).toBeCloseTo(tops[1], 0);
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

test('a name of no place is told where it covers nothing, until another is typed', async ({
  page,
}) => {
  await page.goto('/works/universal-declaration?editions=en,zh');
  await awake(page);
  const box = page.getByRole('textbox', { name: 'Go to a place' });
  await box.fill('nowhere');
  await box.press('Enter');
  const missing = page.locator('.go-to-missing');
  await expect(missing).toHaveText('There is no “nowhere” here.');
  const told = (await missing.boundingBox())!;
  const heads = (await page.locator('.comparison .heads').boundingBox())!;
  const field = (await box.boundingBox())!;
  expect(told.y).toBeGreaterThanOrEqual(field.y + field.height);
  expect(told.y + told.height).toBeLessThanOrEqual(heads.y + 1);
  await box.fill('a');
  await expect(missing).toHaveCount(0);
  await box.fill('nowhere');
  await box.press('Enter');
  await expect(missing).toBeVisible();
});
