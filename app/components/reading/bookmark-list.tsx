'use client';

import { Bookmark as BookmarkIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useBookmarks } from './use-bookmarks';

/** How many are listed beside a work; the page of the work has all. */
const listed = 5;

/** Links to the places that the reader has marked in a work. */
export function BookmarkList({ work }: { work: string }) {
  const t = useTranslations('bookmarks');
  const bookmarks = useBookmarks(work);
  if (bookmarks.length === 0) return null;
  return (
    <ul className="bookmarks of-work" aria-label={t('title')}>
      {bookmarks.slice(0, listed).map(({ address, number, words, language }) => (
        <li key={number}>
          <a href={address}>
            <BookmarkIcon aria-hidden size={12} /> <span className="quiet">{number}</span>{' '}
            <span lang={language} dir="auto">
              {words}
            </span>
          </a>
        </li>
      ))}
      {bookmarks.length > listed && (
        <li className="quiet">{t('more', { count: bookmarks.length - listed })}</li>
      )}
    </ul>
  );
}
