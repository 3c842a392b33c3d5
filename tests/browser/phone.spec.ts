import { expect, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { awake } from './open';

const telegram = '/works/telegram-to-liu';

test('narrow screens swipe between the editions, and the page itself stays put', async ({
  page,
}) => {
  for (const width of [320, 360, 768, 1024]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`/works/universal-declaration?editions=en,zh,fr,ar,ru`);
    await awake(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    const tabs = page.getByRole('navigation', { name: 'Editions', exact: true });
    await expect(tabs.getByRole('button', { name: 'en' })).toHaveAttribute('aria-current', 'true');
    await tabs.getByRole('button', { name: 'fr' }).click();
    await expect(tabs.getByRole('button', { name: 'fr' })).toHaveAttribute('aria-current', 'true');
    const french = page.getByText('Considérant que la reconnaissance');
    await expect.poll(async () => (await french.boundingBox())!.x).toBeGreaterThanOrEqual(-1);
    await expect.poll(async () => (await french.boundingBox())!.x).toBeLessThan(width);
  }
});

test('on a phone one edition fills the screen, and rows still align', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${telegram}?editions=zh,en`);
  await awake(page);
  const cells = page.locator('.comparison tbody tr').first().locator('td');
  const [first, second] = await cells.evaluateAll((all) =>
    all.map((cell) => cell.getBoundingClientRect()).map(({ top, width }) => ({ top, width })),
  );
  expect(first.top).toBe(second.top);
  expect(first.width).toBeGreaterThan(300);
  await page.locator('.comparison-frame').evaluate((frame) => frame.scrollBy({ left: 340 }));
  await expect(
    page
      .getByRole('navigation', { name: 'Editions', exact: true })
      .getByRole('button', { name: 'en' }),
  ).toHaveAttribute('aria-current', 'true');
});

test('on a phone each place says its number, whichever edition is in view', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${telegram}?editions=zh,en,en-plain`);
  await awake(page);
  const numbers = page.locator('.comparison tbody .gutter a');
  await expect(numbers.first()).toBeInViewport();
  await page.locator('.edition-tabs').getByRole('button', { name: 'en-plain' }).click();
  await expect(page.locator('.edition-tabs button').last()).toHaveAttribute('aria-current', 'true');
  await expect(numbers.first()).toBeInViewport();
});

test('on a phone interleaved heads stand above the text, not over it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${telegram}?editions=zh,en&mode=interleaved`);
  await awake(page);
  const edge = (selector: string, side: 'top' | 'bottom') =>
    page
      .locator(selector)
      .first()
      .evaluate((element, at) => element.getBoundingClientRect()[at], side);
  const heads = '.comparison .heads';
  expect(Math.abs((await edge(heads, 'top')) - (await edge('.view-bar', 'bottom')))).toBeLessThan(
    2,
  );
  const bottom = await edge(heads, 'bottom');
  expect(await edge('.comparison tbody .gutter a', 'top')).toBeGreaterThanOrEqual(bottom - 1);
  expect(await edge('.comparison tbody .cell-siglum', 'top')).toBeGreaterThanOrEqual(bottom);
  // They stay there.
  await page.evaluate(() => window.scrollTo(0, 500));
  await expect
    .poll(async () => (await edge(heads, 'top')) - (await edge('.view-bar', 'bottom')))
    .toBeLessThan(2);
  expect(await edge(heads, 'top')).toBeGreaterThan(0);
});

test('on a phone the link of the page is in view among those of the work', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const [path, name] of [
    ['/edit', 'Edit'],
    ['/align', 'Links'],
  ]) {
    await page.goto(telegram + path);
    await expect(page.locator('.work-nav').getByText(name, { exact: true })).toBeInViewport({
      ratio: 0.99,
    });
  }
});

test('on a phone the ways on are all in view, and there is room to write where to go', async ({
  page,
  baseURL,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const locale of ['en', 'zh']) {
    await page.context().addCookies([{ name: 'locale', value: locale, url: baseURL }]);
    await page.goto(telegram);
    const links = page.locator('.masthead nav a');
    await expect(links).toHaveCount(3);
    for (const link of await links.all()) {
      await expect(link).toBeInViewport({ ratio: 1 });
      expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(24);
    }
  }
  await awake(page);
  const goTo = page.locator('.go-to input[name=ref]');
  await goTo.focus();
  expect((await goTo.boundingBox())?.width).toBeGreaterThan(200);
  // What other editions have for a sentence is one tap away, and one to close.
  const sentence = page.locator('.segment[data-siglum=zh] .sentence').nth(1);
  const others = page.getByRole('dialog', { name: '其他版本中的对应文句' });
  await sentence.click();
  await expect(others).toContainText('His attitude was really sincere.');
  await expect(others.locator('dt').first()).toHaveText('en');
  await sentence.click();
  await expect(others).toHaveCount(0);
});

test('a phone-sized page has no accessibility violation', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(telegram);
  await expectAccessible(page);
});
