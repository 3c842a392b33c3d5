'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { type LastPlace, lastPlaceIn } from './last-places';

/** A link to where the reader was last in a work, once the browser has looked it up. */
export function LastPlaceLink({ work }: { work: string }) {
  const t = useTranslations('reading');
  const [place, setPlace] = useState<LastPlace>();
  useEffect(() => setPlace(lastPlaceIn(work)), [work]);
  if (!place) return null;
  return (
    <a href={place.address} className="last-place">
      {t('continue', { number: place.number })}
    </a>
  );
}
