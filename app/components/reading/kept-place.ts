import { headsBottom, topRow } from './row-keys';

/** Where a reader is: the row at the top of the view, and how far it is from the heads. */
interface Place {
  number: number;
  offset: number;
}

let remembered: Place | null = null;

/** The place at the top of the view; null at the beginning of a text, or where there is none. */
export function currentPlace(): Place | null {
  if (window.scrollY < 40) return null;
  const row = topRow();
  if (!row) return null;
  return {
    number: Number(row.id.slice(4)),
    offset: row.getBoundingClientRect().top - headsBottom(),
  };
}

/** Where the reader was when they left for another page or view, until that is come to. */
let leaving: { from: string; at: number } | null = null;
/** A page that has not come by then is not waited for, in milliseconds. */
const leavingMs = 20_000;

/** The address must not be changed while another is on its way: that would call it off. */
export function leave(): void {
  leaving = { from: window.location.href, at: Date.now() };
}

export function isLeaving(): boolean {
  if (leaving && (leaving.from !== window.location.href || Date.now() - leaving.at > leavingMs)) {
    leaving = null;
  }
  return leaving !== null;
}

/** Sent when a reader is about to go to another place of the page, and may want to come back. */
export const jumpEvent = 'variorum:jump';

/** Keeps the place for the view that comes next. */
export function rememberPlace(): void {
  remembered = currentPlace();
}

/** The place remembered, once. */
export function takePlace(): Place | null {
  const place = remembered;
  remembered = null;
  return place;
}

/**
 * An address of the work, with the place that is read: `at` in place of a page. Pages without rows, such
 * as that of links, hand on the place that they were come to from.
 */
export function withPlace(address: string): URL {
  const to = new URL(address, window.location.href);
  const here = new URLSearchParams(window.location.search);
  const place = currentPlace();
  const isAtStart = window.scrollY < 40 && topRow() !== null;
  const asked =
    place && place.number > 1 ? String(place.number) : isAtStart ? null : here.get('at');
  to.searchParams.delete('page');
  to.searchParams.delete('ref');
  if (asked) to.searchParams.set('at', asked);
  else to.searchParams.delete('at');
  // Commas stay readable.
  to.search = to.search.replaceAll('%2C', ',');
  return to;
}
