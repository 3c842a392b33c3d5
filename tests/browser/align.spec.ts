import { expect, type Page, test } from '@playwright/test';
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
  const { revision } = await (await page.request.get(`${api}?a=en&b=en-plain`)).json();
  await page.request.put(api, { data: { a: 'en', b: 'en-plain', revision, beads: [] } });
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
  const bead = (n: number) => page.getByRole('listitem', { name: `Bead ${n}`, exact: true });
  await bead(1).hover();
  await bead(1).getByRole('button', { name: 'Confirm' }).click();
  await expect(bead(1)).toContainText('confirmed');
  await bead(1).getByRole('button', { name: 'Join with the next' }).click();
  await expect.poll(() => beads(page)).toEqual(['1 2:1 2', '3 4:3 4']);
  await bead(1).getByRole('button', { name: 'Part the two sides' }).click();
  await expect
    .poll(async () => (await beads(page)).filter((each) => each.startsWith('1:')))
    .toEqual(['1:']);
  await page.locator('.bead-segment', { hasText: '[I] arrived in Moscow' }).click();
  await page.locator('.bead-segment', { hasText: 'I got to Moscow' }).click();
  await page.getByRole('button', { name: 'Link what is picked' }).click();
  await expect.poll(async () => (await beads(page)).includes('1:1')).toBe(true);
  const saved = await (await page.request.get(`${api}?a=en&b=en-plain`)).json();
  expect(saved.confirmed).toHaveLength(3);
  await bead(1).hover();
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
  const confirm = (where: Page, n: number) =>
    where
      .getByRole('listitem', { name: `Bead ${n}`, exact: true })
      .getByRole('button', { name: 'Confirm' })
      .click();
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

test('doubtful places are queued, and reached by key', async ({ page }) => {
  await page.goto('/works/long/align');
  await awake(page);
  await expect(page.getByText(/places? to review/)).toBeVisible();
  await page.locator('.bead-segment[tabindex="0"]').focus();
  await page.keyboard.press('d');
  await expect(page.locator('.bead.current')).toHaveClass(/doubtful/);
  await expect(page.locator('.bead.current')).toContainText('% sure');
});
