import type { Edition } from '../edition/model';
import { processWide } from './process-wide';

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
