/** A place of a work that a reader has marked. */
export interface Bookmark {
  /** Path, query and hash of the view, at the place. */
  address: string;
  /** The number of the row. */
  number: number;
  /** The first words of the place, and their language (BCP 47). */
  words: string;
  language: string;
  /** ISO 8601. */
  made: string;
}

const kept = 'variorum:bookmarks';
/** Sent when bookmarks have changed in this window; `storage` tells of other windows. */
export const bookmarksEvent = 'variorum:bookmarks';
/** Bookmarks of a work, and works that have some, at most: the oldest make way. */
const maxOfWork = 200;
const maxWorks = 200;

/** The bookmarks by work, the one marked last at the end. */
function all(): Map<string, Bookmark[]> {
  try {
    return new Map(JSON.parse(localStorage.getItem(kept) ?? '[]'));
  } catch {
    return new Map();
  }
}

/** Those of a work, in the order of its text. */
export const bookmarksIn = (work: string): Bookmark[] =>
  (all().get(work) ?? []).toSorted((x, y) => x.number - y.number);

/** @returns whether it could be kept. */
export function addBookmark(work: string, bookmark: Bookmark): boolean {
  const others = (all().get(work) ?? []).filter(({ number }) => number !== bookmark.number);
  return keep(work, [...others, bookmark].slice(-maxOfWork));
}

export function removeBookmark(work: string, number: number): void {
  keep(
    work,
    (all().get(work) ?? []).filter((each) => each.number !== number),
  );
}

function keep(work: string, bookmarks: readonly Bookmark[]): boolean {
  const works = all();
  works.delete(work);
  if (bookmarks.length > 0) works.set(work, [...bookmarks]);
  try {
    localStorage.setItem(kept, JSON.stringify([...works].slice(-maxWorks)));
  } catch {
    return false;
  }
  window.dispatchEvent(new Event(bookmarksEvent));
  return true;
}

/** Calls back when bookmarks change. @returns how to stop it. */
export function onBookmarks(changed: () => void): () => void {
  window.addEventListener(bookmarksEvent, changed);
  window.addEventListener('storage', changed);
  return () => {
    window.removeEventListener(bookmarksEvent, changed);
    window.removeEventListener('storage', changed);
  };
}
