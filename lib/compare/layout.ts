import { comparedWith } from './bases';

export type { Layout } from './lay-out-pairs';

import { LRUCache } from 'lru-cache';
import { remember } from '../core/memo';
import type { Pending } from '../core/pending';
import { processWide } from '../core/process-wide';
import { ofParts, soon } from '../core/soon';
import { contentKey } from '../edition/hash';
import type { Edition, Work } from '../edition/model';
import { alignInWork, type PairAlignment } from './alignments';
import { type Layout, layOutPairs } from './lay-out-pairs';

const cache = processWide('layouts', () => new LRUCache<string, Promise<Layout>>({ max: 32 }));

export interface LayOutOptions {
  /** Bases of the languages; see `comparedWith`. */
  bases?: readonly Edition[];
  progress?: (share: number) => void;
}

/** Lays the chosen editions out; recalled when their contents are as before. */
export async function layOut(
  work: Work,
  editions: readonly Edition[],
  base: Edition,
  { bases = [base], progress }: LayOutOptions = {},
): Promise<Layout> {
  const key = contentKey(work, [base, ...editions, ...work.editions]);
  const found = await remember(cache, key, async () =>
    layOutPairs(editions, base, await alignAll(work, editions, base, progress)),
  );
  // Metadata may have changed where the texts have not.
  return { ...found, base, editions: [...editions], against: comparedWith(editions, bases) };
}

/** The base aligned with each other edition, in their order. */
export async function alignAll(
  work: Work,
  editions: readonly Edition[],
  base: Edition,
  progress?: (share: number) => void,
): Promise<PairAlignment[]> {
  const others = editions.filter((edition) => edition !== base);
  const told = ofParts(others.length, progress);
  return Promise.all(others.map((edition, k) => alignInWork(work, base, edition, told[k])));
}

/**
 * The layout if it is ready within `timeoutMs` milliseconds, or else the share of the work that is
 * done, 0 to 1; the rest is done meanwhile.
 */
export async function layOutSoon(
  work: Work,
  editions: readonly Edition[],
  base: Edition,
  timeoutMs: number,
  bases: readonly Edition[] = [base],
): Promise<Pending<Layout>> {
  const name = `layout/${work.slug}:${base.siglum}:${editions.map(({ siglum }) => siglum).join()}`;
  return soon(name, timeoutMs, (progress) => layOut(work, editions, base, { bases, progress }));
}
