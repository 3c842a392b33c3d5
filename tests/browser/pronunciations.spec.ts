import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectAccessibleInBothThemes } from './axe';
import { awake } from './open';

test.describe('Pinyin that is wrong', () => {
  const pronunciations = '/api/works/telegram-to-liu/pronunciations';
  const clear = async (page: Page) => {
    const known = await (await page.request.get(pronunciations)).json();
    for (const { id } of known.pronunciations) await page.request.delete(`${pronunciations}/${id}`);
  };
  test.describe.configure({ mode: 'serial' });
  test.beforeEach(async ({ page }) => clear(page));
  test.afterEach(async ({ page }) => clear(page));

  const address = '/works/telegram-to-liu?editions=zh,en&ruby=on';
  const readings = (page: Page, character: string) =>
    page
      .locator('.segment[data-siglum=zh] ruby')
      .evaluateAll(
        (all, wanted) =>
          all
            .filter((ruby) => ruby.firstChild?.textContent === wanted)
            .map((ruby) => ruby.querySelector('rt')?.textContent),
        character,
      )
      // While the page is loaded anew there is nothing to read.
      .catch(() => []);
  /** Draws the pointer over the characters, as a reader does. */
  const select = async (page: Page, first: string, last: string) => {
    const boxes = await page.locator('.segment[data-siglum=zh] ruby').evaluateAll(
      (all, [from, to]) => {
        const at = all.findIndex(
          (ruby, k) =>
            ruby.firstChild?.textContent === from && all[k + 1]?.firstChild?.textContent === to,
        );
        return [all[at], all[at + 1]].map((ruby) => {
          const range = document.createRange();
          range.selectNodeContents(ruby.firstChild!);
          const { left, right, top, height } = range.getBoundingClientRect();
          return { left, right, middle: top + height / 2 };
        });
      },
      [first, last],
    );
    await page.mouse.move(boxes[0].left + 1, boxes[0].middle);
    await page.mouse.down();
    await page.mouse.move(boxes[1].right - 1, boxes[1].middle, { steps: 4 });
    await page.mouse.up();
    await page.getByRole('button', { name: 'Look up' }).click();
  };

  test('is put right by keyboard alone, and the keyboard comes back to its sentence', async ({
    page,
  }) => {
    await page.goto(address);
    await awake(page);
    const sentence = page.locator('.segment[data-siglum=zh] .sentence').first();
    await page.keyboard.press('j');
    await expect(sentence).toBeFocused();
    await page.keyboard.press('Shift+ArrowRight');
    await page.waitForFunction(() => CSS.highlights.get('word-here')?.size === 1);
    await page.keyboard.press('Enter');
    const field = page.locator('.pinyin-part').getByLabel(/^How “.+” is read$/);
    await expect(field).toBeVisible();
    for (let step = 0; step < 12; step++) {
      if (await field.evaluate((input) => input === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await expect(field).toBeFocused();
    const count = (await field.inputValue()).split(' ').length;
    const syllables = (all: number) => Array(all).fill('ma1').join(' ');
    // One too many: it says so, and the keyboard stays in the field.
    await page.keyboard.press('Control+a');
    await page.keyboard.type(syllables(count + 1));
    await page.keyboard.press('Enter');
    await expect(page.locator('.pinyin-part').getByRole('alert')).toBeVisible();
    await expect(field).toBeFocused();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(syllables(count));
    await page.keyboard.press('Enter');
    const readAnew = page.locator('.segment[data-siglum=zh] rt').filter({ hasText: /^mā$/ });
    await expect(readAnew).toHaveCount(count);
    await expect(sentence).toBeFocused();
    await expect(page.locator('.details-panel')).toHaveCount(0);
  });

  for (const width of [390, 1440]) {
    test(`is put right by pointer, here and everywhere, at ${width} pixels`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(address);
      await awake(page);
      await select(page, '态', '度');
      const part = page.locator('.pinyin-part');
      const field = part.getByLabel('How “态度” is read');
      await expect(field).toHaveValue('tài du');
      await expectAccessibleInBothThemes(page, '.details-panel');
      await field.fill('tai2');
      await part.getByRole('button', { name: 'Set it here' }).click();
      await expect(part.getByRole('alert')).toContainText('one syllable of Pinyin for each');
      await expect(part.getByRole('alert')).toBeInViewport({ ratio: 0.95 });
      await expectAccessible(page, '.details-panel');
      await field.fill('tai4 du4');
      await part.getByRole('button', { name: 'Set it everywhere in zh' }).click();
      await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
      await expect.poll(() => readings(page, '度')).toContain('dù');
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(() => readings(page, '度')).not.toContain('dù');
    });
  }
});
