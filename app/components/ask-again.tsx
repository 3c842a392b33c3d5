'use client';

import { useEffect } from 'react';

/** Another page that the reader asked for may take so long to come, in milliseconds. */
const leavingMs = 20_000;

/**
 * Loads the page again after some seconds. A `meta` refresh alone does not: where the address
 * names a place (`#row-500`), browsers take it for a jump within the page and stay. Whoever has
 * asked for another page meanwhile is not called back from it.
 */
export function AskAgain({ seconds }: { seconds: number }) {
  useEffect(() => {
    const again = () => {
      // What is waited for is another page: where this one was scrolled to is nothing to go back to.
      window.history.scrollRestoration = 'manual';
      window.location.reload();
    };
    let timer = setTimeout(again, seconds * 1000);
    const putOff = () => {
      clearTimeout(timer);
      timer = setTimeout(again, leavingMs);
    };
    const click = (event: MouseEvent) => {
      if ((event.target as Element).closest?.('a[href]')) putOff();
    };
    document.addEventListener('click', click, true);
    document.addEventListener('submit', putOff, true);
    window.addEventListener('beforeunload', putOff);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('click', click, true);
      document.removeEventListener('submit', putOff, true);
      window.removeEventListener('beforeunload', putOff);
    };
  }, [seconds]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(seconds)} />
    </noscript>
  );
}
