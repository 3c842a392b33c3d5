import { expect, test } from '@playwright/test';
import { importWork } from './import-work';
import { awake } from './open';

const telegram = '/works/telegram-to-liu';

test('Chinese carries Pinyin on request, which is not part of the text', async ({ page }) => {
  await page.goto(`${telegram}?editions=zh,en`);
  await awake(page);
  await page.keyboard.press('r');
  await expect(page).toHaveURL(/ruby=on/);
  const first = page.locator('ruby').first();
  await expect(first.locator('rt')).toHaveText('wǒ');
  await page.locator('ruby', { hasText: '诚' }).first().hover();
  await expect(page.locator('.lit')).toHaveCount(2);
});

test('Chinese is set in vertical lines on request', async ({ page }) => {
  await page.goto(`${telegram}?editions=zh,en&vertical=on`);
  const cell = page.locator('.vertical').first();
  await expect(cell).toHaveCSS('writing-mode', 'vertical-rl');
  const box = await cell.boundingBox();
  expect(box!.height).toBeGreaterThan(150);
  // All its lines are seen without scrolling.
  expect(await cell.evaluate((e) => e.scrollWidth - e.clientWidth)).toBeLessThanOrEqual(1);
});

test('Pinyin stands over its characters, and lines break as without it', async ({ page }) => {
  await page.goto('/works/the-bellmakers-daughter?editions=zh,en-close&ruby=on');
  await page.evaluate(() => document.fonts.ready);
  const text = page.locator('.segment', { has: page.locator('ruby') });
  await expect(text.first()).toHaveCSS('text-align', 'start');
  await expect(page.locator('rt').first()).toHaveCSS('font-family', /^"?Source Sans 3/);
  const found = await text.evaluateAll((segments) => {
    const middle = ({ left, right }: DOMRect) => (left + right) / 2;
    const aside: string[] = [];
    const begins: string[] = [];
    let tooLong = 0;
    for (const width of [120, 150, 180, 230, 300]) {
      for (const segment of segments as HTMLElement[]) {
        segment.style.width = `${width}px`;
        if (segment.scrollWidth > width + 2) tooLong++;
        let line = Number.NEGATIVE_INFINITY;
        const walker = document.createTreeWalker(segment, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text) {
          const ruby = node.parentElement?.closest('ruby');
          if (node.parentElement?.closest('rt, .visually-hidden')) continue;
          for (let at = 0; at < node.length; at++) {
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + 1);
            const box = range.getBoundingClientRect();
            if (box.width === 0) continue;
            if (box.top > line + 12) begins.push(node.data[at]);
            line = box.top;
            const reading = ruby?.querySelector('rt')?.getBoundingClientRect();
            if (reading && Math.abs(middle(reading) - middle(box)) > 2) aside.push(node.data[at]);
          }
        }
      }
    }
    return {
      aside,
      tooLong,
      wrong: begins.filter((first) => /[，。、；：？！”’」』）]/.test(first)),
    };
  });
  expect(found).toEqual({ aside: [], tooLong: 0, wrong: [] });
});

test('vertical lines begin at the right, and take no more room than they need', async ({
  page,
}) => {
  await page.goto('/works/the-bellmakers-daughter?editions=zh,en-close&vertical=on');
  const boxes = await page.locator('td:has(> .vertical)').evaluateAll((cells) =>
    cells.slice(0, 3).map((cell) => {
      const { right, height } = cell.querySelector('.vertical')!.getBoundingClientRect();
      const inside = cell.getBoundingClientRect().right;
      return {
        aside: inside - Number.parseFloat(getComputedStyle(cell).paddingRight) - right,
        height,
      };
    }),
  );
  for (const { aside } of boxes) expect(Math.abs(aside)).toBeLessThan(2);
  expect(boxes[0].height).toBeLessThan(110);
  expect(boxes[1].height).toBeGreaterThan(150);
});

test('interleaved lines lie: v does nothing there', async ({ page }) => {
  await page.goto(`${telegram}?editions=zh,en&mode=interleaved`);
  await awake(page);
  await expect(page.locator('[data-does=ruby]')).toHaveCount(1);
  await expect(page.locator('[data-does=vertical]')).toHaveCount(0);
  await page.keyboard.press('v');
  await page.keyboard.press('r');
  await expect(page).toHaveURL(/ruby=on/);
  await expect(page).not.toHaveURL(/vertical/);
});

test('Bopomofo stands at the right of its character, in lying and in vertical lines', async ({
  page,
}) => {
  for (const lines of ['', '&vertical=on']) {
    await page.goto(`${telegram}?editions=zh,en&ruby=zhuyin${lines}`);
    await page.evaluate(() => document.fonts.ready);
    const first = page.locator('ruby').first();
    await expect(first.locator('rt')).toHaveText('ㄨㄛˇ');
    await expect(first.locator('rt')).toHaveAttribute('lang', 'zh-Bopo');
    const wrong = await page.locator('ruby.bopomofo').evaluateAll((all) =>
      all.slice(0, 200).flatMap((ruby) => {
        const range = document.createRange();
        range.selectNodeContents(ruby.firstChild!);
        const character = range.getBoundingClientRect();
        const letters = ruby.querySelector('rt')!.getBoundingClientRect();
        const lower = Math.abs(letters.top + letters.bottom - character.top - character.bottom) / 2;
        const isBeside = letters.left >= character.right - 3 && letters.left < character.right + 8;
        return isBeside && lower < 4
          ? []
          : [`${ruby.textContent} ${letters.left - character.right} ${lower}`];
      }),
    );
    expect(wrong).toEqual([]);
  }
});

test('readings in vertical lines leave each character on its line, also after numbers and carets', async ({
  page,
}) => {
  await page.goto('/works/telegram-to-liu?editions=zh,en&ruby=on&vertical=on');
  await page.evaluate(() => document.fonts.ready);
  const aside = await page.locator('.vertical .segment').evaluateAll((segments) =>
    segments.flatMap((segment) => {
      // Lines stand apart by far more than the characters of one differ.
      const lines: number[] = [];
      return [...segment.querySelectorAll('ruby')].flatMap((ruby) => {
        const range = document.createRange();
        range.selectNodeContents(ruby.firstChild!);
        const { left, right } = range.getBoundingClientRect();
        const middle = (left + right) / 2;
        const near = lines.find((line) => Math.abs(line - middle) < 25);
        if (near === undefined) lines.push(middle);
        return near === undefined || Math.abs(near - middle) < 3 ? [] : [ruby.textContent];
      });
    }),
  );
  expect(aside).toEqual([]);
});

test('short numbers stand upright in vertical lines', async ({ page }) => {
  const texts = { A: '他今年50岁，住了3天，花了1949元，10-12页。', B: '他今年五十岁。' };
  await importWork(page, 'vertical-numbers', texts, 'zh');
  await page.goto('/works/vertical-numbers?editions=A,B&vertical=on');
  const numbers = page.locator('.vertical [data-siglum=A] .upright-digits');
  await expect(numbers).toHaveText(['50', '3']);
  await expect(numbers.first()).toHaveCSS('text-combine-upright', 'all');
  // Two digits take the room of one character.
  const { width, height } = (await numbers.first().boundingBox())!;
  expect(height / width).toBeLessThan(1.5);
});
