'use client';

import { useEffect } from 'react';

/** Brings the works that are kept up to date; a page without any loads nothing for it. */
export function OfflineUpkeep() {
  useEffect(() => {
    if (!navigator.serviceWorker?.controller || !navigator.onLine) return;
    const later = setTimeout(() => {
      import('./kept-works').then(({ refreshKept }) => refreshKept());
    }, 3000);
    return () => clearTimeout(later);
  }, []);
  return null;
}
