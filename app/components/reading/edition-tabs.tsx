'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useState } from 'react';
import type { EditionFace } from './faces';

/**
 * On screens too narrow for all columns: which edition is in view, and the way to the others.
 * The columns themselves are swiped; the style sheet shows this only then.
 */
export function EditionTabs({
  editions,
  frame,
}: {
  editions: readonly EditionFace[];
  frame: RefObject<HTMLDivElement | null>;
}) {
  const t = useTranslations('editions');
  const [shown, setShown] = useState(0);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const look = () => {
      const heads = [...element.querySelectorAll<HTMLElement>('[data-column]')];
      const from = element.getBoundingClientRect().left;
      const gaps = heads.map((head) => Math.abs(head.getBoundingClientRect().left - from));
      if (gaps.length > 0) setShown(gaps.indexOf(Math.min(...gaps)));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    return () => element.removeEventListener('scroll', look);
  }, [frame]);
  const go = (siglum: string) => {
    const head = frame.current?.querySelector<HTMLElement>(`[data-column="${CSS.escape(siglum)}"]`);
    const element = frame.current;
    if (!head || !element) return;
    element.scrollBy({
      left: head.getBoundingClientRect().left - element.getBoundingClientRect().left,
    });
  };
  return (
    <nav className="edition-tabs" aria-label={t('tabs')}>
      {editions.map(({ siglum }, at) => (
        <button
          key={siglum}
          type="button"
          aria-current={at === shown ? 'true' : undefined}
          onClick={() => go(siglum)}
        >
          {siglum}
        </button>
      ))}
    </nav>
  );
}
