import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { awake } from './open';

const first =
  'The boat came at noon. Nobody had seen it before.\n\nThe ferryman asked for two coins.';
const second =
  'The boat came at dusk. Nobody had seen it before.\n\nThe ferryman asked for three coins.';

test('a newcomer compares two texts in three steps', async ({ page }) => {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(request.url());
  });
  await page.goto('/');
  await page.getByLabel('Text A, to paste or type').fill(first);
  await page.getByLabel('Text B, to paste or type').fill(second);
  const marks = page.locator('.compared .row mark.difference');
  await expect(marks).toHaveCount(4);
  expect((await marks.allInnerTexts()).sort()).toEqual(['dusk', 'noon', 'three', 'two']);
  await expect(page.locator('.compared .row[id]')).toHaveCount(2);
  // Nothing leaves the machine.
  expect(sent).toEqual([]);
  await expectAccessible(page);
});

test('British and American spelling differ in form alone, as they do in a kept work', async ({
  page,
}) => {
  await page.goto('/compare');
  await awake(page);
  const texts = ['near the harbour in the morning', 'close to the harbor in the morning'];
  await page.getByLabel('Text A, to paste or type').fill(`A raven lived ${texts[0]}.`);
  await page.getByLabel('Text B, to paste or type').fill(`A raven lived ${texts[1]}.`);
  const marks = page.locator('.compared .row mark.difference');
  await expect(marks).toHaveText(['near', 'harbour', 'close to', 'harbor']);
  await expect(page.locator('.compared .row mark.quiet-difference')).toHaveText([
    'harbour',
    'harbor',
  ]);
});

test('an unsaved comparison outlives a reload, a swap and a corrected language', async ({
  page,
}) => {
  await page.goto('/compare');
  await awake(page);
  await page.getByLabel('Text A, to paste or type').fill(first);
  await page.getByLabel('Text B, to paste or type').fill(second);
  await expect(page.locator('.compared .row[id]')).toHaveCount(2);
  await page.getByLabel('Language of text B').selectOption('fr');
  // Two languages are aligned, and their words are not compared.
  await expect(page.locator('.compared .row mark.difference')).toHaveCount(0);
  await page.getByRole('button', { name: 'Swap' }).click();
  await page.reload();
  await expect(page.getByLabel('Text A, to paste or type')).toHaveValue(second);
  await expect(page.getByLabel('Language of text A')).toHaveValue('fr');
});

test('what is typed while the page wakes is not replaced by what was kept', async ({ page }) => {
  await page.goto('/compare');
  await awake(page);
  await page.getByLabel('Text A, to paste or type').fill(first);
  await page.getByLabel('Text B, to paste or type').fill(second);
  await expect(page.locator('.compared .row[id]')).toHaveCount(2);
  // Scripts come only once something is typed.
  let letScriptsCome = () => {};
  const typed = new Promise<void>((resolve) => {
    letScriptsCome = resolve;
  });
  await page.route(/\.js(\?|$)/, async (route) => {
    await typed;
    await route.continue();
  });
  await page.goto('/compare', { waitUntil: 'commit' });
  await page.getByLabel('Text A, to paste or type').fill('Typed at once.');
  letScriptsCome();
  await awake(page);
  await expect(page.getByLabel('Text B, to paste or type')).toHaveValue(second);
  await expect(page.getByLabel('Text A, to paste or type')).toHaveValue('Typed at once.');
});

test('is shared by an address that holds the texts, and downloaded as one page', async ({
  page,
  browser,
}) => {
  await page.goto('/compare');
  await awake(page);
  await page.getByLabel('Text A, to paste or type').fill(first);
  await page.getByLabel('Text B, to paste or type').fill(second);
  await page.getByRole('button', { name: 'Copy a link' }).click();
  await expect(page).toHaveURL(/\/compare#t=/);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as one page' }).click();
  const html = readFileSync(await (await downloading).path(), 'utf8');
  expect(html).toContain('<mark');
  expect(html).not.toMatch(/<script|src="http/);
  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url());
  await expect(other.getByLabel('Text B, to paste or type')).toHaveValue(second);
});

test('files dropped anywhere are compared, and kept as a new work', async ({ page }) => {
  await page.goto('/works/telegram-to-liu');
  await awake(page);
  const files = await page.evaluateHandle(
    ([a, b]) => {
      const data = new DataTransfer();
      data.items.add(new File([a], 'first.txt', { type: 'text/plain' }));
      data.items.add(new File([b], 'second.txt', { type: 'text/plain' }));
      return data;
    },
    [first, second],
  );
  await page.dispatchEvent('main', 'drop', { dataTransfer: files });
  await expect(page).toHaveURL(/\/compare$/);
  await expect(page.locator('.compared .row[id]')).toHaveCount(2);
  await page.getByRole('button', { name: 'Keep as a work' }).click();
  await page.getByLabel('Title of the work').fill('The boat, twice');
  await page.getByRole('button', { name: 'Save as a new work' }).click();
  await expect(page).toHaveURL(/\/works\/the-boat-twice/);
  await expect(page.locator('.comparison .row[id]')).toHaveCount(2);
});

test('examples of the library are compared as they are, one edition in a pane', async ({
  page,
}) => {
  await page.goto('/');
  await awake(page);
  for (const [letter, siglum] of [
    ['A', 'en'],
    ['B', 'en-literal'],
  ]) {
    const examples = page.getByLabel(`An example as text ${letter}`);
    await examples.selectOption(`corrected/${siglum}`);
  }
  await expect(page.getByLabel('Text A, to paste or type')).toHaveValue(/^\(1\) \[I\] arrived/);
  await expect(page.getByLabel('Text B, to paste or type')).toHaveValue(/^\(1\) On the sixteenth/);
  await expect(page.locator('.compared .row[id]')).toHaveCount(4);
  await expect(page.locator('.compared')).not.toContainText(/\p{Script=Han}/u);
});

test('languages to choose from have names', async ({ page }) => {
  await page.goto('/');
  const options = page
    .getByRole('combobox', { name: /language/i })
    .first()
    .locator('option');
  await expect(options.getByText('Ancient Greek')).toHaveCount(1);
  const raw = await options.evaluateAll((all) =>
    all.filter((each) => (each as HTMLOptionElement).value === each.textContent),
  );
  expect(raw).toEqual([]);
});
