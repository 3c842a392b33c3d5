'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { EditionBoxes, type EditionOption } from './edition-boxes';

const load = () => import('./sortable-editions').then((module) => module.SortableEditions);
const SortableEditions = dynamic(load);

/**
 * The editions to choose from. A plain list of boxes, which works without script; where there is
 * one, opening the form makes it a list that can be put in order by dragging and by keyboard.
 */
export function EditionChoice({ editions }: { editions: EditionOption[] }) {
  const t = useTranslations('editions');
  const list = useRef<HTMLDivElement>(null);
  const [sortable, setSortable] = useState(false);
  useEffect(() => {
    const form = list.current?.closest('details');
    if (!form) return;
    // What a reader has chosen while the list was on its way stays as it is.
    let chosen = false;
    const choose = () => {
      chosen = true;
    };
    const wake = () => {
      load().then(() => {
        if (!chosen) setSortable(true);
      });
    };
    if (form.open) wake();
    form.addEventListener('toggle', wake, { once: true });
    form.addEventListener('change', choose);
    return () => {
      form.removeEventListener('toggle', wake);
      form.removeEventListener('change', choose);
    };
  }, []);
  return (
    <div ref={list} className="edition-choice">
      {sortable ? (
        <SortableEditions editions={editions} />
      ) : (
        editions.map((edition) => (
          <div key={edition.siglum} className="edition-option">
            <EditionBoxes edition={edition} />
          </div>
        ))
      )}
      <p className="quiet">{sortable && t('reorder-help')}</p>
    </div>
  );
}
