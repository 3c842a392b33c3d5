import { type Layout, layOut } from '../compare/layout';
import { attemptLater, InputError } from '../core/errors';
import { primaryLanguage, type Work } from '../edition/model';
import type { Progress } from '../jobs/job';
import { findEdition, loadWork } from '../works/load';
import { scopeWords } from './scope';
import type { Place } from './search-index';
import { searchTokens } from './tokens';

/** A segment as it is indexed. */
export interface IndexedSegment extends Omit<Place, 'work'> {
  /** Folded, in order; those of its label come first. */
  words: string[];
  /** Where it stands, as words; see `scopeWords`. */
  scope: string[];
}

/** Segments that are indexed in one go; others are served between. */
const batchSize = 500;

/** A work that has been read and aligned, with its segments in batches. */
export interface WorkToIndex {
  work: Work;
  batches: Iterable<IndexedSegment[]>;
}

/** Reads a work to be indexed, and aligns its texts; null where it cannot be read. */
export async function readForIndex(
  slug: string,
  folder: string,
  progress: Progress,
): Promise<WorkToIndex | null> {
  const found = await attemptLater(() => loadWork(slug, folder));
  if (found instanceof InputError) return null;
  const { work } = found;
  // Aligning takes most of the time, the first time.
  const layout = await layOut(work, work.editions, findEdition(work, work.base), {
    progress: (share) => progress(share * 0.8),
  });
  return { work, batches: batchesOf(work, layout, (share) => progress(0.8 + 0.2 * share)) };
}

/** @param progress called when a batch has been used. */
function* batchesOf(
  work: Work,
  { rows, editions }: Layout,
  progress: Progress,
): Generator<IndexedSegment[]> {
  let segments: IndexedSegment[] = [];
  for (const { number, cells } of rows) {
    for (const [shown, { indices }] of cells.entries()) {
      const { siglum, language, segments: all } = editions[shown];
      const scope = scopeWords(work.slug, siglum, primaryLanguage(language));
      for (const place of indices) {
        const { text, id: name, label } = all[place];
        const words = searchTokens(label ? `${label} ${text}` : text).map(({ norm }) => norm);
        segments.push({ row: number, siglum, place, name, words, scope });
      }
    }
    if (segments.length >= batchSize) {
      yield segments;
      segments = [];
      progress(number / rows.length);
    }
  }
  if (segments.length > 0) yield segments;
  progress(1);
}
