import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { importWork } from './import-work';
import { awake } from './open';

/** A work of three witnesses, for tests that change it. */
const millWork = (page: Page, slug: string): Promise<void> =>
  importWork(page, slug, {
    A: 'The mill stood by the river.\n\nThe old grey mare came home.',
    B: 'The myll stood by the ryver.\n\nThe mare came home late.',
    C: 'The myll stood by the river.\n\nThe old grey horse came home.',
  });

const entries = (page: Page) => page.locator('#row-1 .apparatus li');
const openReading = async (page: Page, text: string, button: string) => {
  await entries(page).filter({ hasText: text }).locator('.reading').first().hover();
  await page.getByRole('button', { name: button }).click();
  return page.getByRole('dialog');
};

test('a lemma is chosen, a transposition refused and marked again, and each is listed', async ({
  page,
}) => {
  await importWork(page, 'ferry-decisions', {
    A: 'The miller came down in the evening to see them. The old dog slept.',
    B: 'In the evening the miller came down to see them. The new dog slept.',
    C: 'The miller came down in the evening to see them. The new dog slept.',
  });
  await page.goto('/works/ferry-decisions/collation?base=A');
  await awake(page);
  await expect(entries(page).filter({ hasText: 'transp.' })).toHaveCount(2);
  let dialog = await openReading(page, 'old ] ', 'Regularise “new”');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Take this reading as the lemma' }).click();
  await expect(entries(page).filter({ hasText: 'new ] ' })).toHaveCount(1);

  dialog = await openReading(page, 'in the evening ] ', 'What B leaves out');
  await dialog.getByRole('button', { name: 'These words have not moved' }).click();
  await expect(entries(page).filter({ hasText: 'transp.' })).toHaveCount(0);

  dialog = await openReading(page, 'in the evening ] ', 'What B leaves out');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'One moved passage with “In the evening”' }).click();
  await expect(entries(page).filter({ hasText: 'transp.' })).toHaveCount(2);

  await page.getByText('0 rules, 2 changes by hand').click();
  await expect(page.getByRole('list', { name: 'Changes by hand' })).toContainText(
    'The lemma at “new” (B) is the reading of B',
  );
  await page.getByRole('button', { name: /Remove: The lemma/ }).click();
  await expect(entries(page).filter({ hasText: 'old ] ' })).toHaveCount(1);
});

test('a rule for all works holds in another, and is removed there', async ({ page }) => {
  const texts = { A: 'The qwelling stood by the river.', B: 'The qwellynge stood by the river.' };
  await importWork(page, 'all-one', texts);
  await importWork(page, 'all-two', texts);
  await page.goto('/works/all-one/collation?base=A');
  await awake(page);
  const dialog = await openReading(page, 'qwelling ] ', 'Regularise “qwellynge”');
  await dialog.getByLabel('Where').selectOption('In all works of this library');
  await dialog.getByRole('button', { name: 'Save the rule' }).click();
  await expect(entries(page)).toHaveCount(0);
  await page.goto('/works/all-two/collation?base=A');
  await awake(page);
  await expect(page.locator('#row-1')).toBeVisible();
  await expect(entries(page)).toHaveCount(0);
  await page.getByText('1 rule, 0 changes by hand').click();
  await page.getByRole('button', { name: 'Remove: qwellynge → qwelling' }).click();
  await expect(entries(page)).toHaveCount(1);
});

