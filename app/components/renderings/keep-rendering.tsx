'use client';

import { BookmarkPlus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Term } from '../../../lib/edition/terms';
import { offerUndo, send } from '../editing/undo';

/** Keeps a rendering as the preferred one of its language in the terms of the work. */
export function KeepRendering({ work, term }: { work: string; term: Term }) {
  const t = useTranslations('terms');
  const router = useRouter();
  const [error, setError] = useState('');
  const words = Object.values(term.renderings).join('; ');
  const keep = async () => {
    setError('');
    try {
      const { changed } = await send(`/api/works/${work}/terms`, 'POST', term);
      offerUndo({ work, said: t('kept', { term: term.term, words }), changed });
      router.refresh();
    } catch (reason) {
      setError(t('failed', { error: reason instanceof Error ? reason.message : String(reason) }));
    }
  };
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
