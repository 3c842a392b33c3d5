import { useMemo } from 'react';
import type { Bead } from '../../../lib/align/bead';
import type { SegmentNames } from '../../../lib/compare/segment-names';
import { sentencePlace } from '../../../lib/edition/sentence-ids';
import type { Ids } from './use-correcting';

export interface BeadNames {
  /** What a bead is called beside its text: its first label, or else its number from 1. */
  name: (number: number) => string;
  /** The same where nothing says which book it is of. */
  fullName: (number: number) => string;
}

/**
 * Names beads as the margin of the comparison names its rows.
 *
 * @param segmentIds of both editions, in order.
 * @param ids of what beads are of: segments, or sentences.
 */
export function useBeadNames(
  beads: readonly Bead[],
  segmentIds: Ids,
  ids: Ids,
  names: readonly [SegmentNames, SegmentNames],
): BeadNames {
  const indices = useMemo(
    () => segmentIds.map((side) => new Map(side.map((id, index) => [id, index]))),
    [segmentIds],
  );
  const segmentOf = (side: 0 | 1, index: number): number => {
    if (ids[side] === segmentIds[side]) return index;
    return indices[side].get(sentencePlace(ids[side][index] ?? '')?.segment ?? '') ?? -1;
  };
  const segmentsOf = (number: number, side: 0 | 1) =>
    (beads[number]?.[side === 0 ? 'a' : 'b'] ?? []).map((index) => segmentOf(side, index));
  const labelOf = (number: number) => {
    for (const side of [0, 1] as const) {
      for (const segment of segmentsOf(number, side)) {
        const label = names[side].labels[segment];
        if (label) return label;
      }
    }
    return undefined;
  };
  const headingOf = (number: number) => {
    const side = segmentsOf(number, 0).length > 0 ? 0 : 1;
    const [segment] = segmentsOf(number, side);
    const { headings } = names[side];
    if (headings.length < 2) return undefined;
    return headings.findLast(({ index }) => index <= segment)?.text;
  };
  const name = (number: number) => labelOf(number) ?? String(number + 1);
  const fullName = (number: number) => {
    const label = labelOf(number);
    const heading = label && headingOf(number);
    return heading ? `${heading} ${label}` : name(number);
  };
  return { name, fullName };
}
