import { LRUCache } from 'lru-cache';
import { contentHash } from '../core/hash';
import { remember } from '../core/memo';
import { processWide } from '../core/process-wide';
import { collationKey } from '../edition/hash';
import type { Work } from '../edition/model';
import { areLong } from '../edition/segments';
import { runJob } from '../jobs/run';
import { computeStatistics } from './compute-statistics';
import type { WorkStatistics } from './figures';
import { statisticsJob } from './statistics-job';

const cache = processWide(
  'statistics',
  () => new LRUCache<string, Promise<WorkStatistics>>({ max: 16 }),
);

/**
 * Counts and compares the editions of a work, each language apart; recalled when their contents
 * are as before.
 */
export function workStatistics(work: Work): Promise<WorkStatistics> {
  const key = collationKey(work, work.editions, work.base);
  return remember(cache, key, async () => {
    if (!areLong(work.editions)) return computeStatistics(work);
    return runJob(statisticsJob, `statistics/${contentHash(key, 'strong')}`, async () => work);
  });
}
