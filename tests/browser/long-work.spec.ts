import { expect, test } from '@playwright/test';
import { awake } from './open';

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
    const scrolled = () => page.evaluate(() => window.scrollY);
    const before = await scrolled();
    await page.mouse.wheel(0, 1500);
    await expect.poll(scrolled).toBeGreaterThan(before + 1000);
    // The address follows once the view rests.
    let at: string | null = null;
    await expect(async () => {
      at = new URL(page.url()).searchParams.get('at');
      await expect(page.locator(`#row-${at}`)).toBeInViewport({ timeout: 1000 });
    }).toPass();
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
