import { useEffect, useMemo, useRef, useState } from 'react';
import type { Segment } from '../../../lib/edition/model';
import { sentencePlace } from '../../../lib/edition/sentence-ids';

export type ShownSegment = Pick<Segment, 'id' | 'kind' | 'label' | 'text'>;

/** What a bead is of: a segment, or a sentence of one. */
export interface Shown extends ShownSegment {
  /** Whether it begins its paragraph. */
  begins: boolean;
}

/**
 * The texts of the segments that are shown, fetched as they come into view: a long work is not
 * sent whole to someone who corrects one place of it.
 */
export function useTexts(work: string, siglum: string, needed: readonly number[]) {
  const known = useRef(new Map<number, ShownSegment>());
  const [, setCount] = useState(0);
  const low = Math.min(...needed);
  const high = Math.max(...needed) + 1;
  useEffect(() => {
    if (!Number.isFinite(low)) return;
    let missing = false;
    for (let at = low; at < high; at++) missing ||= !known.current.has(at);
    if (!missing) return;
    const stop = new AbortController();
    const address = `/api/works/${work}/editions/${encodeURIComponent(siglum)}`;
    fetch(`${address}?from=${low}&to=${high}`, { signal: stop.signal })
      .then((response) => response.json())
      .then(({ from, segments }: { from: number; segments: ShownSegment[] }) => {
        segments.forEach((segment, k) => {
          known.current.set(from + k, segment);
        });
        setCount(known.current.size);
      })
      .catch(() => {
        // Asked for again with the next window.
      });
    return () => stop.abort();
  }, [work, siglum, low, high]);
  return (index: number): ShownSegment | undefined => known.current.get(index);
}

/**
 * The same for what beads are of: segments by their ids, or sentences by theirs.
 *
 * @param segmentIds of the edition, in order.
 * @param ids of what beads are of, in order.
 * @param needed numbers of those.
 */
export function useShown(
  work: string,
  siglum: string,
  segmentIds: readonly string[],
  ids: readonly string[],
  needed: readonly number[],
): (index: number) => Shown | undefined {
  const segments = useMemo(() => new Map(segmentIds.map((id, index) => [id, index])), [segmentIds]);
  const isSentences = ids !== segmentIds;
  const placeOf = (index: number) => {
    const place = isSentences ? sentencePlace(ids[index] ?? '') : null;
    const id = isSentences ? place?.segment : ids[index];
    return { segment: segments.get(id ?? '') ?? -1, at: place?.at ?? 0 };
  };
  const textOf = useTexts(
    work,
    siglum,
    needed.map((index) => placeOf(index).segment).filter((segment) => segment >= 0),
  );
  return (index) => {
    const { segment, at } = placeOf(index);
    const whole = textOf(segment);
    if (!whole || !isSentences) return whole && { ...whole, begins: true };
    const next = placeOf(index + 1);
    const end = next.segment === segment ? next.at : whole.text.length;
    const begins = at === 0;
    return {
      ...whole,
      label: begins ? whole.label : undefined,
      text: whole.text.slice(at, end),
      begins,
    };
  };
}
