import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Server modules are tested as the server loads them.
  resolve: { alias: { 'server-only': path.resolve('node_modules/server-only/empty.js') } },
  test: {
    include: ['tests/{unit,property,system}/**/*.test.ts'],
    // Far beyond what is needed: a slow machine is not a fault.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Much of the time is spent waiting for processes: two at a time, also where there are two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    setupFiles: ['tests/setup.ts'],
    globalSetup: ['tests/global.ts'],
  },
});
