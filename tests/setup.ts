import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll } from 'vitest';

// The same cases on every run: a change that breaks something is what breaks a run. Others are
// tried with VARIORUM_SEED=$RANDOM.
const seed = Number(process.env.VARIORUM_SEED ?? 1949);
fc.configureGlobal({ numRuns: 200, seed });

// What tests compute is kept out of the project's own cache, and is not recalled by later runs.
const cache = mkdtempSync(path.join(tmpdir(), 'variorum-cache-'));
process.env.VARIORUM_CACHE = cache;
afterAll(() => rmSync(cache, { recursive: true, force: true }));

// What is installed on this machine bears on no test but those of dictionaries.
process.env.VARIORUM_DICTIONARIES = 'off';
