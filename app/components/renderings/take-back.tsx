'use client';

import { useTranslations } from 'next-intl';
import { send } from '../editing/undo';
import { useSaving } from '../editing/use-saving';

/** Puts a finding that is dismissed back on the check list. */
export function TakeBack({ work, id, reason }: { work: string; id: string; reason: string }) {
  const t = useTranslations('dismissals');
  const { error, save } = useSaving(work, (failure) => t('failed', { error: failure }));
  const takeBack = () =>
    save(t('taken-back', { reason }), () => send(`/api/works/${work}/dismissals/${id}`, 'DELETE'));
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
