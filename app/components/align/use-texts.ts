import { useEffect, useRef, useState } from 'react';
import type { Segment } from '../../../lib/edition/model';

export type ShownSegment = Pick<Segment, 'id' | 'kind' | 'label' | 'text'>;

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
