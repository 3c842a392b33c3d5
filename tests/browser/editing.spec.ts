import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { awake } from './open';

/** A work of its own for each test: two editions, of which the second is added in the browser. */
async function newWork(page: Page, slug: string): Promise<void> {
  const add = (siglum: string, source: string, more: object) =>
    page.request.post('/api/import', {
      data: {
        source,
        name: `${siglum}.md`,
        siglum,
        work: slug,
        metadata: { language: 'en' },
        ...more,
      },
    });
  await add('A', 'The boat came at noon.\n\nIt left in the evening.\n', {
    workTitle: `Work ${slug}`,
  });
  await add('B', 'At noon the boat arrived.\n\nIt left at night.\n', {});
}

async function paste(page: Page, text: string) {
  await page.goto('/import');
  await awake(page);
  await page.getByText('or paste a text').click();
  await page.locator('.paste').getByRole('textbox').fill(text);
  await page.getByRole('button', { name: 'Read the pasted text' }).click();
  return page.getByRole('article').first();
}

test('a pasted text becomes a new work in three steps, and one more undoes it', async ({
  page,
}) => {
  // Paste, read, save.
  const draft = await paste(page, 'A quiet morning by the river, with nobody about at all.');
  await draft.getByRole('button', { name: 'Save as a new work' }).click();
  await expect(draft).toContainText('Saved as');
  const toast = page.locator('.undo-toast');
  await expect(toast).toContainText('is a new work');
  await expectAccessible(page);
  await toast.getByRole('button', { name: 'Undo' }).click();
  await expect(toast).toHaveCount(0);
  const { works } = await (await page.request.get('/api/works')).json();
  expect(works.map(({ title }: { title: string }) => title)).not.toContain('pasted text');
});

test('a pasted text that begins with a heading is called by it', async ({ page }) => {
  const draft = await paste(page, '# A Quiet Morning\n\nNobody was about.');
  await expect(draft.getByLabel('Title', { exact: true })).toHaveValue('A Quiet Morning');
});

test('adding to a work proposes a free siglum; replacing says so, and is undone', async ({
  page,
}) => {
  await newWork(page, 'saving');
  const draft = await paste(page, 'The boat came at noon, they say.\n\nIt left in the evening.');
  const works = draft.getByRole('combobox', { name: /^Work/ });
  await works.selectOption({ value: 'saving' });
  await draft.getByLabel('Siglum').fill('A');
  await draft.getByRole('button', { name: 'Replace “A” of “Work saving”…' }).click();
  await draft.getByRole('button', { name: 'Replace it with this' }).click();
  await page.locator('.undo-toast').getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.undo-toast')).toHaveCount(0);
  const { segments } = await (await page.request.get('/api/works/saving/editions/A')).json();
  expect(segments[0].text).toBe('The boat came at noon.');
  const other = await paste(page, 'The boat came at noon, we heard, and it left in the evening.');
  await other.getByRole('combobox', { name: /^Work/ }).selectOption({ value: 'saving' });
  await other.getByRole('button', { name: 'Add to “Work saving” as “en”' }).click();
  await expect(other).toContainText('Saved as saving/en.md');
  const third = await paste(page, 'The boat came at noon, we were told, and then it went away.');
  await third.getByRole('combobox', { name: /^Work/ }).selectOption({ value: 'saving' });
  await expect(third.getByRole('button', { name: 'Add to “Work saving” as “en-2”' })).toBeVisible();
});

test('works and editions are renamed, put in order, removed, and put back', async ({ page }) => {
  await newWork(page, 'managed');
  await page.goto('/works/managed/edit');
  await awake(page);
  await expectAccessible(page);
  await page.getByRole('form', { name: 'The work' }).getByLabel('Title').fill('Boats');
  await page.getByRole('button', { name: 'Save the work' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Boats');
  await awake(page);
  await page.getByRole('button', { name: 'Move B up' }).click();
  await expect(page.locator('.edited-head .siglum').first()).toHaveText('B');
  await awake(page);
  await page.getByText('Change what is known of A').click();
  const form = page.getByRole('form', { name: 'A', exact: true });
  await form.getByLabel('Siglum').fill('First');
  await form.getByRole('button', { name: 'Save “A”' }).click();
  await expect(page.locator('.edited-head .siglum')).toHaveText(['B', 'First']);
  await awake(page);
  await page.getByRole('button', { name: 'Remove B' }).click();
  await expect(page.locator('.edited-head .siglum')).toHaveText(['First']);
  await expect(page.locator('.undo-toast')).toContainText('“B” is removed');
  await expectAccessible(page);
  await awake(page);
  // Undone, it is back in its place.
  await page.locator('.undo-toast').getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.edited-head .siglum')).toHaveText(['B', 'First']);
  await awake(page);
  await page.getByRole('button', { name: 'Remove B' }).click();
  await expect(page.locator('.edited-head .siglum')).toHaveText(['First']);
  await awake(page);
  // The toast goes; the history stays. It puts the work back, the edition in its place.
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.locator('.work-history li').first()).toContainText('text of “B”');
  await page.getByRole('button', { name: 'Put the work back as it was' }).first().click();
  await expect(page.locator('.edited-head .siglum')).toHaveText(['B', 'First']);
});

test('a paragraph is corrected where it stands, and the page stays there', async ({ page }) => {
  await newWork(page, 'corrected-here');
  await page.goto('/works/corrected-here');
  await awake(page);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(page.locator('.sentence:focus')).toHaveText('It left in the evening.');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Correct this paragraph' }).click();
  const field = page.getByRole('textbox', { name: 'The paragraph, in Markdown' });
  await expect(field).toHaveValue('It left in the evening.');
  await expectAccessible(page);
  await field.fill('It left late in the evening.');
  await page.getByRole('button', { name: 'Save the paragraph' }).click();
  await expect(page.locator('.segment[data-siglum="A"]').last()).toContainText('It left late');
  await page.locator('.undo-toast').getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.segment[data-siglum="A"]').last()).toHaveText(
    'It left in the evening.',
  );
});

test('what can be undone is offered on the pages of its work alone', async ({ page }) => {
  await newWork(page, 'left-behind');
  await page.goto('/works/left-behind/edit');
  await awake(page);
  await page.getByRole('form', { name: 'The work' }).getByLabel('Title').fill('Left');
  await page.getByRole('button', { name: 'Save the work' }).click();
  const toast = page.locator('.undo-toast');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Left');
  await expect(toast).toContainText('Left');
  await awake(page);
  // Another page of the work, and then another work, without a new document.
  await page.getByRole('navigation', { name: 'Pages' }).getByText('Statistics').click();
  await expect(page).toHaveURL(/statistics$/);
  await expect(toast).toContainText('Left');
  await page.getByRole('link', { name: 'Variorum' }).click();
  await expect(page).toHaveURL(/\/$/);
  await expect(toast).toHaveCount(0);
  await page.goto('/works/left-behind/edit');
  await awake(page);
  await expect(toast).toHaveCount(0);
});
