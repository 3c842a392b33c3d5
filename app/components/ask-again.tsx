'use client';

import { useEffect } from 'react';

/**
 * Loads the page again after some seconds. A `meta` refresh alone does not: where the address
 * names a place (`#row-500`), browsers take it for a jump within the page and stay.
 */
export function AskAgain({ seconds }: { seconds: number }) {
  useEffect(() => {
    const timer = setTimeout(() => {
      // What is waited for is another page: where this one was scrolled to is nothing to go back to.
      window.history.scrollRestoration = 'manual';
      window.location.reload();
    }, seconds * 1000);
    return () => clearTimeout(timer);
  }, [seconds]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(seconds)} />
    </noscript>
  );
}
