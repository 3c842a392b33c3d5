import { processWide } from '../core/process-wide';
import type { Edition } from './model';

const known = processWide('segment indices', () => new WeakMap<Edition, Map<string, number>>());

/** Where each segment of an edition stands, by its id; made once for an edition as it is. */
export function segmentIndex(edition: Edition): ReadonlyMap<string, number> {
  let index = known.get(edition);
  if (!index) {
    index = new Map(edition.segments.map(({ id }, at) => [id, at]));
    known.set(edition, index);
  }
  return index;
}

/** Segments of an edition as running text, with a blank line between them. */
export function passageText({ segments }: Edition, places: readonly number[]): string {
  return places.map((place) => segments[place].text).join('\n\n');
}

/** Work on more letters than this is done in a thread, so that others are served. */
const manyLetters = 400_000;

/** Whether editions are so long, taken together, that work on all their words takes a while. */
export const areLong = (editions: readonly Texts[]): boolean => lettersOf(editions) >= manyLetters;

type Texts = { segments: readonly { text: string }[] };

/** Letters of editions, taken together. */
export const lettersOf = (editions: readonly Texts[]): number =>
  editions.reduce((sum, { segments }) => segments.reduce((n, { text }) => n + text.length, sum), 0);
