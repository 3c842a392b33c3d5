'use client';

import { useLayoutEffect } from 'react';
import { bringToTop } from '../reading/bring-to-top';

/** Brings the place that was asked for by its name into view. */
export function ComeToPlace({ number }: { number: number }) {
  useLayoutEffect(() => {
    const place = document.getElementById(`row-${number}`);
    return place ? bringToTop(place) : undefined;
  }, [number]);
  return null;
}
