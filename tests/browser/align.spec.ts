import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { awake } from './open';

// One work is corrected by all of these: they go one after the other.
test.describe.configure({ mode: 'serial' });

const address = '/works/corrected/align?a=en&b=en-plain';
const api = '/api/works/corrected/corrections';

const open = async (page: Page) => {
  await page.goto(address);
  await awake(page);
  await expect(page.locator('.bead')).not.toHaveCount(0);
  await expect(page.locator('.bead-segment').first()).not.toHaveText('…');
};
/** Paragraph numbers of both sides, bead by bead. */
const beads = (page: Page) =>
  page.locator('.bead').evaluateAll((all) =>
    all.map((bead) =>
      [...bead.querySelectorAll('.bead-side')]
        .map((side) =>
          [...side.querySelectorAll<HTMLElement>('.bead-segment')]
            .map(({ dataset }) => dataset.segment)
            .filter(Boolean)
            .map((index) => Number(index) + 1)
            .join(' '),
        )
        .join(':'),
    ),
  );
const clear = async (page: Page) => {
  for (const unit of ['paragraph', 'sentence']) {
    const { revision } = await (await page.request.get(`${api}?a=en&b=en-plain`)).json();
    await page.request.put(api, { data: { a: 'en', b: 'en-plain', unit, revision, beads: [] } });
  }
};
const bead = (page: Page, n: number) =>
  page.getByRole('listitem', { name: `Bead ${n}`, exact: true });
/** Its tools stand above the list, for the bead that is focused. */
const tools = async (page: Page, n: number) => {
  await bead(page, n).locator('[data-segment]').first().focus();
  return page.getByRole('toolbar', { name: `Bead ${n}`, exact: true });
};
test.beforeEach(async ({ page }) => clear(page));

test.afterEach(async ({ page }) => clear(page));

test('a bead is divided, and undone, and done again, by keyboard alone', async ({ page }) => {
  await open(page);
  expect(await beads(page)).toEqual(['1:1', '2:2', '3 4:3 4']);
  await page.locator('.bead-segment[tabindex="0"]').focus();
  for (const _ of [1, 2]) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('s');
  await expect.poll(() => beads(page)).toEqual(['1:1', '2:2', '3:3', '4:4']);
  await expect(page.locator('.bead.confirmed')).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect.poll(() => beads(page)).toEqual(['1:1', '2:2', '3 4:3 4']);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => beads(page)).toEqual(['1:1', '2:2', '3:3', '4:4']);
  // The comparison follows at once.
  await page.goto('/works/corrected?editions=en,en-plain');
  await expect(page.locator('.comparison tbody tr')).toHaveCount(4);
});

test('confirming, joining, parting and linking, by pointer', async ({ page }) => {
  await open(page);
  await (await tools(page, 1)).getByRole('button', { name: 'Confirm' }).click();
  await expect(bead(page, 1)).toContainText('confirmed');
  await (await tools(page, 1)).getByRole('button', { name: 'Join with the next' }).click();
  await expect.poll(() => beads(page)).toEqual(['1 2:1 2', '3 4:3 4']);
  await (await tools(page, 1)).getByRole('button', { name: 'Part the two sides' }).click();
  await expect
    .poll(async () => (await beads(page)).filter((each) => each.startsWith('1:')))
    .toEqual(['1:']);
  await page.locator('.bead-segment', { hasText: '[I] arrived in Moscow' }).click();
  await page.locator('.bead-segment', { hasText: 'I got to Moscow' }).click();
  await page.getByRole('button', { name: 'Link what is picked' }).click();
  await expect.poll(async () => (await beads(page)).includes('1:1')).toBe(true);
  const saved = await (await page.request.get(`${api}?a=en&b=en-plain`)).json();
  expect(saved.confirmed).toHaveLength(3);
});

test('a passage is dragged to its counterpart', async ({ page }) => {
  await open(page);
  const segment = (side: string) =>
    page.locator(`.bead-side[data-side=${side}] .bead-segment[data-segment="2"]`);
  await segment('en').dragTo(segment('en-plain'));
  await expect.poll(() => beads(page)).toEqual(['1:1', '2:2', '3:3', '4:4']);
  await expect(bead(page, 3)).toContainText('confirmed');
  // Nothing was picked on the way.
  await expect(page.locator('.bead-segment[aria-pressed=true]')).toHaveCount(0);
});

