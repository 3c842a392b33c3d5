import { LRUCache } from 'lru-cache';
import type { DifferenceKind } from '../collate/kinds';
import { contentHash } from '../edition/identify';
import type { Work } from '../edition/model';
import { keep, recall } from './cache';
import type { Layout } from './layout';
import { type Summary, summarise } from './marked-rows';
import { processWide } from './process-wide';
import { contentKey, remember } from './remember';
import { runInThread } from './thread';

const cache = processWide('summaries', () => new LRUCache<string, Promise<Summary>>({ max: 32 }));

/** Layouts of more letters than this are summarised in a thread, so that others are served. */
const longLayout = 400_000;

/** How much the editions of a layout differ, throughout; kept by the contents of all of them. */
export function summaryOf(
  work: Work,
  layout: Layout,
  ignore: readonly DifferenceKind[],
): Promise<Summary> {
  const { base, editions, compared, rows } = layout;
  const key = contentKey(work, [base, ...editions, ...work.editions], ...ignore);
  return remember(cache, key, async () => {
    const letters = editions.reduce(
      (sum, { segments }) => segments.reduce((n, { text }) => n + text.length, sum),
      0,
    );
    if (letters < longLayout) return summarise(layout, work.names, ignore);
    const kept = `summary/${contentHash(key, 32)}`;
    const known = await recall<Summary>(kept);
    if (known) return known;
    const found = await runInThread(
      'summarise',
      {
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
      },
      () => {},
    );
    await keep(kept, found);
    return found;
  });
}
