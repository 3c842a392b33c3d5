import { expect, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { importWork } from './import-work';
import { awake } from './open';

test('links begin at the place of the comparison, lead back to it, and change at once', async ({
  page,
}) => {
  await page.goto('/works/long?at=500#row-500');
  await awake(page);
  await expect(page.locator('#row-500')).toBeInViewport();
  await page.locator('.pages-menu summary').click();
  await page.locator('.pages-menu').getByRole('link', { name: 'Links' }).click();
  await expect(page).toHaveURL(/align\?at=500/);
  await awake(page);
  await expect(page.locator('[data-segment]:focus')).toBeInViewport();
  const number = page.locator('.bead:has([data-segment]:focus) .bead-number');
  const reached = Number(await number.textContent());
  expect(Math.abs(reached - 500)).toBeLessThan(100);
  await page.getByLabel('Links of').selectOption('sentence');
  await expect(page).toHaveURL(/unit=sentence&at=500/);
  await page.locator('.work-nav').getByRole('link', { name: 'Comparison' }).click();
  await expect(page).toHaveURL(/\/works\/long\?at=500/);
  await expect(page.locator('#row-500')).toBeInViewport();
});

test('doubtful places are queued with reasons, the least sure first, and reached by key', async ({
  page,
}) => {
  await page.goto('/works/long/align');
  await awake(page);
  await expect(page.getByText(/places? to review/)).toBeVisible();
  await page.locator('.bead-segment[tabindex="0"]').focus();
  await page.keyboard.press('d');
  await expect(page.locator('.bead.current')).toHaveClass(/doubtful/);
  await expect(page.locator('.bead.current')).toContainText('% sure');
  await page.getByText('What deserves a look, the least sure first').click();
  const doubts = page.locator('.doubt-list button');
  const sure = (await doubts.allTextContents()).map((text) =>
    Number(/(\d+) % sure/.exec(text)?.[1]),
  );
  expect(sure).toEqual([...sure].sort((x, y) => x - y));
  await expect(doubts.first()).toContainText(/sure: \p{L}+/u);
  await doubts.nth(1).click();
  await expect(page.locator('.bead.current')).toHaveAttribute(
    'aria-label',
    `Bead ${(await doubts.nth(1).locator('.bead-number').textContent())?.trim()}`,
  );
  await expectAccessible(page);
});

test('passages that are cited by numbers of their own are called by them', async ({ page }) => {
  const text = (end: string) => `# Mark\n\n| 1:1 The beginning of ${end}.\n| 1:2 As it is written.`;
  await importWork(page, 'verses', { A: text('the good news'), B: text('the gospel') });
  await page.goto('/works/verses/align');
  const names = page.locator('.bead .bead-number');
  await expect(names).toHaveText(['1', '1:1', '1:2']);
  await expect(page.getByRole('listitem', { name: 'Bead 1:2', exact: true })).toContainText(
    'As it is written.',
  );
});
