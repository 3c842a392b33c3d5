import { LRUCache } from 'lru-cache';
import { contentHash } from '../edition/identify';
import type { Work } from '../edition/model';
import { keep, recall } from './cache';
import { computeStatistics } from './count';
import type { WorkStatistics } from './figures';
import { processWide } from './process-wide';
import { contentKey, remember } from './remember';
import { runInThread } from './thread';

const cache = processWide(
  'statistics',
  () => new LRUCache<string, Promise<WorkStatistics>>({ max: 16 }),
);

/** Works of more letters than this are counted in a thread, so that others are served. */
const longWork = 400_000;

/**
 * Counts and compares the editions of a work, each language apart; recalled when their contents
 * are as before.
 */
export function workStatistics(work: Work): Promise<WorkStatistics> {
  const key = contentKey(work, work.editions, work.base);
  return remember(cache, key, async () => {
    const letters = work.editions.reduce(
      (sum, { segments }) => segments.reduce((n, { text }) => n + text.length, sum),
      0,
    );
    if (letters < longWork) return computeStatistics(work);
    const kept = `statistics/${contentHash(key, 32)}`;
    const known = await recall<WorkStatistics>(kept);
    if (known) return known;
    const found = await runInThread('count', work, () => {});
    await keep(kept, found);
    return found;
  });
}
