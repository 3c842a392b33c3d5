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
