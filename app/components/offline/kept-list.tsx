'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { forgetWork, type KeptWork, keptEvent, keptWorks } from './kept-works';

/** The works that are kept in this browser. */
export function KeptList() {
  const t = useTranslations('offline');
  const [works, setWorks] = useState<KeptWork[] | null>(null);
  useEffect(() => {
    const look = () => keptWorks().then(setWorks);
    look();
    window.addEventListener(keptEvent, look);
    return () => window.removeEventListener(keptEvent, look);
  }, []);
  if (!works) return <p className="quiet">{t('looking')}</p>;
  if (works.length === 0) return <p>{t('nothing-kept')}</p>;
  return (
    <ul className="kept-works">
      {works.map(({ slug, title, pages }) => (
        <li key={slug}>
          {/* The page itself, not what the app would fetch for it. */}
          <a href={pages[0]}>{title}</a>{' '}
          <button
            type="button"
            className="button quiet-button icon-button"
            aria-label={t('forget-work', { title })}
            title={t('forget-work', { title })}
            onClick={() => forgetWork(slug)}
          >
            <X aria-hidden size={14} />
          </button>
        </li>
      ))}
    </ul>
  );
}
