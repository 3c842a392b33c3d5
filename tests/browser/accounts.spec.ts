import { execFileSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { newDatabase, type Server, startPostgres } from '../postgres';
import { type App, startApp } from '../processes';
import { expectAccessibleInBothThemes } from './axe';

test.describe.configure({ mode: 'serial' });

let server: Server;
let app: App;
const password = 'correct horse battery';

test.beforeAll(async () => {
  server = await startPostgres();
  const env = {
    DATABASE_URL: await newDatabase(server.url),
    VARIORUM_SECRET: 'only for these tests, and long enough',
  };
  const run = (...args: string[]) =>
    execFileSync('node', ['lib/cli/bin.mjs', ...args], {
      env: { ...process.env, ...env },
      input: password,
    });
  run('push', '--library', 'editions');
  run('user', 'add', 'mei@example.org', '--name', 'Mei Lin', '--role', 'owner');
  run('user', 'add', 'emil@example.org', '--name', 'Emil');
  app = await startApp(env);
});
test.afterAll(async () => {
  await app?.end('SIGKILL');
  await server?.end();
});

test('who is not signed in is asked to sign in where they would write, and comes back there', async ({
  page,
}) => {
  await page.goto(`${app.url}/works/telegram-to-liu/align?a=en&b=zh`);
  await expect(page.getByText('What you write here is saved once you')).toBeVisible();
  await page.locator('main').getByRole('link', { name: 'sign in' }).click();
  await page.getByLabel('E-mail').fill('mei@example.org');
  await page.getByLabel('Password').fill('something else');
  await page.locator('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page.locator('main').getByRole('alert')).toContainText('do not go together');
  await page.getByLabel('E-mail').fill('mei@example.org');
  await page.getByLabel('Password').fill(password);
  await page.locator('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/works\/telegram-to-liu\/align/);
  await expect(page.getByText('Mei Lin')).toBeVisible();
  await expect(page.getByText('What you write here is saved once you')).toHaveCount(0);

  // A role for someone, by form alone.
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByLabel('E-mail').fill('emil@example.org');
  await page.getByRole('button', { name: 'Give a role' }).click();
  await expect(page.getByRole('row', { name: /Emil/ })).toContainText('emil@example.org');
  await expect(page.getByRole('row', { name: /Emil/ }).getByLabel('Role')).toHaveValue('editor');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible();
});

test('the pages of accounts have no accessibility violation in either theme', async ({ page }) => {
  for (const place of ['/sign-in?fault=wrong', '/works/telegram-to-liu/people', '/import']) {
    await page.goto(app.url + place);
    await expectAccessibleInBothThemes(page);
  }
});

test('no page does what the content policy forbids', async ({ page }) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
  });
  const work = '/works/telegram-to-liu';
  for (const place of [
    '/',
    work,
    `${work}?mode=interleaved`,
    `${work}?ruby=on`,
    `${work}/collation`,
    `${work}/collation?view=graph`,
    `${work}/renderings`,
    `${work}/statistics`,
    `${work}/align`,
    '/import',
    '/search?q=Moscow',
    '/sign-in',
  ]) {
    await page.goto(app.url + place, { waitUntil: 'networkidle' });
  }
  // What is opened in the browser is held to it, too.
  await page.goto(app.url + work, { waitUntil: 'networkidle' });
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  expect(refused).toEqual([]);
});
