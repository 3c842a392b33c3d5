import { expect, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { awake } from './open';

const telegram = '/works/telegram-to-liu';

test('sentences stand one edition over the other', async ({ page }) => {
  await page.goto(`${telegram}?editions=zh,en&mode=interleaved`);
  const group = page.locator('.interlinear').nth(1);
  await expect(group.locator('.segment')).toHaveText([
    '他的态度确实诚恳。',
    'His attitude was really sincere.',
  ]);
  await group.locator('.sentence').first().hover();
  await expect(page.locator('.lit')).toHaveCount(2);
});

test('the views are chosen by links, and by keys', async ({ page }) => {
  await page.goto(telegram);
  await page.getByRole('link', { name: 'Interleaved', exact: true }).click();
  await expect(page).toHaveURL(/mode=interleaved/);
  await awake(page);
  await page.keyboard.press('1');
  await expect(page).not.toHaveURL(/mode=/);
  await page.goto(`${telegram}?mode=merged`);
  await expect(page).toHaveURL(/collation\?view=inline/);
  await expect(page.locator('.variants').first()).toBeVisible();
});

test('columns are moved, taken out and made the base from their heads', async ({ page }) => {
  await page.goto(`${telegram}?editions=zh,en,en-plain`);
  const heads = page.getByRole('columnheader').filter({ has: page.locator('.siglum') });
  await awake(page);
  await heads.nth(2).locator('summary').click();
  await page.getByRole('link', { name: 'Move en-plain left' }).click();
  await expect(page).toHaveURL(/editions=zh,en-plain,en&/);
  await heads.nth(1).locator('summary').click();
  await page.getByRole('link', { name: 'Compare with en-plain' }).click();
  await expect(page).toHaveURL(/base=en-plain/);
  await heads.nth(0).locator('summary').click();
  await page.getByRole('link', { name: 'Take zh out' }).click();
  await expect(page).toHaveURL(/editions=en-plain,en&base=en-plain/);
  await expect(heads).toHaveCount(2);
  await expect(page.locator('a', { hasText: /^Take/ })).toHaveCount(0);
});

test('editions are put in order by dragging, and by keyboard', async ({ page }) => {
  await page.goto(`${telegram}?editions=zh,en`);
  await awake(page);
  await page.locator('.picker > summary').click();
  const list = page.getByRole('grid', { name: 'Editions, in the order of their columns' });
  const sigla = () => list.locator('.siglum').allTextContents();
  await expect(list).toBeVisible();
  const rows = list.getByRole('row');
  await rows.nth(0).dragTo(rows.nth(1), {
    sourcePosition: { x: 8, y: 12 },
    targetPosition: { x: 20, y: 28 },
  });
  await expect.poll(sigla).toEqual(['en', 'zh', 'en-literal', 'en-plain']);
  await list.getByRole('button', { name: 'Move en-plain' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[aria-roledescription="drop indicator"]:focus')).toHaveCount(1);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect.poll(sigla).toEqual(['en', 'en-plain', 'zh', 'en-literal']);
  await expect(page).toHaveURL(/editions=en,zh/);
});

test('the library leads back to where a work was left', async ({ page }) => {
  await page.goto('/works/the-bellmakers-daughter?editions=zh,en-free');
  await awake(page);
  await page.locator('#row-12').evaluate((row) => row.scrollIntoView());
  await expect(page).toHaveURL(/at=1[12]/);
  const left = page.url();
  await page.goto('/');
  const link = page.getByRole('link', { name: /^continue at place 1[12]$/ });
  await expect(link).toHaveCount(1);
  await expectAccessible(page);
  await link.click();
  await expect(page).toHaveURL(left);
  await expect(page.locator('#row-12')).toBeInViewport();
  await awake(page);
  await page.evaluate(() => window.scrollTo(0, 0));
  await expect(page).not.toHaveURL(/at=/);
  await page.goto('/');
  await expect(page.locator('.work h3').first()).toBeVisible();
  await expect(link).toHaveCount(0);
});
