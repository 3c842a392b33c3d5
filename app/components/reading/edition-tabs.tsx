'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useState } from 'react';
import type { EditionFace } from './faces';
import { type Heading, useRunningHead } from './running-head';

/**
 * On screens too narrow for all columns: which editions are in view, and the way to the others.
 * The columns themselves are swiped; the style sheet shows this only then.
 */
export function EditionTabs({
  editions,
  headings,
  frame,
}: {
  editions: readonly EditionFace[];
  headings: readonly Heading[];
  frame: RefObject<HTMLDivElement | null>;
}) {
  const t = useTranslations('editions');
  const here = useRunningHead(headings);
  const [shown, setShown] = useState<boolean[]>([true]);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const look = () => {
      const heads = [...element.querySelectorAll<HTMLElement>('[data-column]')];
      const { left, right } = element.getBoundingClientRect();
      setShown(
        heads.map((head) => {
          const box = head.getBoundingClientRect();
          return Math.min(box.right, right) - Math.max(box.left, left) > box.width / 2;
        }),
      );
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
          aria-current={shown[at] ? 'true' : undefined}
          onClick={() => go(siglum)}
        >
          {siglum}
        </button>
      ))}
      {here && <span className="running-head">{here}</span>}
    </nav>
  );
}
