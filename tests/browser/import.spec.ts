import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { awake } from './open';

const archive = readFileSync('tests/fixtures/archive/telegram-to-liu.md');

test('a file is read, shown, mended and saved as a new work', async ({ page }) => {
  await page.goto('/import');
  await awake(page);
  await page.locator('input[type=file]').setInputFiles({
    name: 'telegram.md',
    mimeType: 'text/markdown',
    buffer: archive,
  });
  const draft = page.getByRole('article', { name: 'telegram.md' });
  await expect(draft).toContainText('4 paragraphs');
  await expect(draft.getByLabel('Date')).toHaveValue('1949-12-18');
  await expect(draft.getByLabel(/^Language/)).toHaveValue('en');
  await expectAccessible(page);
  await draft.getByText('The text', { exact: true }).click();
  const text = draft.getByRole('textbox', { name: 'The text', exact: true });
  await text.fill(`${await text.inputValue()}\n\nA fifth paragraph, *mended*.\n`);
  await draft.getByRole('button', { name: 'Read it again' }).click();
  await expect(draft).toContainText('5 paragraphs');
  // Nothing is written into a work that is there unless the reader says so.
  await expect(draft.getByRole('combobox', { name: /^Work/ })).toHaveValue('');
  await draft.getByLabel('Title of the new work').fill('A telegram, added');
  await expect(draft.getByLabel('Short name of the new work')).toHaveValue('a-telegram-added');
  await draft.getByLabel('Short name of the new work').fill('added');
  await draft.getByLabel('Siglum').fill('mine');
  await draft.getByRole('button', { name: 'Save as a new work' }).click();
  await expect(draft).toContainText('Saved as added/mine.md');
  await draft.getByRole('link', { name: 'Open the work' }).click();
  await expect(page.getByRole('heading', { name: 'A telegram, added' })).toBeVisible();
});

test('a file whose letters come out wrong is read in the encoding that is chosen', async ({
  page,
}) => {
  await page.goto('/import');
  await awake(page);
  await page.locator('input[type=file]').setInputFiles([
    // “Søs”, as DOS writes it in Denmark: too short for its encoding to be found out.
    { name: 'sister.txt', mimeType: 'text/plain', buffer: Buffer.from([0x53, 0x9b, 0x73]) },
    { name: 'sea.txt', mimeType: 'text/plain', buffer: Buffer.from('Søen er stille.') },
  ]);
  const draft = page.getByRole('article', { name: 'sister.txt' });
  const encoding = draft.getByLabel(/^Encoding/);
  await expect(encoding).toHaveValue('');
  await expect(page.getByRole('article', { name: 'sea.txt' })).toContainText('1 paragraph');
  await expect(page.getByRole('article', { name: 'sea.txt' }).getByLabel(/^Encoding/)).toBeHidden();
  await encoding.focus();
  await encoding.selectOption('koi8-r');
  await expect(draft.locator('.draft-first')).toHaveText(/^S[^ø]s$/);
  await encoding.selectOption('cp850');
  await expect(draft.locator('.draft-first')).toHaveText('Søs');
  await expect(encoding).toBeFocused();
  await draft.getByLabel('Title of the new work').fill('A sister');
  await draft.getByLabel('Siglum').fill('da');
  await draft.getByRole('button', { name: 'Save as a new work' }).click();
  await draft.getByRole('link', { name: 'Open the work' }).click();
  await expect(page.locator('.segment').first()).toContainText('Søs');
});

test('what cannot be read is reported with its line, and can be mended in place', async ({
  page,
}) => {
  await page.goto('/import');
  await awake(page);
  await page.locator('input[type=file]').setInputFiles([
    {
      name: 'bad.md',
      mimeType: 'text/markdown',
      buffer: Buffer.from('---\nkind: copy\n---\n\nText.'),
    },
    { name: 'picture.md', mimeType: 'text/markdown', buffer: Buffer.from([0x89, 0x50, 0, 1]) },
  ]);
  await expect(page.getByRole('article', { name: 'picture.md' })).toContainText('binary');
  const bad = page.getByRole('article', { name: 'bad.md' });
  await expect(bad.getByRole('alert')).toContainText('bad.md:2: “kind” must be one of');
  await bad.getByRole('textbox').fill('---\nkind: revision\n---\n\nText.');
  await bad.getByRole('button', { name: 'Read it again' }).click();
  await expect(bad.getByRole('alert')).toHaveCount(0);
  await expect(bad.getByLabel('Kind')).toHaveValue('revision');
});