test('a range is confirmed at once, by keys and by pointer', async ({ page }) => {
  await open(page);
  await page.locator('.bead-segment[tabindex="0"]').focus();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.locator('.bead.in-range')).toHaveCount(2);
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 beads are confirmed')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.locator('.bead.confirmed')).toHaveCount(0);
  await (await tools(page, 1)).getByRole('button', { name: 'Begin a range here' }).click();
  await bead(page, 3).locator('[data-segment]').first().click();
  await page.getByRole('button', { name: 'Confirm 3 beads' }).click();
  await expect(page.locator('.bead.confirmed')).toHaveCount(3);
});

/** Holds what is saved until the function that comes back is called. */
async function holdSaves(page: Page): Promise<() => void> {
  let go = () => {};
  const released = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route(`**${api}`, async (route) => {
    await released;
    await route.continue();
  });
  return go;
}

test('keys that are pressed while something is saved are done in their turn', async ({ page }) => {
  await open(page);
  await page.locator('.bead-segment[tabindex="0"]').focus();
  const go = await holdSaves(page);
  for (const key of ['Enter', 'ArrowDown', 'ArrowDown', 's', 'ArrowUp', 'Enter']) {
    await page.keyboard.press(key);
  }
  await expect(page.getByText('Saving, and aligning')).toBeVisible();
  go();
  await expect.poll(() => beads(page)).toEqual(['1:1', '2:2', '3:3', '4:4']);
  await expect(page.locator('.bead.confirmed')).toHaveCount(4);
  // With nothing focused, as on a page just loaded.
  await page.reload();
  await awake(page);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled();
  await page.keyboard.press('Control+z');
  await expect(page.locator('.bead.confirmed')).toHaveCount(3);
});

test('what is clicked while something is saved is done in its turn', async ({ page }) => {
  await open(page);
  const go = await holdSaves(page);
  await (await tools(page, 1)).getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByText('Saving, and aligning')).toBeVisible();
  await (await tools(page, 2)).getByRole('button', { name: 'Confirm' }).click();
  await expect(page.locator('.bead.confirmed')).toHaveCount(0);
  go();
  await expect(page.locator('.bead.confirmed')).toHaveCount(2);
});

test('what was done is undone after the page was loaded anew', async ({ page }) => {
  await open(page);
  await (await tools(page, 1)).getByRole('button', { name: 'Confirm' }).click();
  await expect(bead(page, 1)).toContainText('confirmed');
  await page.reload();
  await awake(page);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.bead.confirmed')).toHaveCount(0);
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(page.locator('.bead.confirmed')).toHaveCount(1);
});

