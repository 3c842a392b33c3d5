import { LRUCache } from 'lru-cache';
import { contentHash } from '../edition/identify';
import type { Work } from '../edition/model';
import { computeStatistics } from './count';
import type { WorkStatistics } from './figures';
import { processWide } from './process-wide';
import { contentKey, remember } from './remember';
import { areLong, workOut } from './work-out';

const cache = processWide(
  'statistics',
  () => new LRUCache<string, Promise<WorkStatistics>>({ max: 16 }),
);

/**
 * Counts and compares the editions of a work, each language apart; recalled when their contents
 * are as before.
 */
export function workStatistics(work: Work): Promise<WorkStatistics> {
  const key = contentKey(work, work.editions, work.base);
  return remember(cache, key, async () => {
    if (!areLong(work.editions)) return computeStatistics(work);
    return workOut('count', `statistics/${contentHash(key, 32)}`, async () => work);
  });
}
