'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect } from 'react';
import { onCommand } from '../commands/list';
import { addBookmark, type Bookmark, bookmarksIn, removeBookmark } from './bookmarks';
import { withPlace } from './kept-place';
import { topRow } from './row-keys';
import { focusedSentence } from './sentence-links';
import { segmentKey } from './text-places';
import { useBookmarks } from './use-bookmarks';

/** Letters of a place by which it is known again. */
const shownLetters = 60;

/** Marks the place that is read, and leads back to those marked before. */
export function BookmarkPart({
  work,
  onSaid,
}: {
  work: string;
  /** Called with what is reported of a bookmark that was made. */
  onSaid: (said: string) => void;
}) {
  const t = useTranslations('bookmarks');
  const bookmarks = useBookmarks(work);
  const mark = useCallback(() => {
    const place = placeRead();
    if (!place) return;
    const isMarked = bookmarksIn(work).some(({ number }) => number === place.number);
    const isKept = isMarked || addBookmark(work, place);
    onSaid(t(isKept ? 'marked' : 'no-room', { number: place.number }));
  }, [work, t, onSaid]);
  useEffect(
    () =>
      onCommand((name) => {
        if (name === 'bookmark') mark();
      }),
    [mark],
  );
  return (
    <section aria-label={t('title')}>
      <button type="button" className="button" onClick={mark}>
        {t('mark')}
      </button>
      {bookmarks.length === 0 && <p className="quiet">{t('none')}</p>}
      <ul className="bookmarks" hidden={bookmarks.length === 0}>
        {bookmarks.map(({ address, number, words, language }) => (
          <li key={number}>
            <a href={address} data-place="jump">
              <span className="quiet">{number}</span>{' '}
              <span lang={language} dir="auto">
                {words}
              </span>
            </a>
            <button
              type="button"
              className="button quiet-button icon-button"
              aria-label={t('remove', { number })}
              title={t('remove', { number })}
              onClick={() => removeBookmark(work, number)}
            >
              <X aria-hidden size={14} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The row of the sentence that the keyboard is in, or else the first in view. */
function placeRead(): Bookmark | null {
  const row = focusedSentence()?.closest('tr') ?? topRow();
  const segment = row?.querySelector<HTMLElement>('.segment');
  if (!row || !segment) return null;
  const { siglum = '', segment: id = '' } = segment.dataset;
  const to = withPlace(window.location.href);
  to.searchParams.set('at', `${siglum}.${id}`);
  return {
    address: `${to.pathname}${to.search.replaceAll('%2C', ',')}#${segmentKey(siglum, id)}`,
    number: Number(row.id.slice('row-'.length)),
    words: [...(segment.querySelector('.sentence')?.textContent ?? '')]
      .slice(0, shownLetters)
      .join('')
      .trim(),
    language: segment.closest<HTMLElement>('[lang]')?.lang ?? '',
    made: new Date().toISOString(),
  };
}
