import path from 'node:path';

/** Where what can be made again is kept: `VARIORUM_CACHE`, or `.cache/variorum`. */
export const cacheFolder = (): string =>
  path.resolve(/* turbopackIgnore: true */ process.env.VARIORUM_CACHE || '.cache/variorum');
