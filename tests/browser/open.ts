import type { Page } from '@playwright/test';

/** Waits until the page listens to keys and pointers: it is shown before it does. */
export async function awake(page: Page): Promise<void> {
  await page.waitForSelector('html[data-keys=ready]');
}
