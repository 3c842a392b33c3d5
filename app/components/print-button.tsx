'use client';

import { useTranslations } from 'next-intl';

/** Prints what is open of the text; the whole of a long work is a file of its own. */
export function PrintButton() {
  const t = useTranslations('view');
  return (
    <button type="button" onClick={() => window.print()}>
      {t('print')}
    </button>
  );
}
