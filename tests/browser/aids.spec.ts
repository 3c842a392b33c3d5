import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectAccessibleInBothThemes } from './axe';
import { awake } from './open';

const address = '/works/telegram-to-liu?editions=en,zh';
const open = async (page: Page, at = address) => {
  await page.goto(at);
  await awake(page);
};

test.describe('bookmarks', () => {
  test('a place is marked by key, listed at home, and come back to', async ({ page }) => {
    await open(page, '/works/universal-declaration');
    for (let step = 0; step < 12; step++) await page.keyboard.press('j');
    const row = await page.evaluate(() => document.activeElement?.closest('tr')?.id ?? '');
    expect(row).not.toBe('row-1');
    await page.keyboard.press('b');
    await expect(page.getByRole('status').filter({ hasText: 'is bookmarked' })).toBeAttached();
    await page.goto('/');
    const bookmarks = page.getByRole('list', { name: 'Bookmarks' });
    await expect(bookmarks.getByRole('link')).toHaveCount(1);
    await expectAccessible(page);
    await bookmarks.getByRole('link').click();
    await awake(page);
    await expect(page.locator(`#${row}`)).toBeInViewport();
  });

  test('they are listed in the work, and taken out', async ({ page }) => {
    await open(page);
    const menu = page.locator('.aids-menu');
    await menu.locator('summary').click();
    await menu.getByRole('button', { name: 'Bookmark this place' }).click();
    await expect(menu.locator('.bookmarks a')).toHaveCount(1);
    await expectAccessibleInBothThemes(page);
    await page.reload();
    await awake(page);
    await menu.locator('summary').click();
    await menu.getByRole('button', { name: 'Take out the bookmark' }).click();
    await expect(menu.locator('.bookmarks a')).toHaveCount(0);
  });
});

test.describe('reading aloud', () => {
  test('without a voice for the language it says so, and what to do', async ({ page }) => {
    await open(page);
    await page.locator('.aids-menu summary').click();
    await page.locator('.aids-menu').getByRole('button', { name: 'zh' }).click();
    // The browser of these tests has no voices at all.
    const player = page.getByRole('region', { name: 'Read aloud' });
    await expect(player.getByRole('alert')).toContainText('no voice for Chinese');
    await expectAccessible(page);
    await player.getByRole('button', { name: 'Stop reading aloud' }).click();
    await expect(player).toHaveCount(0);
  });

  test('sentences are said one by one in their language, and lit', async ({ page }) => {
    // A voice that says each sentence when the test asks for it, as one of the system would.
    await page.addInitScript(() => {
      const said: { text: string; lang: string; rate: number }[] = [];
      let current: SpeechSynthesisUtterance | null = null;
      const synthesis = Object.assign(new EventTarget(), {
        getVoices: () => [
          { name: 'Mandarin', lang: 'zh-CN', localService: true, default: false },
          { name: 'English', lang: 'en-GB', localService: true, default: true },
        ],
        speak: (utterance: SpeechSynthesisUtterance) => {
          current = utterance;
          const { text, lang, rate } = utterance;
          said.push({ text, lang, rate });
        },
        cancel: () => {
          current = null;
        },
      });
      Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
      Object.defineProperty(window, 'SpeechSynthesisUtterance', {
        value: class {
          constructor(public text: string) {}
        },
      });
      Object.assign(window, {
        said,
        finish: () => current?.onend?.(new Event('end') as SpeechSynthesisEvent),
      });
    });
    const said = () =>
      page.evaluate(
        () => (window as unknown as { said: { text: string; lang: string; rate: number }[] }).said,
      );
    const finish = () =>
      page.evaluate(() => (window as unknown as { finish: () => void }).finish());
    await open(page);
    const sentences = page.locator('.segment[data-siglum=zh] .sentence');
    await page.locator('.aids-menu summary').click();
    await page.locator('.aids-menu').getByRole('button', { name: 'zh' }).click();
    await expect(sentences.first()).toHaveClass(/spoken/);
    await finish();
    await expect(sentences.nth(1)).toHaveClass(/spoken/);
    await expect(page.locator('.spoken')).toHaveCount(1);
    expect(await said()).toEqual([
      { text: expect.stringContaining('莫斯科'), lang: 'zh-CN', rate: 1 },
      { text: '他的态度确实诚恳。', lang: 'zh-CN', rate: 1 },
    ]);
    const player = page.getByRole('region', { name: 'Read aloud' });
    await expectAccessibleInBothThemes(page);
    await player.getByRole('button', { name: 'Pause' }).click();
    await player.getByRole('button', { name: 'Go on' }).click();
    expect((await said()).at(-1)?.text).toBe('他的态度确实诚恳。');
    await player.getByRole('button', { name: 'Next sentence' }).click();
    await expect(sentences.nth(2)).toHaveClass(/spoken/);
    await player.getByLabel('Speed').selectOption('1.5');
    await expect.poll(async () => (await said()).at(-1)?.rate).toBe(1.5);
    await page.keyboard.press('Escape');
    await expect(page.locator('.spoken')).toHaveCount(0);
    await expect(player).toHaveCount(0);
    // By key, in the edition that the keyboard is in.
    await page.locator('.segment[data-siglum=en] .sentence').nth(1).focus();
    await page.keyboard.press('s');
    await expect.poll(async () => (await said()).at(-1)?.lang).toBe('en-GB');
  });
});

