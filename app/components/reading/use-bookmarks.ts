import { useEffect, useState } from 'react';
import { type Bookmark, bookmarksIn, onBookmarks } from './bookmarks';

/** A work's bookmarks, once the browser has looked them up, and as they change. */
export function useBookmarks(work: string): Bookmark[] {
  const [bookmarks, setBookmarks] = useState<Bookmark[]>([]);
  useEffect(() => {
    const look = () => setBookmarks(bookmarksIn(work));
    look();
    return onBookmarks(look);
  }, [work]);
  return bookmarks;
}