test('a text is pasted, and replaces another only when that is wanted', async ({ page }) => {
  await page.goto('/import');
  await awake(page);
  const paste = async (text: string) => {
    const field = page.locator('.paste');
    if (!(await field.evaluate((element: HTMLDetailsElement) => element.open)))
      await page.getByText('or paste a text').click();
    await field.getByRole('textbox').fill(text);
    await field.getByRole('button', { name: 'Read the pasted text' }).click();
  };
  await paste('Один.\n\nДва. Это русский текст, довольно длинный, чтобы узнать язык.');
  const draft = page.getByRole('article').first();
  await expect(draft.getByLabel(/^Language/)).toHaveValue('ru');
  await draft
    .getByRole('combobox', { name: /^Work/ })
    .selectOption('Universal Declaration of Human Rights');
  await draft.getByLabel('Siglum').fill('en');
  await draft.getByRole('button', { name: 'Replace “en” of “Universal Declaration' }).click();
  // That work's editions come with an installed package, and nothing replaces those.
  await expect(draft.getByRole('alert')).toContainText('of an installed package');
  await draft.getByRole('combobox', { name: /^Work/ }).selectOption({ value: 'telegram-to-liu' });
  await draft.getByRole('button', { name: 'Replace “en” of “Telegram to Liu”' }).click();
  await expect(draft).toContainText('“en” is there already');
  await draft.getByLabel('Siglum').fill('../etc');
  await draft.getByRole('button', { name: 'Add to “Telegram to Liu” as “../etc”' }).click();
  await expect(draft.getByRole('alert')).toContainText('cannot be a siglum');
});

test('a file of several editions is added whole, with which passages correspond', async ({
  page,
}) => {
  const unit = (en: string, zh: string) =>
    `<tu><tuv xml:lang="en"><seg>${en}</seg></tuv><tuv xml:lang="zh"><seg>${zh}</seg></tuv></tu>`;
  const units = [unit('It rains.', '下雨了。'), unit('The boat waits.', '船在等。')];
  const memory = `<?xml version="1.0"?><tmx version="1.4"><header srclang="en" datatype="plaintext" segtype="paragraph" adminlang="en" o-tmf="x" creationtool="x" creationtoolversion="1"/><body>${units.join('')}</body></tmx>`;
  await page.goto('/import');
  await awake(page);
  await page.locator('input[type=file]').setInputFiles({
    name: 'two.tmx',
    mimeType: 'application/xml',
    buffer: Buffer.from(memory),
  });
  const whole = page.getByRole('article', { name: 'two.tmx' });
  await expect(whole).toContainText('2 editions in one file');
  await expect(whole).toContainText('which of their passages correspond');
  // Each can still be mended and added by itself.
  await expect(page.getByRole('article', { name: 'two-zh.md' })).toContainText('船在等。');
  await expectAccessible(page);
  await whole.getByLabel('Title of the new work').fill('Two in one');
  await whole.getByLabel('Short name of the new work').fill('two-in-one');
  await whole.getByRole('button', { name: 'Add all 2 editions' }).click();
  await expect(whole).toContainText('Saved as two-in-one/en.md, two-in-one/zh.md.');
  await expect(whole).toContainText('2 places that correspond are confirmed.');
  const links = await page.request.get('/api/works/two-in-one/corrections?a=en&b=zh');
  const { beads } = await links.json();
  expect(beads.map(({ origin }: { origin: string }) => origin)).toEqual(['confirmed', 'confirmed']);
  await whole.getByRole('link', { name: 'Open the work' }).click();
  await expect(page.getByRole('heading', { name: 'Two in one' })).toBeVisible();
});

test('a Markdown table of texts is its editions, each to be mended by itself', async ({ page }) => {
  await page.goto('/import');
  await awake(page);
  const rows = [
    '| Old | New |',
    '| - | - |',
    '| It had rained for nine days. | For nine days it had rained. |',
    '| The boatman would not cross. | The ferryman refused to cross. |',
  ];
  await page.locator('input[type=file]').setInputFiles({
    name: 'pair.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from(rows.join('\n')),
  });
  await expect(page.getByRole('article', { name: 'pair.md' })).toContainText(
    '2 editions in one file',
  );
  const second = page.getByRole('article', { name: 'pair-New.md' });
  await second.getByText('The text', { exact: true }).click();
  const text = second.getByRole('textbox', { name: 'The text', exact: true });
  await expect(text).toHaveValue(/^---[\s\S]*refused to cross\.\n$/);
  await expect(text).not.toHaveValue(/boatman/);
});
