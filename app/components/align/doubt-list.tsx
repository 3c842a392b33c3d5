import { useTranslations } from 'next-intl';
import type { Bead } from '../../../lib/align/bead';
import type { Doubt } from '../../../lib/align/doubts';
import type { BeadNames } from './bead-names';

/** Doubts that are listed, at most: the rest follow when these are done. */
const maxListed = 100;

/** What deserves a look, the least sure first, each with its reasons. */
export function DoubtList({
  beads,
  doubts,
  names: { fullName },
  here,
  onGo,
}: {
  beads: readonly Bead[];
  doubts: readonly Doubt[];
  names: BeadNames;
  /** The number of the bead that the keyboard has reached. */
  here: number;
  onGo: (bead: number) => void;
}) {
  const t = useTranslations('align');
  if (doubts.length === 0) return null;
  return (
    <details className="doubt-list">
      <summary>{t('doubts')}</summary>
      <ol>
        {doubts.slice(0, maxListed).map(({ bead, reasons }) => (
          <li key={bead}>
            <button
              type="button"
              className="button quiet-button"
              aria-current={bead === here ? 'true' : undefined}
              onClick={() => onGo(bead)}
            >
              <span className="bead-number">{fullName(bead)}</span>{' '}
              {t('doubt', {
                percent: Math.round(beads[bead].score * 100),
                reasons: reasons
                  .map((reason) => t(`reasons.${reason}`))
                  .join(t('reason-separator')),
              })}
            </button>
          </li>
        ))}
      </ol>
      {doubts.length > maxListed && (
        <p className="quiet">{t('more-doubts', { count: doubts.length - maxListed })}</p>
      )}
    </details>
  );
}
