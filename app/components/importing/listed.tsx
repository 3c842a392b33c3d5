'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** One of the things given, with what takes it off the list again. */
export function Listed({
  name,
  onRemove,
  children,
}: {
  name: string;
  onRemove: () => void;
  children: ReactNode;
}) {
  const t = useTranslations('import');
  return (
    <article className="draft" aria-label={name}>
      <header className="dialog-head">
        <h2>{name}</h2>
        <button type="button" className="link-button" onClick={onRemove}>
          {t('remove')}
        </button>
      </header>
      {children}
    </article>
  );
}
