'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { offerUndo, send } from '../editing/undo';

/** Puts a finding that is dismissed back on the check list. */
export function TakeBack({ work, id, reason }: { work: string; id: string; reason: string }) {
  const t = useTranslations('dismissals');
  const router = useRouter();
  const [error, setError] = useState('');
  const takeBack = async () => {
    setError('');
    try {
      const { changed } = await send(`/api/works/${work}/dismissals/${id}`, 'DELETE');
      offerUndo({ work, said: t('taken-back', { reason }), changed });
      router.refresh();
    } catch (failure) {
      const said = failure instanceof Error ? failure.message : String(failure);
      setError(t('failed', { error: said }));
    }
  };
  return (
    <>
      <button
        type="button"
        className="button quiet-button"
        aria-label={t('take-back-of', { reason })}
        onClick={takeBack}
      >
        {t('take-back')}
      </button>
      {error && (
        <p className="problem" role="alert">
          {error}
        </p>
      )}
    </>
  );
}