test('a reading is regularised from its entry, listed, removed, and put back', async ({ page }) => {
  await millWork(page, 'mill-rules');
  await page.goto('/works/mill-rules/collation?base=A');
  await awake(page);
  const place = page.locator('#row-1');
  await expect(place.locator('.apparatus li')).toHaveCount(2);
  await place.locator('.apparatus .reading').first().hover();
  await page.getByRole('button', { name: 'Regularise “myll”' }).click();
  const dialog = page.getByRole('dialog', { name: 'Regularise' });
  await expect(dialog.getByLabel('Read', { exact: true })).toHaveValue('myll');
  await expect(dialog.getByLabel('as', { exact: true })).toHaveValue('mill');
  await expectAccessible(page);
  await dialog.getByLabel('Where').selectOption('In all witnesses of this work');
  await dialog.getByLabel('Class').selectOption('orthographic');
  await dialog.getByRole('button', { name: 'Save the rule' }).click();
  await expect(place.locator('.apparatus li')).toHaveCount(1);
  await page.getByText('1 rule, 0 changes by hand').click();
  await expect(page.getByRole('list', { name: 'Rules of regularisation' })).toContainText('myll');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Remove: myll → mill' }).click();
  await expect(place.locator('.apparatus li')).toHaveCount(2);
  await page.locator('.undo-toast').getByRole('button', { name: 'Undo' }).click();
  await expect(place.locator('.apparatus li')).toHaveCount(1);
});

test('a ready set of rules is chosen, holds, and is undone', async ({ page }) => {
  await importWork(page, 'coming', { A: 'He cometh home.', B: 'He comes home.' });
  await page.goto('/works/coming/collation?base=A');
  await awake(page);
  const entries = page.locator('#row-1 .apparatus li');
  await expect(entries).toHaveCount(1);
  await page.getByText('Rules and changes by hand').click();
  const set = page.getByRole('checkbox', { name: 'Archaic English' });
  await set.check();
  await expect(entries).toHaveCount(0);
  await expect(set).toBeChecked();
  await expectAccessible(page);
  await page.locator('.undo-toast').getByRole('button', { name: 'Undo' }).click();
  await expect(entries).toHaveCount(1);
  await page.getByText('Rules and changes by hand').click();
  await expect(set).not.toBeChecked();
  await expect(entries).toContainText('cometh ] A; comes B');
  await page.getByRole('checkbox', { name: /positive apparatus/ }).click();
  await expect(entries).toContainText('cometh ] comes B');
  await expect(page.getByRole('checkbox', { name: /positive apparatus/ })).not.toBeChecked();
});

test('a word is moved in the alignment table by mouse and by keyboard', async ({ page }) => {
  await millWork(page, 'mill-table');
  await page.goto('/works/mill-table/collation?base=A&view=table');
  await page.getByRole('link', { name: 'Edit the table' }).click();
  await page.waitForSelector('html[data-editing=ready]');
  const table = page.locator('#row-2 .tokens');
  const columnOf = (siglum: string, word: string) =>
    table
      .locator('tr', { has: page.locator('th', { hasText: new RegExp(`^${siglum}$`) }) })
      .locator('td', { hasText: word })
      .evaluate((cell) => (cell as HTMLTableCellElement).cellIndex);
  const word = (siglum: string, text: string) =>
    table.locator(`button[data-edition="${siglum}"]`, { hasText: new RegExp(`^${text}$`) });
  await word('B', 'mare').click();
  await word('A', 'grey').click();
  await expect.poll(() => columnOf('B', 'mare')).toBe(await columnOf('A', 'grey'));
  await expect(page.getByText('0 rules, 1 change by hand')).toBeVisible();
  await expectAccessible(page);
  await page.waitForSelector('html[data-editing=ready]');
  await word('B', 'mare').focus();
  await page.keyboard.press('Enter');
  const bar = page.getByRole('region', { name: 'Chosen word' });
  await expect(bar).toContainText('mare');
  await expectAccessible(page);
  await bar.getByRole('button', { name: 'Own column' }).click();
  await expect.poll(() => columnOf('B', 'mare')).not.toBe(await columnOf('A', 'grey'));
  await expect(word('B', 'mare')).toBeFocused();
  // Where the edition has a word of its own there already, that one makes way.
  await word('B', 'mare').click();
  await word('C', 'came').click();
  await expect
    .poll(async () => (await columnOf('B', 'mare')) === (await columnOf('C', 'came')))
    .toBe(true);
});
