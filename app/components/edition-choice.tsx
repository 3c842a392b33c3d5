'use client';

import { useTranslations } from 'next-intl';
import { type ComponentType, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { EditionBoxes, type EditionOption } from './edition-boxes';

const load = () => import('./sortable-editions').then((module) => module.SortableEditions);

/**
 * The editions to choose from. A plain list of boxes, which works without script; where there is
 * one, opening the form makes it a list that can be put in order by dragging and by keyboard.
 */
export function EditionChoice({ editions }: { editions: EditionOption[] }) {
  const t = useTranslations('editions');
  const list = useRef<HTMLDivElement>(null);
  const [Sortable, setSortable] = useState<ComponentType<{ editions: EditionOption[] }> | null>(
    null,
  );
  useEffect(() => {
    const form = list.current?.closest('details');
    if (!form) return;
    // What a reader has chosen while the list was on its way stays as it is.
    let chosen = false;
    const choose = () => {
      chosen = true;
    };
    const wake = () => {
      load().then((component) => {
        // At once: a choice made between the question and the change of lists would be lost.
        if (!chosen) flushSync(() => setSortable(() => component));
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
      {Sortable ? (
        <Sortable editions={editions} />
      ) : (
        editions.map((edition) => (
          <div key={edition.siglum} className="edition-option">
            <EditionBoxes edition={edition} />
          </div>
        ))
      )}
      <p className="quiet">{Sortable && t('reorder-help')}</p>
    </div>
  );
}
