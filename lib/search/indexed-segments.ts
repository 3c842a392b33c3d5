import type { Layout } from '../compare/layout';
import { primaryLanguage, type Work } from '../edition/model';
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

/** The segments of a work in batches, each with the share of the work that is done with it, 0 to 1. */
export function* indexedSegments(
  work: Work,
  { rows, editions }: Layout,
): Generator<{ share: number; segments: IndexedSegment[] }> {
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
      yield { share: number / rows.length, segments };
      segments = [];
    }
  }
  if (segments.length > 0) yield { share: 1, segments };
}
