import { expect, test } from '@playwright/test';
import { expectAccessibleInBothThemes } from './axe';
import { awake } from './open';

const telegram = '/works/telegram-to-liu';

test('corresponding paragraphs start at the same height', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${telegram}?editions=zh,en,en-literal`);
  const rows = page.locator('.comparison tbody tr');
  await expect(rows).toHaveCount(4);
  for (const row of await rows.all()) {
    const tops = await row
      .locator('td')
      .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().top));
    expect(new Set(tops).size).toBe(1);
  }
});

test('differences are elements, told apart by line as well as colour', async ({ page }) => {
  await page.goto(`${telegram}?editions=en,en-literal&base=en&marks=all`);
  const style = (selector: string) =>
    page
      .locator(`.comparison ${selector}.difference:not(.quiet-difference)`)
      .first()
      .evaluate((element) => {
        const { textDecorationStyle, backgroundColor } = getComputedStyle(element);
        return { textDecorationStyle, backgroundColor };
      });
  const [inserted, deleted, replaced] = [
    await style('ins'),
    await style('del'),
    await style('mark'),
  ];
  expect(new Set([inserted, deleted, replaced].map((each) => each.textDecorationStyle)).size).toBe(
    3,
  );
  expect(new Set([inserted, deleted, replaced].map((each) => each.backgroundColor)).size).toBe(3);
  await page.goto(`${telegram}?editions=en,en-literal&base=en&marks=off`);
  await expect(page.locator('.comparison .difference')).toHaveCount(0);
});

test('the marked text is still the edition’s text', async ({ page }) => {
  await page.goto(`${telegram}?editions=en,en-plain&base=en`);
  const text = await page
    .locator('tbody td')
    .first()
    .locator('.segment')
    .evaluate((segment) => {
      for (const extra of segment.querySelectorAll('.omission, .label')) extra.remove();
      return segment.textContent;
    });
  expect(text).toBe(
    '[I] arrived in Moscow on the 16th, and met with Stalin for two hours at 10 p.m. (Beijing time). His attitude was really sincere. The questions involved include the prospect of peace the treaty, loans, Taiwan, and the publication of my selected works.',
  );
});

test('merged and redivided paragraphs are reported', async ({ page }) => {
  await page.goto(`${telegram}?editions=en,en-plain`);
  await expect(page.locator('.comparison tbody tr')).toHaveCount(3);
  await expect(page.locator('.division-redivided .division-note')).toHaveText(
    'paragraphs divided elsewhere',
  );
});

test('honest notices stand on the page', async ({ page }) => {
  await page.goto(telegram);
  await expect(page.locator('.notices .notice').first()).toBeVisible();
  await page.locator('.heads summary').first().click();
  await expect(
    page.locator('.edition-details').getByText('not a historical source').first(),
  ).toBeVisible();
});

test('editions and base are chosen with a form, and stand in the URL', async ({ page }) => {
  await page.goto(telegram);
  await awake(page);
  await page.evaluate(() => Object.assign(window, { stays: true }));
  await page.locator('.picker > summary').click();
  await page.getByRole('checkbox', { name: 'en-literal' }).uncheck();
  await page.getByRole('checkbox', { name: 'en-plain' }).check();
  await page.getByRole('radio', { name: 'en-plain' }).check();
  await expect(page).toHaveURL(/editions=zh,en,en-plain&base=en-plain/);
  await expect(page.getByRole('columnheader', { name: /en-plain.*base/ })).toBeVisible();
  // At once, in the page as it is; what was opened stays open.
  expect(await page.evaluate(() => 'stays' in window)).toBe(true);
  await expect(page.locator('.picker')).toHaveAttribute('open', '');
  await page.keyboard.press('Escape');
  await expect(page.locator('.picker')).not.toHaveAttribute('open');
});

test('every text carries its language and direction', async ({ page }) => {
  await page.goto('/works/universal-declaration?editions=en,zh,ar,ru');
  const cells = page.locator('.comparison tbody tr').nth(1).locator('td');
  await expect(cells.nth(1)).toHaveAttribute('lang', 'zh');
  await expect(cells.nth(2)).toHaveAttribute('dir', 'rtl');
  await expect(cells.nth(2)).toHaveCSS('direction', 'rtl');
  await page.evaluate(() => document.fonts.ready);
  const loaded = await page.evaluate(() =>
    [...document.fonts]
      .filter(({ status }) => status === 'loaded')
      .map(({ family }) => family.replaceAll('"', '')),
  );
  for (const family of [
    'Source Serif 4 Variable',
    'Noto Serif SC Variable',
    'Noto Naskh Arabic Variable',
  ]) {
    expect(loaded).toContain(family);
  }
});

test('nothing moves while faces come, and they are light', async ({ page }) => {
  await page.addInitScript(() => {
    const moved = window as unknown as { moved: number };
    moved.moved = 0;
    new PerformanceObserver((list) => {
      for (const each of list.getEntries() as (PerformanceEntry & { value: number })[])
        moved.moved += each.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const address of [telegram, '/works/universal-declaration?editions=zh,en']) {
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready);
    const bytes = await page.evaluate(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({ name }) => /\.woff2|\/faces\/\w+\?part=/.test(name))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    );
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThan(500_000);
    expect(await page.evaluate(() => (window as unknown as { moved: number }).moved)).toBeLessThan(
      0.02,
    );
  }
});

test('foreign words in emphasis carry their own language', async ({ page }) => {
  await page.goto(`${telegram}?editions=en,zh&marks=off`);
  await expect(page.locator('i.foreign')).toHaveText('zhengzhi ziben');
  await expect(page.locator('i.foreign')).toHaveAttribute('lang', 'zh-Latn-pinyin');
  const added = page.locator('.editorial').first();
  await expect(added).toHaveText('[I]');
  // In the face of the text around them.
  await expect(added).toHaveCSS('font-family', /^"?Source Serif 4/);
});

test('printing leaves the controls out', async ({ page }) => {
  await page.goto(telegram);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.picker')).toBeHidden();
  await expect(page.locator('.segment').first()).toBeVisible();
});

test('the page weighs under 200 kB of JavaScript, gzipped', async ({ page }) => {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (/javascript/.test(response.headers()['content-type'] ?? '')) {
      sizes.push(
        response
          .request()
          .sizes()
          .then(({ responseBodySize }) => responseBodySize),
      );
    }
  });
  await page.goto(telegram, { waitUntil: 'networkidle' });
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(total).toBeGreaterThan(10_000);
  expect(total).toBeLessThan(200_000);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the comparison can be read and chosen', async ({ page }) => {
    await page.goto(`${telegram}?editions=zh,en`);
    await expect(page.getByText('他的态度确实诚恳')).toBeVisible();
    await page.locator('.picker > summary').click();
    await page.getByRole('checkbox', { name: 'en-plain' }).check();
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(page.locator('.comparison tbody tr')).toHaveCount(3);
  });
});

for (const [name, address] of [
  ['the library', '/'],
  ['the telegram', `${telegram}?editions=zh,en,en-literal,en-plain`],
  ['the Declaration', '/works/universal-declaration?editions=en,zh,ar'],
  ['a faulty work', '/works/faulty'],
  ['a bad siglum', `${telegram}?editions=nobody`],
  ['an unknown work', '/works/nothing'],
] as const) {
  test(`${name} has no accessibility violation in either theme`, async ({ page }) => {
    await page.goto(address);
    const summary = page.locator('.picker > summary');
    if (await summary.count()) await summary.click();
    await expectAccessibleInBothThemes(page);
  });
}

test('emphasis is by dots in Chinese, by weight in Arabic, and slanted in English', async ({
  page,
}) => {
  await page.goto('/works/telegram-to-liu');
  const styles = await page.evaluate(() =>
    ['zh-Hans', 'ja', 'ar', 'en'].map((lang) => {
      const paragraph = document.createElement('p');
      paragraph.lang = lang;
      paragraph.innerHTML = '<em>x</em>';
      document.querySelector('main')?.append(paragraph);
      const { fontStyle, fontWeight, textEmphasisStyle } = getComputedStyle(
        paragraph.firstElementChild as Element,
      );
      return [lang, fontStyle, fontWeight, textEmphasisStyle];
    }),
  );
  expect(styles).toEqual([
    ['zh-Hans', 'normal', '400', 'dot'],
    ['ja', 'normal', '400', 'sesame'],
    ['ar', 'normal', '600', 'none'],
    ['en', 'italic', '400', 'none'],
  ]);
});

test('characters have the face of their place, and Hebrew one of its own', async ({ page }) => {
  await page.goto('/works/telegram-to-liu');
  const faces = await page.evaluate(() =>
    ['zh-Hans', 'zh-Hant', 'ja', 'he', 'ar', 'lzh', 'en'].map((lang) => {
      const segment = document.createElement('p');
      segment.className = 'segment';
      segment.lang = lang;
      document.querySelector('main')?.append(segment);
      return [lang, getComputedStyle(segment).fontFamily.split(',')[0].replaceAll('"', '')];
    }),
  );
  expect(Object.fromEntries(faces)).toEqual({
    'zh-Hans': 'Noto Serif SC Variable',
    'zh-Hant': 'Noto Serif TC Variable',
    ja: 'Source Serif 4 Variable',
    he: 'Noto Serif Hebrew Variable',
    ar: 'Noto Naskh Arabic Variable',
    lzh: 'Noto Serif SC Variable',
    en: 'Source Serif 4 Variable',
  });
});