test.describe('reading offline', () => {
  const keep = async (page: Page) => {
    await page.locator('.aids-menu summary').click();
    await page.getByRole('button', { name: 'Keep for reading offline' }).click();
    await expect(page.locator('.aids-menu')).toContainText('Kept on');
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  };

  test('a work that is kept is read without the network, and no other page is', async ({
    page,
    context,
  }) => {
    await open(page);
    await keep(page);
    await expectAccessible(page);
    await context.setOffline(true);
    await page.reload();
    await awake(page);
    await expect(page.locator('.sentence').first()).toContainText('arrived in Moscow');
    // By another view, and by a place, the view that is kept.
    await page.goto('/works/telegram-to-liu?at=3');
    await expect(page.locator('#row-3')).toBeInViewport();
    await expect(page).toHaveURL(/#row-3$/);
    // What was looked at and not kept is not there: what is kept is listed.
    await page.goto('/works/universal-declaration');
    await expect(page.getByRole('heading', { name: 'Reading offline' })).toBeVisible();
    await page.getByRole('link', { name: 'Telegram to Liu' }).click();
    await expect(page.locator('.sentence').first()).toContainText('arrived in Moscow');
    await context.setOffline(false);
  });

  test('with the network, what is read is never what was kept', async ({ page }) => {
    await open(page);
    await keep(page);
    await page.evaluate(async () => {
      const cache = await caches.open('variorum-kept:telegram-to-liu');
      for (const request of await cache.keys()) {
        if (new URL(request.url).pathname.startsWith('/works/')) {
          const headers = { 'content-type': 'text/html' };
          await cache.put(request, new Response('stale', { headers }));
        }
      }
    });
    await page.reload();
    await expect(page.locator('.sentence').first()).toContainText('arrived in Moscow');
  });

  test('when it is let go, nothing stays: neither pages nor worker', async ({ page }) => {
    await open(page);
    await keep(page);
    await page.getByRole('button', { name: 'Keep no longer' }).click();
    await expect(page.getByRole('button', { name: 'Keep for reading offline' })).toBeVisible();
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
    expect(
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
    ).toBe(0);
  });

  test('who signs out leaves nothing behind', async ({ page, context }) => {
    await open(page);
    await keep(page);
    await page.evaluate(() => {
      const form = document.createElement('form');
      form.method = 'post';
      form.action = '/api/account/sign-out';
      document.body.append(form);
      form.submit();
    });
    await page.waitForURL(/\/$/);
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
    await context.setOffline(true);
    await expect(page.goto('/works/telegram-to-liu')).rejects.toThrow();
    await context.setOffline(false);
  });

  test('the site can be installed', async ({ page }) => {
    await page.goto('/');
    const link = await page.locator('link[rel=manifest]').getAttribute('href');
    const manifest = await (await page.request.get(link ?? '')).json();
    expect(manifest).toMatchObject({ name: 'Variorum', start_url: '/', display: 'standalone' });
    for (const { src } of manifest.icons) {
      expect((await page.request.get(src)).ok()).toBe(true);
    }
    const session = await page.context().newCDPSession(page);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    // A test's window is a private one.
    const errors = installabilityErrors.map(({ errorId }) => errorId);
    expect(errors.filter((error) => error !== 'in-incognito')).toEqual([]);
  });
});
