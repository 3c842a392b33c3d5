import { expect, test } from '@playwright/test';

// Pages as they should look: `npx playwright test looks --update-snapshots` after a change meant.
const pages = [
  ['library', '/', 1024, 'light'],
  ['columns', '/works/telegram-to-liu?editions=zh,en,en-literal', 1440, 'light'],
  ['interleaved', '/works/telegram-to-liu?editions=zh,en&mode=interleaved&ruby=on', 1024, 'dark'],
  ['phone', '/works/universal-declaration?editions=en,ar', 360, 'light'],
  ['links', '/works/telegram-to-liu/align?a=zh&b=en', 1440, 'dark'],
] as const;

for (const [name, address, width, colorScheme] of pages) {
  test(`${name} looks as it did`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 800 });
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready);
    await expect(page).toHaveScreenshot(`${name}.png`, {
      // Browsers of different versions smooth letters differently.
      maxDiffPixelRatio: 0.03,
      // Works that the tests themselves add come and go.
      mask: name === 'library' ? [page.locator('.works')] : [],
    });
  });
}
