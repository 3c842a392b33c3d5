import { headsBottom } from './row-keys';

/** How long rows above a place may still find their height, in milliseconds. */
const settling = 3000;
/** What a reader does to move about; from then on the view is theirs. */
const moves = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/**
 * Brings a place to just below the heads of the columns, and again as the rows above it are
 * painted and find their height, and when the browser, done loading, puts the view back where it
 * was before. It ends as soon as the reader moves.
 *
 * @param offset how far below, in pixels.
 * @returns what ends it.
 */
export function bringToTop(target: Element, offset = 0): () => void {
  const ending = new AbortController();
  const end = () => ending.abort();
  const bring = () => {
    if (ending.signal.aborted) return;
    const top = target.getBoundingClientRect().top - headsBottom() - offset;
    if (Math.abs(top) >= 1) window.scrollBy({ top, behavior: 'instant' });
  };
  const watcher = new ResizeObserver(bring);
  const table = target.closest('table');
  if (table) watcher.observe(table);
  const timer = setTimeout(end, settling);
  ending.signal.addEventListener('abort', () => {
    watcher.disconnect();
    clearTimeout(timer);
  });
  for (const move of moves) {
    window.addEventListener(move, end, { passive: true, signal: ending.signal });
  }
  // The browser scrolls after its event.
  const afterLoading = () => requestAnimationFrame(() => requestAnimationFrame(bring));
  window.addEventListener('load', afterLoading, { signal: ending.signal });
  target.scrollIntoView({ behavior: 'instant' });
  bring();
  afterLoading();
  return end;
}
