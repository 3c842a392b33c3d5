'use client';

import { useEffect, useRef } from 'react';
import { headsBottom } from './reading/row-keys';
import { useRoving } from './roving';

/** Which part of the work is in view, on its map. */
export function MinimapMarker({ from, to }: { from: number; to: number }) {
  const element = useRef<HTMLSpanElement>(null);
  const map = useRef<HTMLElement | null>(null);
  useRoving(map, 'a');
  useEffect(() => {
    let asked = 0;
    const look = () => {
      asked = 0;
      const [first, last] = rowsInView();
      const marker = element.current;
      if (!marker || first === null) return;
      const share = (number: number) => (number - from) / Math.max(1, to - from + 1);
      marker.style.setProperty('--from', String(share(first)));
      marker.style.setProperty('--to', String(share(last + 1)));
    };
    const ask = () => {
      asked ||= requestAnimationFrame(look);
    };
    ask();
    document.addEventListener('scroll', ask, { passive: true, capture: true });
    window.addEventListener('resize', ask);
    return () => {
      cancelAnimationFrame(asked);
      document.removeEventListener('scroll', ask, { capture: true });
      window.removeEventListener('resize', ask);
    };
  }, [from, to]);
  const place = (marker: HTMLSpanElement | null) => {
    element.current = marker;
    map.current = marker?.parentElement ?? null;
  };
  return <span ref={place} className="minimap-view" aria-hidden="true" />;
}

/** Numbers of the first and last row in view, found at the window's upper and lower edge. */
function rowsInView(): [first: number | null, last: number] {
  const main = document.getElementById('main')?.getBoundingClientRect();
  const x = (main?.left ?? 0) + 30;
  const head = headsBottom();
  const at = (y: number, step: number): number | null => {
    for (let k = 0; k < 12; k++, y += step) {
      const row = document.elementFromPoint(x, y)?.closest('[id^="row-"]');
      if (row) return Number(row.id.slice(4));
    }
    return null;
  };
  const first = at(Math.max(4, head + 4), 24);
  return [first, at(window.innerHeight - 4, -24) ?? first ?? 0];
}
