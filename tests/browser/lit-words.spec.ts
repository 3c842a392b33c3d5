import { expect, type Locator, test } from '@playwright/test';
import { awake } from './open';

const telegram = '/works/telegram-to-liu';

test('a sentence lights its counterparts under the pointer', async ({ page }) => {
  await page.goto(`${telegram}?editions=zh,en,en-literal`);
  await expect(page.locator('.sentence[tabindex="0"]')).toHaveCount(1);
  await page.getByText('His attitude was really sincere').hover();
  const lit = page.locator('.lit');
  await expect(lit).toHaveCount(3);
  await expect(lit.nth(0)).toContainText('他的态度确实诚恳');
  await expect(lit.nth(2)).toContainText('truly');
  await page.mouse.move(2, 2);
  await expect(lit).toHaveCount(0);
});

test('the same by keyboard alone', async ({ page }) => {
  await page.goto(`${telegram}?editions=zh,en`);
  await expect(page.locator('.sentence[tabindex="0"]')).toHaveCount(1);
  let presses = 0;
  do {
    await page.keyboard.press('Tab');
    presses++;
  } while (presses < 60 && !(await page.locator('.sentence:focus').count()));
  expect(presses).toBeLessThanOrEqual(15);
  await expect(page.locator('.sentence:focus')).toContainText('我于十六日到达莫斯科');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.sentence:focus')).toContainText('他的态度');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.sentence:focus')).toContainText('His attitude');
  await expect(page.locator('.lit')).toHaveCount(2);
});

const litWords = (name: string) =>
  [...(CSS.highlights.get(name) ?? [])].map((range) => range.toString());

/** Where a word of a sentence stands in the window, in pixels. */
const middleOf = (sentence: Locator, word: string) =>
  sentence.evaluate((element, word) => {
    element.scrollIntoView({ block: 'center' });
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node as Text).data.indexOf(word);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + word.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    throw new Error('the word is not on the page');
  }, word);

test('a word lights what renders it, in every edition shown', async ({ page }) => {
  await page.goto(`${telegram}?editions=zh,en,en-plain`);
  await awake(page);
  // The pointer rests on the word: it is lit as soon as the links are here. Faces that come late
  // move the word, so that it is looked for again.
  await expect(async () => {
    const spot = await middleOf(page.getByText('thirty-year lease').first(), 'lease');
    await page.mouse.move(spot.x, spot.y);
    await expect
      .poll(() => page.evaluate(litWords, 'word-here'), { timeout: 5000 })
      .toEqual(['lease']);
  }).toPass();
  expect(await page.evaluate(litWords, 'word-there')).toEqual(
    expect.arrayContaining(['租借', 'lease']),
  );
});

test('all words are reached by keyboard, and announced with their counterparts', async ({
  page,
}) => {
  await page.goto(`${telegram}?editions=zh,en`);
  const sentence = page.locator('.sentence[tabindex="0"]');
  await sentence.focus();
  await page.waitForSelector('.comparison[data-words=ready]');
  const status = page.getByRole('status').filter({ hasText: /^zh: / });
  const letters = ((await sentence.textContent()) ?? '').replace(/[^\p{L}]/gu, '');
  const announced: string[] = [];
  while (announced.map((each) => each.replace(/^zh: |;.*/g, '')).join('') !== letters) {
    expect(announced.length).toBeLessThan(letters.length);
    await page.keyboard.press('Shift+ArrowRight');
    announced.push((await status.textContent()) ?? '');
  }
  expect(announced.filter((each) => /; en: ./.test(each)).length).toBeGreaterThan(2);
});

test('words are reached the way the lines run', async ({ page }) => {
  await page.goto('/works/the-bellmakers-daughter?editions=ar,en-close');
  await awake(page);
  await page.locator('.segment[data-siglum=ar] .sentence[tabindex="0"]').first().focus();
  await page.waitForSelector('.comparison[data-words=ready]');
  const status = page.getByRole('status').filter({ hasText: /^ar: / });
  const words: string[] = [];
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowRight']) {
    await page.keyboard.press(`Shift+${key}`);
    await expect(status).toHaveCount(1);
    words.push((await status.textContent()) ?? '');
  }
  expect(words[0]).not.toBe(words[1]);
  expect(words[2]).toBe(words[0]);
});
