import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** What of its process a test changes or measures, so that it needs one of its own. */
const needsOwn = /process\.(?:env|cpuUsage)|\bvi\.|\bchdir\(|\.\.\/(?:command|within)'/;

const files = ['tests/unit', 'tests/property'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `${folder}/${name}`),
);
const isolated = files.filter((file) => needsOwn.test(readFileSync(file, 'utf8')));

export default defineConfig({
  // Server modules are tested as the server loads them.
  resolve: { alias: { 'server-only': path.resolve('node_modules/server-only/empty.js') } },
  test: {
    // Far beyond what is needed: a slow machine is not a fault.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 240_000 } },
    // Much of the time is spent waiting for processes: two at a time, also where there are two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    setupFiles: ['tests/setup.ts'],
    globalSetup: ['tests/global.ts'],
    projects: [
      {
        extends: true,
        test: { name: 'apart', include: [...isolated, 'tests/system/**/*.test.ts'] },
      },
      {
        extends: true,
        // Modules are loaded once for many files: loading them takes as long as most of the tests.
        test: {
          name: 'together',
          include: files.filter((file) => !isolated.includes(file)),
          isolate: false,
        },
      },
    ],
  },
});
