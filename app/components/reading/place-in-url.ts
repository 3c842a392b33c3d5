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

/** Opens the page at a segment or footnote that is in a section still to come. */
export function openAt(siglum: string, segment: string): void {
  const to = new URL(window.location.href);
  to.searchParams.delete('page');
  to.searchParams.set('at', `${siglum}.${segment}`);
  to.hash = `#${siglum}-${segment}`;
  // An address that names the place already has been tried.
  if (to.search !== window.location.search) window.location.assign(to);
}

/** A link to a place in another section can be followed before the page listens, or be shared. */
export function useHashOutsidePage(sigla: readonly string[]): void {
  useEffect(() => {
    const follow = () => {
      const id = decodeURIComponent(window.location.hash.slice(1));
      if (!id || document.getElementById(id)) return;
      const [siglum] = sigla
        .filter((each) => id.startsWith(`${each}-`))
        .sort((a, b) => b.length - a.length);
      if (siglum) openAt(siglum, id.slice(siglum.length + 1));
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [sigla]);
}
