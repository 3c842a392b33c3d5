import { expect, test } from '@playwright/test';

test('the library shows sound works beside faulty ones', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Telegram to Liu' }).first()).toBeVisible();
  await expect(page.getByText('broken/work.json, line 3')).toBeVisible();
});

test('each faulty edition is reported with file, fault and remedy; the others are shown', async ({
  page,
}) => {
  await page.goto('/works/faulty');
  const problems = page.getByRole('region', { name: 'Problems in this work' });
  await expect(problems).toContainText('faulty/empty.md: the file is empty. To fix it');
  await expect(problems).toContainText(
    'faulty/binary.md, line 1: the file is binary, not text. To fix it',
  );
  await expect(problems).toContainText('faulty/huge.md: the file is 20.0 MB');
  await expect(problems).toContainText('faulty/malformed.md, line 3: “kind” must be one of');
  await expect(page.locator('.comparison tbody tr')).toHaveCount(2);
  await expect(page.locator('.comparison mark.difference').first()).toBeVisible();
});

test('an unknown work is not found, and the works there are are named', async ({ page }) => {
  const response = await page.goto('/works/nothing');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('link', { name: 'telegram-to-liu' })).toBeVisible();
});

for (const slug of ['..%2F..%2Fetc', 'A%00B', 'x'.repeat(300)]) {
  test(`no path is followed out of the library: ${slug.slice(0, 12)}`, async ({ request }) => {
    const response = await request.get(`/works/${slug}`);
    expect([400, 404]).toContain(response.status());
  });
}

test('a bad siglum is reported, with those there are', async ({ page }) => {
  await page.goto('/works/telegram-to-liu?editions=en,nobody');
  await expect(page.locator('.problem')).toContainText(
    'has no edition “nobody”. To fix it: choose from zh, en, en-literal, en-plain',
  );
  await page.getByRole('link', { name: 'Reset view' }).click();
  await expect(page.locator('.comparison')).toBeVisible();
});

test('a work that cannot be read at all is reported', async ({ page }) => {
  await page.goto('/works/broken');
  await expect(page.locator('.problem')).toContainText(
    'broken/work.json, line 3: the file is not valid JSON',
  );
});

test('six editions are more than fit', async ({ page }) => {
  await page.goto('/works/universal-declaration?editions=en,zh,fr,es,ru,ar');
  await expect(page.locator('.problem')).toContainText('choose at most 5');
});

test('the server says that it is well', async ({ request }) => {
  expect(await (await request.get('/api/health')).json()).toEqual({ status: 'ok' });
});
