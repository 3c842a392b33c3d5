import { expect, type Locator, test } from '@playwright/test';
import { expectAccessible, expectAccessibleInBothThemes } from './axe';
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

test('a sentence lights its counterparts under the pointer', async ({ page }) => {
  await page.goto(`${telegram}?editions=zh,en,en-literal`);
  await expect(page.locator('.sentence[tabindex="0"]')).toHaveCount(1);
  await page.getByText('His attitude was really sincere').hover();
  const lit = page.locator('.lit');
  await expect(lit).toHaveCount(3);
  await expect(lit.nth(0)).toContainText('他的态度确实诚恳');
  await expect(lit.nth(2)).toContainText('truly');
  await page.mouse.move(2, 2);
  await expect(lit).toHaveCount(0);
});

test('the same by keyboard alone', async ({ page }) => {
  await page.goto(`${telegram}?editions=zh,en`);
  await expect(page.locator('.sentence[tabindex="0"]')).toHaveCount(1);
  let presses = 0;
  do {
    await page.keyboard.press('Tab');
    presses++;
  } while (presses < 60 && !(await page.locator('.sentence:focus').count()));
  expect(presses).toBeLessThanOrEqual(15);
  await expect(page.locator('.sentence:focus')).toContainText('我于十六日到达莫斯科');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.sentence:focus')).toContainText('他的态度');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.sentence:focus')).toContainText('His attitude');
  await expect(page.locator('.lit')).toHaveCount(2);
});

const litWords = (name: string) =>
  [...(CSS.highlights.get(name) ?? [])].map((range) => range.toString());

/** Where a word of a sentence stands in the window, in pixels. */
const middleOf = (sentence: Locator, word: string) =>
  sentence.evaluate((element, word) => {
    element.scrollIntoView({ block: 'center' });
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node as Text).data.indexOf(word);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + word.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    throw new Error('the word is not on the page');
  }, word);

test('a word lights what renders it, in every edition shown', async ({ page }) => {
  await page.goto(`${telegram}?editions=zh,en,en-plain`);
  await awake(page);
  // The pointer rests on the word: it is lit as soon as the links are here. Faces that come late
  // move the word, so that it is looked for again.
  await expect(async () => {
    const spot = await middleOf(page.getByText('thirty-year lease').first(), 'lease');
    await page.mouse.move(spot.x, spot.y);
    await expect
      .poll(() => page.evaluate(litWords, 'word-here'), { timeout: 5000 })
      .toEqual(['lease']);
  }).toPass();
  expect(await page.evaluate(litWords, 'word-there')).toEqual(
    expect.arrayContaining(['租借', 'lease']),
  );
});

test('all words are reached by keyboard, and announced with their counterparts', async ({
  page,
}) => {
  await page.goto(`${telegram}?editions=zh,en`);
  const sentence = page.locator('.sentence[tabindex="0"]');
  await sentence.focus();
  await page.waitForSelector('.comparison[data-words=ready]');
  const status = page.getByRole('status').filter({ hasText: /^zh: / });
  const letters = ((await sentence.textContent()) ?? '').replace(/[^\p{L}]/gu, '');
  const announced: string[] = [];
  while (announced.map((each) => each.replace(/^zh: |;.*/g, '')).join('') !== letters) {
    expect(announced.length).toBeLessThan(letters.length);
    await page.keyboard.press('Shift+ArrowRight');
    announced.push((await status.textContent()) ?? '');
  }
  expect(announced.filter((each) => /; en: ./.test(each)).length).toBeGreaterThan(2);
});

test('words are reached the way the lines run', async ({ page }) => {
  await page.goto('/works/the-bellmakers-daughter?editions=ar,en-close');
  await awake(page);
  await page.locator('.segment[data-siglum=ar] .sentence[tabindex="0"]').first().focus();
  await page.waitForSelector('.comparison[data-words=ready]');
  const status = page.getByRole('status').filter({ hasText: /^ar: / });
  const words: string[] = [];
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowRight']) {
    await page.keyboard.press(`Shift+${key}`);
    await expect(status).toHaveCount(1);
    words.push((await status.textContent()) ?? '');
  }
  expect(words[0]).not.toBe(words[1]);
  expect(words[2]).toBe(words[0]);
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

test('a phone-sized page has no accessibility violation', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(telegram);
  await expectAccessible(page);
});

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
