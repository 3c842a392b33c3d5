import type { Edition } from '../edition/model';
import { sentencePlace } from '../edition/sentence-ids';
import type { Correcting } from './correcting';
import type { Layout } from './layout';
import { rowAt } from './reading';

/**
 * The bead of two editions that stands where a reader of the comparison is: the first that has a
 * passage of that row, or of one after it.
 *
 * @param at number of the row, or `siglum.segment`.
 * @returns 0 where the comparison shows neither edition, or has no such place.
 */
export function beadAt(
  { beads, sentences }: Pick<Correcting, 'beads' | 'sentences'>,
  [a, b]: readonly [Edition, Edition],
  layout: Layout,
  at: string,
): number {
  const row = rowAt(layout, layout.rows, at);
  if (row < 0) return 0;
  const reaches = (edition: Edition, side: 'a' | 'b') => {
    const shown = layout.editions.findIndex(({ siglum }) => siglum === edition.siglum);
    const index = new Map(edition.segments.map(({ id }, k) => [id, k]));
    const segmentOf = (place: number) =>
      sentences ? index.get(sentencePlace(sentences[side][place])?.segment ?? '') : place;
    return (bead: (typeof beads)[number]) =>
      shown >= 0 &&
      bead[side].some((place) => {
        const segment = segmentOf(place);
        return segment !== undefined && layout.rowOf[shown][segment] >= row;
      });
  };
  const [inA, inB] = [reaches(a, 'a'), reaches(b, 'b')];
  return Math.max(
    0,
    beads.findIndex((bead) => inA(bead) || inB(bead)),
  );
}
