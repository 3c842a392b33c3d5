import { Highlighter } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { nextStrength, type Strength, strengths } from '../../../lib/collate/shown-marks';
import { onCommand } from '../commands/list';
import { LegendKey } from '../legend';

/** How much of what differs is marked, where nothing of it is in the address. */
export function MarksChoice({
  strength,
  onChoose,
  base,
  several,
}: {
  strength: Strength;
  onChoose: (strength: Strength) => void;
  base: string;
  several: boolean;
}) {
  const t = useTranslations('marks');
  useEffect(
    () =>
      onCommand((name) => {
        if (name === 'marks') onChoose(nextStrength(strength));
      }),
    [strength, onChoose],
  );
  return (
    <details className="menu marks-menu">
      <summary className="button">
        <Highlighter aria-hidden size={15} /> <span>{t('title')}</span>
      </summary>
      <div className="menu-body">
        <ul aria-label={t('strength')} className="choices">
          {strengths.map((each) => (
            <li key={each}>
              <button type="button" aria-pressed={each === strength} onClick={() => onChoose(each)}>
                {t(each)} <span className="quiet">{t(`${each}-means`)}</span>
              </button>
            </li>
          ))}
        </ul>
        <LegendKey base={base} several={several} free={strength === 'notable'} />
      </div>
    </details>
  );
}
