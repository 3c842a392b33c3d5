import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectAccessibleInBothThemes } from './axe';
import { importWork } from './import-work';
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

test.describe('a long work', () => {
  test('opens its sections as the reader comes near, in the right order', async ({ page }) => {
    await page.goto('/works/long');
    await expect(page.locator('tbody[data-section]')).toHaveCount(1);
    await expect(page.locator('.section-waiting').first()).toBeAttached();
    await page.locator('.section-waiting').first().scrollIntoViewIfNeeded();
    await expect(page.locator('tbody[data-section="2"]')).toBeAttached();
    const numbers = await page
      .locator('tbody[data-section="2"] .gutter a')
      .evaluateAll((links) => links.map((link) => Number(link.textContent)));
    expect(numbers).toEqual(numbers.map((_, k) => numbers[0] + k));
    const tops = await page
      .locator('tbody[data-section="2"] tr')
      .first()
      .locator('td')
      .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().top));
    expect(new Set(tops).size).toBe(1);
  });

  test('a link to a place opens its section, with the place in view', async ({ page }) => {
    await page.goto('/works/long?at=500#row-500');
    // Whichever test comes first waits until the work is aligned.
    await expect(page.locator('#row-500')).toBeInViewport();
    await awake(page);
    await page.reload({ waitUntil: 'networkidle' });
    await expect(page.locator('#row-500')).toBeInViewport();
    await page.waitForTimeout(500);
    await expect(page.locator('#row-500')).toBeInViewport();
  });

  test('a place in a work never read before is come to once it is aligned', async ({ page }) => {
    await page.goto('/works/unread?at=500#row-500');
    await expect(page.locator('#row-500')).toBeInViewport();
    await awake(page);
    await page.goto('/works/unread?at=400');
    await expect(page.locator('#row-400')).toBeInViewport();
    await page.mouse.wheel(0, 1);
    await page.waitForTimeout(800);
    expect(new URL(page.url()).searchParams.get('at')).toMatch(/^40[01]$/);
  });

  test('the address keeps the place, and comes back to it', async ({ page }) => {
    await page.goto('/works/long?at=500#row-500');
    await awake(page);
    await page.reload({ waitUntil: 'networkidle' });
    await awake(page);
    await page.mouse.move(400, 400);
    await page.mouse.wheel(0, 4000);
    const place = () => Number(new URL(page.url()).searchParams.get('at'));
    // Sections that open meanwhile may move the place once more.
    let at: number;
    do {
      await expect.poll(place).toBeGreaterThan(500);
      at = place();
      await page.waitForTimeout(2000);
    } while (place() !== at);
    await page.reload();
    await expect(page.locator(`#row-${at}`)).toBeInViewport();
  });

  test('the place is kept through views and pages, and Escape leads back from a jump', async ({
    page,
  }) => {
    await page.goto('/works/long?at=500#row-500');
    await awake(page);
    const place = page.locator('#row-500');
    await expect(place).toBeInViewport();
    await page.evaluate(() => Object.assign(window, { stays: true }));
    await page.keyboard.press('2');
    await expect(page).toHaveURL(/mode=interleaved.*at=(499|50\d)/);
    await expect(place).toBeInViewport();
    await page.keyboard.press('1');
    await expect(page).not.toHaveURL(/mode=/);
    await expect(place).toBeInViewport();
    await page.keyboard.press('g');
    await page.keyboard.type('ch. 3');
    await page.keyboard.press('Enter');
    await expect(
      page.getByRole('heading', { name: 'Chapter 3', exact: true }).first(),
    ).toBeInViewport();
    await expect(page.getByRole('textbox', { name: 'Go to a place' })).toHaveAttribute(
      'placeholder',
      'Chapter 3',
    );
    await page.keyboard.press('Escape');
    await expect(place).toBeInViewport();
    expect(await page.evaluate(() => 'stays' in window)).toBe(true);
    await page.locator('.pages-menu > summary').click();
    await page.locator('.pages-menu a', { hasText: 'Collation' }).click();
    await expect(page).toHaveURL(/collation.*at=(499|50\d)/);
  });

  test('n leads to a difference, and Enter shows what the other edition has there', async ({
    page,
  }) => {
    await page.goto('/works/long?marks=all');
    await awake(page);
    await page.keyboard.press('n');
    await expect(page.locator('.current:focus')).toHaveCount(1);
    await page.keyboard.press('Enter');
    const readings = page.getByRole('dialog', { name: 'Other readings' });
    await expect(readings).toBeFocused();
    await expect(readings.locator('dt')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(readings).toHaveCount(0);
    await expect(page.locator('.current:focus')).toHaveCount(1);
  });

  test('n and j go on over the edge of a section', async ({ page }) => {
    await page.goto('/works/long?marks=on');
    await awake(page);
    const last = page.locator('tbody[data-section="1"] tr').last().locator('.sentence').last();
    await last.evaluate((sentence: HTMLElement) => {
      sentence.tabIndex = -1;
      sentence.focus();
    });
    await page.keyboard.press('j');
    await expect(page.locator('tbody[data-section="2"] .sentence:focus')).toHaveCount(1);
  });

  test('the outline leads to a chapter', async ({ page }) => {
    await page.goto('/works/long');
    await page.getByText('Outline', { exact: true }).click();
    await page.getByRole('link', { name: 'Chapter 9', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Chapter 9' }).first()).toBeInViewport();
  });

  test('a place is gone to by its name, in the comparison and in the collation', async ({
    page,
  }) => {
    const chapter = (name: string) => page.getByRole('heading', { name, exact: true }).first();
    const box = page.getByRole('textbox', { name: 'Go to a place' });
    await page.goto('/works/long?ref=Chapter+9');
    await awake(page);
    await expect(page.locator('.section-waiting').first()).toBeAttached();
    await expect(chapter('Chapter 9')).toBeInViewport();
    await expect(box).toHaveAttribute('placeholder', 'Chapter 9');
    // A name of no place leaves the reader where they are.
    await page.mouse.wheel(0, 1500);
    await expect(page).toHaveURL(/at=\d+/);
    const at = new URL(page.url()).searchParams.get('at');
    await box.fill('nowhere');
    await box.press('Enter');
    await expect(page.locator('.go-to-missing')).toHaveText('There is no “nowhere” here.');
    await expect(page.locator(`#row-${at}`)).toBeInViewport();
    await page.locator('.pages-menu summary').click();
    await page.locator('.pages-menu').getByRole('link', { name: 'Collation' }).click();
    await expect(page.locator(`.place#row-${at}`)).toBeInViewport();
    await expect(box).toHaveAttribute('placeholder', 'Chapter 9');
    await box.fill('ch. 12');
    await box.press('Enter');
    await expect(box).toHaveAttribute('placeholder', 'Chapter 12');
    // On another page of the collation.
    await page.getByText('Outline', { exact: true }).click();
    await page.getByRole('link', { name: 'Chapter 2', exact: true }).click();
    await expect(box).toHaveAttribute('placeholder', 'Chapter 2');
  });

  test('a footnote at the other end of the work is one press away, and back', async ({ page }) => {
    await page.goto('/works/long');
    await awake(page);
    const mark = page.getByRole('link', { name: 'Footnote 1' }).first();
    await expect(mark).toHaveAttribute('title', 'A note of A on the second paragraph.');
    await mark.click();
    await expect(page.getByText('A note of A on the second paragraph.')).toBeInViewport();
    await page.goBack();
    await expect(mark).toBeInViewport();
    // The bare link, as it is shared.
    const link = await mark.getAttribute('href');
    await page.goto('/');
    await page.goto(`/works/long${link}`);
    await expect(page.getByText('A note of A on the second paragraph.')).toBeInViewport();
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });
    test('is read section by section', async ({ page }) => {
      await page.goto('/works/long');
      await expect(page.locator('.section-waiting')).toHaveCount(0);
      await page.getByRole('link', { name: 'Next' }).first().click();
      await expect(page).toHaveURL(/page=2/);
      await expect(page.locator('tbody[data-section="2"] .segment').first()).toBeVisible();
    });
  });

  test('opens its sections while it is scrolled fast', async ({ page }) => {
    await page.goto('/works/long');
    await awake(page);
    await page.mouse.move(400, 400);
    for (let step = 0; step < 60; step++) {
      await page.mouse.wheel(0, 500);
      await page.waitForTimeout(30);
    }
    await expect.poll(() => page.locator('tbody[data-section]').count()).toBeGreaterThan(1);
  });
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
