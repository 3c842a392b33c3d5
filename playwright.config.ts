import { defineConfig } from '@playwright/test';
import { chromiumPath } from './tests/browser/chromium.mjs';

/** Of the owner: what the tests write is theirs. */
const ownerToken = 'only-for-the-tests-of-this-browser';
const port = Number(process.env.VARIORUM_TEST_PORT ?? 3107);

export default defineConfig({
  testDir: 'tests/browser',
  globalSetup: './tests/browser/warm.ts',
  snapshotPathTemplate: 'tests/browser/looks/{arg}{ext}',
  // Faces and their smoothing differ from system to system.
  ignoreSnapshots: process.platform !== 'linux',
  fullyParallel: true,
  workers: 2,
  // Far beyond what is needed: a slow machine is no fault. Figures are the benches' business.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: '.cache/browser.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    extraHTTPHeaders: { authorization: `Bearer ${ownerToken}` },
    launchOptions: {
      executablePath: chromiumPath(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  webServer: {
    command: `npx tsx tests/browser/serve.ts ${port} ${ownerToken}`,
    url: `http://127.0.0.1:${port}/api/health`,
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
  },
});
