'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { DismissalDraft } from '../../../lib/edition/dismissals';
import { offerUndo, send } from '../editing/undo';

/** Takes a finding off the check list, with why it is no slip. */
export function DismissSlip({
  work,
  finding,
}: {
  work: string;
  finding: Omit<DismissalDraft, 'reason'>;
}) {
  const t = useTranslations('dismissals');
  const router = useRouter();
  const [error, setError] = useState('');
  const dismiss = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason')).trim();
    if (reason === '') return;
    setError('');
    try {
      const draft: DismissalDraft = { ...finding, reason };
      const { changed } = await send(`/api/works/${work}/dismissals`, 'POST', draft);
      offerUndo({ work, said: t('dismissed', { reason }), changed });
      router.refresh();
    } catch (failure) {
      const said = failure instanceof Error ? failure.message : String(failure);
      setError(t('failed', { error: said }));
    }
  };
  return (
    <details className="dismiss-slip">
      <summary>{t('no-slip')}</summary>
      <form className="plain-form" onSubmit={dismiss}>
        <label>
          {t('why')} <input name="reason" required maxLength={2000} dir="auto" />
        </label>
        <button type="submit" className="button">
          {t('dismiss')}
        </button>
      </form>
      {error && (
        <p className="problem" role="alert">
          {error}
        </p>
      )}
    </details>
  );
}
