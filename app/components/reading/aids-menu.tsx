'use client';

import { Bookmark } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { onCommand } from '../commands/list';
import { AloudPart } from './aloud-part';
import { BookmarkPart } from './bookmark-part';
import type { EditionFace } from './faces';
import { focusedSentence } from './sentence-links';

const AloudPlayer = dynamic(() => import('./aloud-player').then((module) => module.AloudPlayer));
const KeepOffline = dynamic(() =>
  import('../offline/keep-offline').then((module) => module.KeepOffline),
);

/** What helps to read on: bookmarks, reading aloud, and the work kept for when the network is away. */
export function AidsMenu({
  work,
  title,
  pages,
  editions,
}: {
  work: string;
  /** Of the work. */
  title: string;
  /** Addresses of the view, one a section. */
  pages: string[];
  editions: readonly EditionFace[];
}) {
  const t = useTranslations('reading');
  const [opened, setOpened] = useState(false);
  const [reading, setReading] = useState<EditionFace | null>(null);
  const [said, setSaid] = useState('');
  const menu = useRef<HTMLDetailsElement>(null);
  const stop = useCallback(() => setReading(null), []);
  useEffect(
    () =>
      onCommand((name) => {
        if (name !== 'read-aloud') return;
        const siglum = focusedSentence()?.closest<HTMLElement>('.segment')?.dataset.siglum;
        const here = editions.find((each) => each.siglum === siglum) ?? editions[0];
        setReading((now) => (now ? null : here));
      }),
    [editions],
  );
  return (
    <>
      <details
        ref={menu}
        className="menu aids-menu"
        name="view-bar"
        onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}
      >
        <summary className="button" aria-label={t('aids')} title={t('aids')}>
          <Bookmark aria-hidden size={15} /> <span>{t('aids')}</span>
        </summary>
        <div className="menu-body">
          <BookmarkPart work={work} onSaid={setSaid} />
          <AloudPart
            editions={editions}
            onRead={(edition) => {
              if (menu.current) menu.current.open = false;
              setReading(edition);
            }}
          />
          {opened && <KeepOffline slug={work} title={title} pages={pages} />}
        </div>
      </details>
      {/* In a menu that is closed it would not be announced. */}
      <span role="status" className="visually-hidden">
        {said}
      </span>
      {reading && (
        <AloudPlayer
          key={reading.siglum}
          siglum={reading.siglum}
          language={reading.language}
          onClose={stop}
        />
      )}
    </>
  );
}
