import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { awake } from './open';

/** A work whose translation has fifty rooms for thirty-two. */
async function newWork(page: Page, work: string): Promise<void> {
  const add = (siglum: string, language: string, source: string, more: object = {}) =>
    page.request.post('/api/import', {
      data: { source, name: `${siglum}.md`, siglum, work, metadata: { language }, ...more },
    });
  await add(
    'zh',
    'zh',
    '旅店有三十二个房间，都朝着河。店主是个老人。\n\n清晨他打开窗户，河上有雾。\n',
    { workTitle: 'The Inn' },
  );
  await add(
    'en',
    'en',
    'The inn had fifty rooms, all facing the river. The landlord was an old man.\n\nIn the morning he opened the window; there was fog on the river.\n',
  );
}

test('a finding is dismissed with a reason, taken back, and the list is downloaded', async ({
  page,
}) => {
  await newWork(page, 'inn');
  await page.goto('/works/inn/renderings?from=zh&view=check');
  await awake(page);
  const list = page.locator('.check-list');
  await expect(list).toContainText('32 in the base, 50 here');
  await list.getByText('Not a slip').click();
  await list.getByLabel('Reason').fill('the sequel has fifty');
  await expectAccessible(page);
  await list.getByRole('button', { name: 'Dismiss' }).click();
  const toast = page.locator('.undo-toast');
  await expect(toast).toContainText('Dismissed: the sequel has fifty');
  await expect(list).toContainText('Nothing to report.');
  // Undone, and dismissed once more.
  await toast.getByRole('button', { name: 'Undo' }).click();
  await expect(list.locator('.dismissed')).toHaveCount(0);
  await awake(page);
  await list.getByText('Not a slip').click();
  await list.getByLabel('Reason').fill('as in the sequel');
  await list.getByRole('button', { name: 'Dismiss' }).click();
  await list.getByText('Dismissed (1)').click();
  await expect(list.locator('.dismissal')).toContainText('as in the sequel');
  await expectAccessible(page);
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download as CSV' }).click();
  expect((await waiting).suggestedFilename()).toBe('The Inn check list.csv');
  const table = await (await page.request.get('/api/works/inn/check-list?format=csv')).text();
  expect(table).toContain('other-numbers,32,50,zh,en');
  expect(table).toContain('as in the sequel');
  await list.getByRole('button', { name: 'Restore: as in the sequel' }).click();
  await expect(list.locator('.dismissed')).toHaveCount(0);
  await expect(list.getByText('Not a slip')).toBeVisible();
});
