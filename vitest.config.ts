import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,property,system}/**/*.test.ts'],
    testTimeout: 60_000,
    // A fixed seed makes a failure of a property repeatable; VARIORUM_SEED tries another.
    setupFiles: ['tests/setup.ts'],
    globalSetup: ['tests/global.ts'],
  },
});
