import { LRUCache } from 'lru-cache';
import type { DifferenceKind } from '../collate/kinds';
import { contentHash } from '../edition/identify';
import type { Work } from '../edition/model';
import type { Layout } from './layout';
import { type Summary, summarise } from './marked-rows';
import { processWide } from './process-wide';
import { contentKey, remember } from './remember';
import { areLong, workOut } from './work-out';

const cache = processWide('summaries', () => new LRUCache<string, Promise<Summary>>({ max: 32 }));

/** How much the editions of a layout differ, throughout; kept by the contents of all of them. */
export function summaryOf(
  work: Work,
  layout: Layout,
  ignore: readonly DifferenceKind[],
): Promise<Summary> {
  const { base, editions, compared, rows } = layout;
  const key = contentKey(work, [base, ...editions, ...work.editions], ...ignore);
  return remember(cache, key, async () => {
    if (!areLong(editions)) return summarise(layout, work.names, ignore);
    return workOut('summarise', `summary/${contentHash(key, 32)}`, async () => ({
      // Only the texts are sent: metadata and spans have no part in it.
      editions: editions.map(({ language, segments }) => ({
        language,
        segments: segments.map(({ text }) => ({ text })),
      })),
      base: editions.indexOf(base),
      compared,
      rows,
      names: work.names,
      ignore: [...ignore],
    }));
  });
}
