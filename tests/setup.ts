import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll } from 'vitest';

const seed = process.env.VARIORUM_SEED;
fc.configureGlobal({ numRuns: 200, ...(seed ? { seed: Number(seed) } : {}) });

// What tests compute is kept out of the project's own cache, and is not recalled by later runs.
const cache = mkdtempSync(path.join(tmpdir(), 'variorum-cache-'));
process.env.VARIORUM_CACHE = cache;
afterAll(() => rmSync(cache, { recursive: true, force: true }));
