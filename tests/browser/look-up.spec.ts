import { expect, test } from '@playwright/test';
import { expectAccessible } from './axe';
import { awake } from './open';

const telegram = '/works/telegram-to-liu';

test('words selected are looked up in every edition and the dictionary', async ({ page }) => {
  await page.goto(`${telegram}?editions=zh,en,en-plain`);
  await select(page, 'en', 'thirty-year lease');
  await page.getByRole('button', { name: 'Look up', exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'Words looked up' });
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('thirty-year lease');
  await expect(panel.locator('.counterparts')).toContainText('租借');
  await expect(panel.locator('.dictionary')).toContainText('zū jiè');
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Close' }).click();
  await expect(panel).toHaveCount(0);
});

test('the dictionary leads to parts of a word, to phrases and to the words of its glosses', async ({
  page,
}) => {
  await page.goto(`${telegram}?editions=zh,en`);
  await select(page, 'zh', '政治资本');
  await page.getByRole('button', { name: 'Look up', exact: true }).click();
  const dictionary = page.getByRole('complementary').locator('.dictionary');
  const heads = dictionary.locator('dt');
  await expect(heads.first()).toContainText('政治');
  await dictionary.getByRole('button', { name: '治', exact: true }).click();
  await expect(heads).toHaveCount(1);
  await expect(heads).toHaveText('治');
  await expect(dictionary).toContainText('zhì');
  await page.getByRole('button', { name: 'Back to the words picked' }).click();
  await expect(heads.first()).toContainText('政治');
  let answer = () => {};
  const wanted = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('/api/dictionary*', async (route) => {
    await wanted;
    await route.continue();
  });
  await dictionary.getByRole('button', { name: '治', exact: true }).click();
  const waiting = page.getByRole('complementary').getByText('Looking up…');
  await expect(waiting).toBeVisible();
  answer();
  await expect(heads).toHaveText(['治']);
  await expect(waiting).toHaveCount(0);
});

test('a place is cited in several forms, with a link that leads back to it', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${telegram}?editions=zh,en`);
  await select(page, 'en', 'political capital');
  await page.getByRole('button', { name: 'Look up', exact: true }).click();
  await page.getByLabel('Form of citation').selectOption('BibTeX');
  await expect(page.locator('.citation')).toContainText('@misc{');
  await page.getByRole('button', { name: 'Copy the citation' }).click();
  await expect(page.getByText('Copied.')).toBeAttached();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('Telegram to {Liu}');
  expect(copied).toContain('political capital');
  await page.getByRole('button', { name: 'Copy the link' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/^http.*at=en\.p.*#en-p/);
  await page.goto(await page.evaluate(() => navigator.clipboard.readText()));
  await expect(page.getByText('political capital')).toBeInViewport();
});

/** Selects words of an edition as a reader would, and waits for the button beside them. */
async function select(page: import('@playwright/test').Page, siglum: string, words: string) {
  await awake(page);
  await page.evaluate(
    ([edition, text]) => {
      for (const segment of document.querySelectorAll(`.segment[data-siglum="${edition}"]`)) {
        const nodes: Text[] = [];
        const walker = document.createTreeWalker(segment, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
        const whole = nodes.map((node) => node.data).join('');
        const at = whole.indexOf(text);
        if (at < 0) continue;
        const place = (offset: number, last: boolean): [Text, number] => {
          let before = 0;
          for (const node of nodes) {
            const end = before + node.data.length;
            if (last ? offset <= end : offset < end) return [node, offset - before];
            before = end;
          }
          throw new Error('beyond the text');
        };
        segment.scrollIntoView({ block: 'center' });
        const range = document.createRange();
        range.setStart(...place(at, false));
        range.setEnd(...place(at + text.length, true));
        getSelection()?.removeAllRanges();
        getSelection()?.addRange(range);
        return;
      }
      throw new Error('the words are not on the page');
    },
    [siglum, words],
  );
}
