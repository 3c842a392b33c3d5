import { expect, test } from '@playwright/test';
import { expectAccessible, expectAccessibleInBothThemes } from './axe';
import { importWork } from './import-work';
import { awake } from './open';

const telegram = '/works/telegram-to-liu';

test('the apparatus stands under the base text, its entries linked with their lemmata', async ({
  page,
}) => {
  await page.goto(`${telegram}/collation`);
  const first = page.locator('#row-1');
  await expect(first.locator('.base-text')).toContainText('Moscow');
  const entry = first.locator('#entry-1-1');
  await expect(entry).toContainText('[I] ] en');
  await expect(entry).toContainText('On the sixteenth day en-literal');
  await first.locator('#lemma-1-1').click();
  await expect(page).toHaveURL(/#entry-1-1$/);
});

test('the base text of the apparatus is the edition’s, to the letter', async ({ page }) => {
  await page.goto(`${telegram}/collation?base=en`);
  const text = await page.locator('#row-2 .base-text').evaluate((paragraph) => {
    for (const added of paragraph.querySelectorAll('sup, .omission')) added.remove();
    return paragraph.textContent;
  });
  expect(text).toBe(
    'Stalin said that the Americans are afraid of war. The Americans ask other countries to fight the war [for them], but other countries are also afraid of fighting a war. According to him, it is unlikely that a war will break out, and we agree with his opinions.',
  );
});

test('one text with all readings, a table of tokens, a graph', async ({ page }) => {
  await page.goto(`${telegram}/collation?view=inline`);
  await expect(page.locator('.variant', { hasText: 'bringing out' })).toContainText('en-plain');
  await page.getByRole('link', { name: 'Table' }).click();
  await expect(page).toHaveURL(/view=table/);
  await expect(page.locator('.tokens').first().locator('tr')).toHaveCount(3);
  await expect(page.locator('.tokens .differs').first()).toBeVisible();
  await page.getByRole('link', { name: 'Graph' }).click();
  // Graphs are laid out on the server: on a busy machine that takes its time.
  await expect(page.locator('.variant-graph').first()).toBeVisible({ timeout: 90_000 });
  await expect(page.locator('.variant-graph .node.shared', { hasText: 'Moscow' })).toHaveCount(1);
});

test('the graph is moved and enlarged by keyboard', async ({ page }) => {
  await page.goto(`${telegram}/collation?view=graph`);
  const graph = page.locator('.variant-graph').first();
  const transform = () => graph.evaluate((svg) => getComputedStyle(svg).transform);
  await expect.poll(transform).not.toBe('none');
  await page.getByRole('region', { name: 'Variant graph of place 1' }).focus();
  const before = await transform();
  await page.keyboard.press('ArrowRight');
  await expect.poll(transform).not.toBe(before);
  const moved = await transform();
  await page.keyboard.press('+');
  await expect.poll(transform).not.toBe(moved);
});

test('the buttons of a graph lie beside it, not on it', async ({ page }) => {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${telegram}/collation?view=graph`);
    const buttons = (await page.locator('.pan-zoom-buttons').first().boundingBox())!;
    const frame = (await page.locator('.pan-zoom-frame').first().boundingBox())!;
    expect(buttons.y + buttons.height).toBeLessThanOrEqual(frame.y);
  }
});

test('a gap of the table is told from a dash', async ({ page }) => {
  await importWork(page, 'dashes', { A: 'He came — late.', B: 'He came late.' });
  await page.goto('/works/dashes/collation?view=table');
  await expect(page.locator('.tokens tr').nth(0)).toContainText('—');
  await expect(page.locator('.tokens tr').nth(1)).not.toContainText('—');
  await expect(page.getByRole('img', { name: 'nothing here' })).toHaveCount(1);
});

test('n and p lead through the differences', async ({ page }) => {
  await page.goto(`${telegram}/collation`);
  await awake(page);
  await page.locator('body').press('n');
  await expect(page.locator('.difference.current')).toHaveCount(1);
  await expect(page.getByRole('status').filter({ hasText: 'Difference' })).toHaveText(
    /^Difference 1 of \d+/,
  );
  await page.locator('body').press('n');
  await expect(page.getByRole('status').filter({ hasText: 'Difference' })).toHaveText(
    /^Difference 2 of/,
  );
  await page.locator('body').press('p');
  await expect(page.getByRole('status').filter({ hasText: 'Difference' })).toHaveText(
    /^Difference 1 of/,
  );
});

test('kinds of difference are ignored, and shown faintly on request', async ({ page }) => {
  await page.goto(`${telegram}?editions=en,en-literal&base=en&marks=all`);
  await awake(page);
  const all = await page.locator('.comparison .difference').count();
  expect(await page.locator('.comparison .kind-punctuation').count()).toBeGreaterThan(0);
  await page.locator('.picker > summary').click();
  await page.getByRole('checkbox', { name: 'punctuation' }).check();
  await expect(page).toHaveURL(/ignore=punctuation/);
  await expect(page.locator('.comparison .kind-punctuation')).toHaveCount(0);
  expect(await page.locator('.comparison .difference').count()).toBeLessThan(all);
  await page.goto(`${page.url()}&faint=on`);
  expect(await page.locator('.comparison .difference.ignored').count()).toBeGreaterThan(0);
});

test('the minimap leads to each place', async ({ page }) => {
  await page.goto(`${telegram}?editions=en,en-literal`);
  const places = page.getByRole('navigation', { name: 'Where the editions differ' });
  await expect(places.getByRole('link')).toHaveCount(4);
  await places.getByRole('link').nth(2).click();
  await expect(page).toHaveURL(/#row-3$/);
});

test('an edition that is alone in its language is reported', async ({ page }) => {
  await page.goto('/works/universal-declaration/collation?base=zh');
  await expect(page.locator('.problem')).toContainText('the only edition chosen in its language');
});

test('statistics are drawn, and stand in tables and CSV', async ({ page, request }) => {
  await page.goto(`${telegram}/statistics`);
  await expect(page.locator('.drawing svg')).toHaveCount(4);
  const similarity = page.locator('#similarity-en');
  await similarity.getByText('Table', { exact: true }).click();
  await expect(similarity.locator('table')).toContainText('en-plain');
  const csv = await request.get('/api/works/telegram-to-liu/statistics?table=similarity-en');
  expect(csv.headers()['content-type']).toContain('text/csv');
  expect((await csv.text()).split('\n')[0]).toBe('edition,en,en-literal,en-plain');
  const none = await request.get('/api/works/telegram-to-liu/statistics?table=none');
  expect(none.status()).toBe(404);
  expect((await none.json()).detail).toContain('choose from editions');
});

test('a term’s renderings are counted, with their contexts', async ({ page }) => {
  await page.goto(`${telegram}/renderings`);
  await page.getByRole('searchbox').fill('条约');
  await page.getByRole('button', { name: 'Look up' }).click();
  await expect(page).toHaveURL(/term=/);
  const english = page.locator('.renderings').first();
  await expect(english.locator('summary').first()).toHaveText(/treaty\s*× 8/);
  await english.locator('summary').first().click();
  await expect(english.locator('mark', { hasText: 'treaty' }).first()).toBeVisible();
  await english.getByRole('link', { name: 'To the place' }).first().click();
  await expect(page).toHaveURL(/editions=zh,en&base=zh&at=zh\..*#zh-/);
});

test('a term that does not occur is reported', async ({ page }) => {
  await page.goto(`${telegram}/renderings?from=zh&term=火车`);
  await expect(page.locator('.problem')).toContainText('does not occur in “zh”');
});

test('the check list names likely slips and leads to them', async ({ page }) => {
  await page.goto(`${telegram}/renderings?view=check`);
  const plain = page.locator('.check-list').filter({ hasText: 'en-plain' });
  await expect(plain).toContainText('Then we came to the treaty.');
  await plain.locator('.slip-added').click();
  await expect(page).toHaveURL(/base=zh&at=en-plain\..*#en-plain-/);
  await page.goto('/works/the-bellmakers-daughter/renderings?from=zh&view=check');
  await page
    .getByRole('navigation', { name: 'Kinds of slip' })
    .getByRole('link', { name: /^number/ })
    .click();
  await expect(page).toHaveURL(/kind=number/);
  await expect(page.locator('.slip:not(.slip-number)')).toHaveCount(0);
  await expect(page.locator('.check-list').filter({ hasText: 'en-free' })).toContainText(
    '123 in the base, 132 here',
  );
});

for (const [name, address] of [
  ['the apparatus', '/collation'],
  ['the one text', '/collation?view=inline'],
  ['the table', '/collation?view=table'],
  ['the graph', '/collation?view=graph'],
  ['the renderings', '/renderings?from=zh&term=条约'],
  ['the check list', '/renderings?view=check'],
  ['the statistics', '/statistics'],
] as const) {
  test(`${name} has no accessibility violation in either theme`, async ({ page }) => {
    await page.goto(telegram + address);
    // Menus that are open cover each other, and clicks with them.
    await page.locator('details').evaluateAll((all) => {
      for (const each of all) each.toggleAttribute('open', true);
    });
    await expectAccessibleInBothThemes(page);
  });
}

test('no page of a work scrolls sideways on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const address of ['/collation', '/collation?view=graph', '/renderings', '/statistics']) {
    await page.goto(telegram + address);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(overflow, address).toBeLessThanOrEqual(0);
  }
});

test('the page keeps its title while it is refreshed', async ({ page }) => {
  await page.goto('/works/telegram-to-liu/collation');
  await awake(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  const [renewed, missing] = await page.evaluate(async () => {
    let renewed = 0;
    let missing = 0;
    new MutationObserver((records) => {
      const nodes = records.flatMap(({ addedNodes }) => [...addedNodes]);
      renewed += nodes.filter((node) => node.nodeName === 'TITLE').length;
      if (!document.querySelector('title')) missing++;
    }).observe(document.head, { childList: true });
    const { next } = window as unknown as { next: { router: { refresh(): void } } };
    for (let round = 1; round <= 8; round++) {
      next.router.refresh();
      while (renewed < round) await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return [renewed, missing];
  });
  expect(renewed).toBeGreaterThanOrEqual(8);
  expect(missing).toBe(0);
});

test('who may not write is offered no change', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ extraHTTPHeaders: {} });
  const page = await context.newPage();
  await page.goto(`${baseURL}${telegram}/collation`);
  await expect(page.locator('.apparatus').first()).toBeVisible();
  await expect(page.locator('[data-regularise]')).toHaveCount(0);
  await page.goto(`${baseURL}${telegram}/collation?view=table&edit=on`);
  await expect(page.locator('.tokens').first()).toBeVisible();
  await expect(page.locator('button.token')).toHaveCount(0);
  await context.close();
});

test('a rendering is kept as preferred, checked, removed, and put back', async ({ page }) => {
  await page.goto(`${telegram}/renderings?term=条约`);
  const rendering = page.locator('.renderings', { hasText: 'en-literal' }).locator('.rendering');
  await rendering.first().locator('.keep-rendering').click();
  const terms = page.getByRole('list', { name: 'Terms' });
  await expect(terms).toContainText('条约');
  await expect(page.locator('.badge', { hasText: 'preferred' }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Download as TBX' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Remove the term “条约”' }).click();
  await expect(terms).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(terms).toContainText('条约');
  await page.setViewportSize({ width: 360, height: 740 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  // The next test finds the library as it was.
  await page.getByRole('button', { name: 'Remove the term “条约”' }).click();
  await expect(terms).toBeHidden();
});

test('a table from right to left begins where its text does, and numbers stand after their words', async ({
  page,
}) => {
  const words = 'בשנת 1950 בא אליו אורח מרחוק מאוד, ושאל היכן הפעמון של העיר הישנה';
  const texts = { A: `${words}.`, B: `${words.replace('1950', '1951')}.` };
  await importWork(page, 'guest', texts, 'he');
  await page.setViewportSize({ width: 390, height: 740 });
  await page.goto('/works/guest/collation?view=table');
  const scroller = await page.locator('.scroller').first().boundingBox();
  const first = await page.getByText('בשנת', { exact: true }).first().boundingBox();
  expect(first!.x + first!.width).toBeLessThanOrEqual(scroller!.x + scroller!.width);
  await page.goto('/works/guest/collation');
  const lemma = page.locator('.lemma', { hasText: '1950' });
  const [year, number] = await lemma.evaluate((element) => {
    const range = document.createRange();
    range.selectNode(element.firstChild!);
    return [range, element.querySelector('sup')!].map((each) => each.getBoundingClientRect().left);
  });
  expect(number).toBeLessThan(year);
});
