import { useEffect } from 'react';
import { isLeaving } from './kept-place';
import { topRow } from './row-keys';

/** Scrolling must have stopped for so long before the address follows, in milliseconds. */
const rest = 400;

/** Keeps the place that is read in the address (`at`), so that it can be shared and come back to. */
export function usePlaceInUrl(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const follow = () => {
      if (isLeaving()) return later();
      const number = Number(topRow()?.id.slice(4) ?? 0);
      const here = new URL(window.location.href);
      // Where the reader came by a link to a segment and has not moved on, that link stands.
      const asked = document.getElementById(decodeURIComponent(here.hash.slice(1)));
      const box = asked?.getBoundingClientRect();
      if (box && box.bottom > 0 && box.top < window.innerHeight) return;
      const query = new URLSearchParams(here.search);
      query.delete('page');
      query.delete('ref');
      if (number > 1) query.set('at', String(number));
      else query.delete('at');
      // Commas stay readable.
      const text = query.toString().replaceAll('%2C', ',');
      const next = here.pathname + (text ? `?${text}` : '');
      if (next !== here.pathname + here.search) window.history.replaceState(null, '', next);
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(follow, rest);
    };
    window.addEventListener('scroll', later, { passive: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('scroll', later);
    };
  }, []);
}
