import { Highlighter } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { freeMarks, strengths } from '../../lib/collate/shown-marks';
import { LegendKey } from './legend';
import { type ViewState, viewAddress } from './view-state';

/** How much of what differs is marked, and what the marks mean. */
export function MarksMenu({
  work,
  state,
  base,
  several,
}: {
  work: string;
  state: ViewState;
  base: string;
  several: boolean;
}) {
  const t = useTranslations('marks');
  return (
    <details className="menu marks-menu" name="view-bar">
      <summary className="button" aria-label={t('title')}>
        <Highlighter aria-hidden size={15} /> <span>{t('title')}</span>
      </summary>
      <div className="menu-body">
        <ul aria-label={t('strength')} className="choices">
          {strengths.map((marks) => (
            <li key={marks}>
              <a
                href={viewAddress(work, { ...state, marks })}
                data-place="stay"
                aria-current={marks === state.marks ? 'true' : undefined}
              >
                {t(marks)} <span className="quiet">{t(`${marks}-means`)}</span>
              </a>
            </li>
          ))}
        </ul>
        {state.marks === 'notable' && (
          <ul aria-label={t('free')} className="choices">
            <li className="quiet" aria-hidden="true">
              {t('free')}
            </li>
            {freeMarks.map((free) => (
              <li key={free}>
                <a
                  href={viewAddress(work, { ...state, free })}
                  data-place="stay"
                  aria-current={free === state.free ? 'true' : undefined}
                >
                  {t(`free-${free}`)}
                </a>
              </li>
            ))}
          </ul>
        )}
        <LegendKey base={base} several={several} free={state.marks === 'notable'} />
      </div>
    </details>
  );
}
