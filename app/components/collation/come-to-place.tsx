'use client';

import { useLayoutEffect } from 'react';
import { bringToTop } from '../reading/bring-to-top';

/** Brings the place that was asked for into view, also where another page of the collation was shown before. */
export function ComeToPlace({ number }: { number: number }) {
  useLayoutEffect(() => {
    const place = document.getElementById(`row-${number}`);
    return place ? bringToTop(place) : undefined;
  }, [number]);
  return null;
}
