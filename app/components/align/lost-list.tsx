import { useTranslations } from 'next-intl';
import type { Correction } from '../../../lib/edition/model';

/** Corrections whose words are gone: kept, and reported. */
export function LostList({ lost }: { lost: readonly Correction[] }) {
  const t = useTranslations('align');
  if (lost.length === 0) return null;
  return (
    <details className="problem">
      <summary>{t('lost')}</summary>
      <p>{t('lost-kept')}</p>
      <ul>
        {lost.map((each) => (
          <li key={JSON.stringify(each)}>
            <code>
              {each.editions[0]}: {each.a.join(', ') || '—'}; {each.editions[1]}:{' '}
              {each.b.join(', ') || '—'}
            </code>
          </li>
        ))}
      </ul>
    </details>
  );
}
