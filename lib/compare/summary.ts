import { LRUCache } from 'lru-cache';
import type { DifferenceKind } from '../collate/kinds';
import { contentHash } from '../core/hash';
import { remember } from '../core/memo';
import { processWide } from '../core/process-wide';
import { contentKey } from '../edition/hash';
import type { Work } from '../edition/model';
import { areLong } from '../edition/segments';
import { runJob } from '../jobs/run';
import type { Layout } from './layout';
import { type Summary, summarise } from './marked-rows';
import { summaryJob } from './summary-job';

const cache = processWide('summaries', () => new LRUCache<string, Promise<Summary>>({ max: 32 }));

/** How much the editions of a layout differ, throughout; kept by the contents of all of them. */
export function summaryOf(
  work: Work,
  layout: Layout,
  ignore: readonly DifferenceKind[],
): Promise<Summary> {
  const { base, editions, against, rows } = layout;
  const key = contentKey(work, [base, ...editions, ...work.editions], `${against}`, ...ignore);
  return remember(cache, key, async () => {
    if (!areLong(editions)) return summarise(layout, work.names, ignore);
    return runJob(summaryJob, `summary/${contentHash(key, 'strong')}`, async () => ({
      // Only the texts are sent: metadata and spans have no part in it.
      editions: editions.map(({ language, segments }) => ({
        language,
        segments: segments.map(({ text }) => ({ text })),
      })),
      against,
      rows,
      names: work.names,
      ignore: [...ignore],
    }));
  });
}