test.describe('of sentences', () => {
  const openSentences = async (page: Page) => {
    await page.goto(address);
    await page.getByLabel('Links of').selectOption('sentences');
    await page.waitForURL(/unit=sentence/);
    await awake(page);
    await expect(page.locator('.bead-segment').first()).toContainText('[I] arrived in Moscow');
  };
  const firstOf = (page: Page, side: string) =>
    page.locator(`.bead-side[data-side=${side}] .bead-segment`).first();

  test('they are cut and joined by keys, and the reading page has them so', async ({ page }) => {
    await openSentences(page);
    const whole = await firstOf(page, 'en').textContent();
    await page.locator('.bead-segment[tabindex="0"]').focus();
    await page.keyboard.press('c');
    const words = page.getByRole('toolbar', { name: 'Choose the word that begins' });
    await expect(words.getByRole('button').first()).toBeFocused();
    await expectAccessible(page);
    for (let at = 0; at < 3; at++) await page.keyboard.press('ArrowRight');
    const word = (await page.evaluate(() => document.activeElement?.textContent)) ?? '';
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await firstOf(page, 'en').textContent())?.length)
      .toBeLessThan(whole?.length ?? 0);
    await expect(page.locator('.bead-side[data-side=en] .bead-segment').nth(1)).toContainText(word);
    await page.goto('/works/corrected?editions=en,en-plain');
    await expect(page.locator('.segment[data-siglum=en] .sentence').nth(1)).toContainText(word);
    // And it is undone, though the page was left.
    await page.goto(`${address}&unit=sentence`);
    await awake(page);
    await page.locator('.bead-segment[tabindex="0"]').focus();
    await page.keyboard.press('Control+z');
    await expect(firstOf(page, 'en')).toHaveText(whole ?? '');
    await page.keyboard.press('j');
    await expect
      .poll(async () => (await firstOf(page, 'en').textContent())?.length)
      .toBeGreaterThan(whole?.length ?? 0);
  });

  test('they are cut and linked by pointer, and lit as they were linked', async ({ page }) => {
    await openSentences(page);
    const bar = await tools(page, 1);
    await bar.getByRole('button', { name: 'Cut the sentence' }).click();
    await page.getByRole('button', { name: /^Cut before “Moscow/ }).click();
    const second = page.locator('.bead-side[data-side=en] .bead-segment[data-segment="1"]');
    await expect(second).toContainText('Moscow');
    const third = page.locator('.bead-side[data-side=en-plain] .bead-segment[data-segment="2"]');
    await second.dragTo(third);
    await expect.poll(async () => (await beads(page)).includes('2:3')).toBe(true);
    await page.goto('/works/corrected?editions=en,en-plain');
    await awake(page);
    const links = (side: string, n: number) =>
      page.locator(`.segment[data-siglum=${side}] .sentence`).nth(n).getAttribute('data-links');
    expect(await links('en', 1)).toBe(await links('en-plain', 2));
  });
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  test('a sentence is cut, and two are linked by tapping them', async ({ page }) => {
    await page.goto(`${address}&unit=sentence`);
    await awake(page);
    await expect(page.locator('.bead-segment').first()).toContainText('[I] arrived in Moscow');
    await expectAccessible(page);
    const segment = (side: string, n: number) =>
      page.locator(`.bead-side[data-side=${side}] .bead-segment[data-segment="${n}"]`);
    await segment('en', 0).tap();
    await segment('en-plain', 0).tap();
    await page.getByRole('button', { name: 'Link what is picked' }).tap();
    await expect(bead(page, 1)).toContainText('confirmed');
    await segment('en', 1).tap();
    await page.getByRole('button', { name: 'Cut the sentence' }).tap();
    await page.locator('.cut-word').nth(1).tap();
    await expect(page.locator('.cut-word')).toHaveCount(0);
    await expect(page.getByText('Saved. 1 bead is confirmed.')).toBeVisible();
    const saved = await (await page.request.get(`${api}?a=en&b=en-plain&unit=sentence`)).json();
    expect(saved.sentences.cuts).toHaveLength(1);
  });
});

test('a paragraph is moved to the next bead', async ({ page }) => {
  await open(page);
  await page.locator('.bead-segment[tabindex="0"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => beads(page)).toEqual(['1:1', '2:', '3 4:2 3 4']);
});

test('of two who save, the second is told and shown both, and nothing is lost', async ({
  page,
  context,
}) => {
  await open(page);
  const other = await context.newPage();
  await open(other);
  const confirm = async (where: Page, n: number) =>
    (await tools(where, n)).getByRole('button', { name: 'Confirm' }).click();
  await confirm(page, 1);
  await expect(page.getByText('1 bead is confirmed')).toBeVisible();
  await confirm(other, 2);
  const conflict = other.getByRole('alert').filter({ hasText: 'Someone else has saved' });
  await expect(conflict).toContainText('[I] arrived in Moscow');
  await expect(conflict).toContainText('Stalin said that the Americans');
  await conflict.getByRole('button', { name: /^Save yours over theirs/ }).click();
  await expect(other.getByText('2 beads are confirmed')).toBeVisible();
  await expect(conflict).toHaveCount(0);
  await other.reload();
  await expect(other.locator('.bead.confirmed')).toHaveCount(2);
});

test('no other site can save', async ({ request }) => {
  const response = await request.put(api, {
    data: { a: 'en', b: 'en-plain', revision: 'none', beads: [] },
    headers: { origin: 'https://elsewhere.example' },
  });
  expect(response.status()).toBe(403);
});
