import { useSearchParams } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { isLeaving, jumpEvent } from './kept-place';
import { keepLastPlace } from './last-places';
import { topRow } from './row-keys';

/** Scrolling must have stopped for so long before the address follows, in milliseconds. */
const rest = 400;

/**
 * Keeps the place that is read in the address (`at`), so that it can be shared and come back to.
 * The address stands still while another page is on its way: after a link was followed, and after
 * the browser's "back", which changes the address before the page. A jump leaves from where the
 * reader is, however short a time they have been there.
 */
export function usePlaceInUrl(): void {
  const shown = useRef('');
  const query = useSearchParams().toString();
  useEffect(() => {
    shown.current = query;
  }, [query]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const isShown = () =>
      !isLeaving() && new URLSearchParams(window.location.search).toString() === shown.current;
    const follow = () => (isShown() ? placeIntoUrl() : later());
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(follow, rest);
    };
    const jump = () => {
      clearTimeout(timer);
      if (isShown()) placeIntoUrl();
    };
    window.addEventListener('scroll', later, { passive: true });
    window.addEventListener(jumpEvent, jump);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('scroll', later);
      window.removeEventListener(jumpEvent, jump);
    };
  }, []);
}

function placeIntoUrl(): void {
  const row = topRow();
  if (!row) return;
  const here = new URL(window.location.href);
  // Where the reader came by a link to a segment and has not moved on, that link stands.
  const asked = document.getElementById(decodeURIComponent(here.hash.slice(1)));
  const box = asked?.getBoundingClientRect();
  if (box && box.bottom > 0 && box.top < window.innerHeight) return;
  const query = new URLSearchParams(here.search);
  query.delete('page');
  query.delete('ref');
  const number = Number(row.id.slice(4));
  if (number > 1) query.set('at', String(number));
  else query.delete('at');
  // Commas stay readable.
  const text = query.toString().replaceAll('%2C', ',');
  const next = here.pathname + (text ? `?${text}` : '');
  keepLastPlace(next, number);
  if (next !== here.pathname + here.search) window.history.replaceState(null, '', next);
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
