import fc from 'fast-check';

const seed = process.env.VARIORUM_SEED;
fc.configureGlobal({ numRuns: 200, ...(seed ? { seed: Number(seed) } : {}) });
