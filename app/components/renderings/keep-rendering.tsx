'use client';

import { BookmarkPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Term } from '../../../lib/edition/terms';
import { send } from '../editing/undo';
import { useSaving } from '../editing/use-saving';

/** Keeps a rendering as the preferred one of its language in the terms of the work. */
export function KeepRendering({ work, term }: { work: string; term: Term }) {
  const t = useTranslations('terms');
  const { error, save } = useSaving(work, (reason) => t('failed', { error: reason }));
  const words = Object.values(term.renderings).join('; ');
  const keep = () =>
    save(t('kept', { term: term.term, words }), () =>
      send(`/api/works/${work}/terms`, 'POST', term),
    );
  return (
    <>
      <button
        type="button"
        className="button quiet-button icon-button keep-rendering"
        aria-label={t('keep', { term: term.term, words })}
        title={t('keep-title')}
        onClick={keep}
      >
        <BookmarkPlus aria-hidden size={15} />
      </button>
      {error && (
        <span className="problem" role="alert">
          {error}
        </span>
      )}
    </>
  );
}
