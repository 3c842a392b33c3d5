'use client';

import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import type { DismissalDraft } from '../../../lib/edition/dismissals';
import { send } from '../editing/undo';
import { useSaving } from '../editing/use-saving';

/** Takes a finding off the check list, with the reason why it is not a slip. */
export function DismissSlip({
  work,
  finding,
}: {
  work: string;
  finding: Omit<DismissalDraft, 'reason'>;
}) {
  const t = useTranslations('dismissals');
  const { error, save } = useSaving(work, (failure) => t('failed', { error: failure }));
  const dismiss = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason')).trim();
    if (reason === '') return;
    const draft: DismissalDraft = { ...finding, reason };
    await save(t('dismissed', { reason }), () =>
      send(`/api/works/${work}/dismissals`, 'POST', draft),
    );
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
