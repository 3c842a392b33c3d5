import { ArrowDown, ArrowUp, Link2, Redo2, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** What can be done with the whole of the links, how it stands with them, and what its row can be done with. */
export function AlignBar({
  undo,
  redo,
  doubts,
  onDoubt,
  picked,
  onLink,
  said,
  children,
}: {
  undo: (() => void) | null;
  redo: (() => void) | null;
  /** How many places are to be reviewed. */
  doubts: number;
  onDoubt: (step: 1 | -1) => void;
  /** How many segments of either side are picked. */
  picked: readonly [number, number];
  onLink: () => void;
  said: string;
  children: ReactNode;
}) {
  const t = useTranslations('align');
  return (
    <div className="align-bar">
      <button type="button" className="button" disabled={!undo} onClick={() => undo?.()}>
        <Undo2 aria-hidden size={15} /> {t('undo')}
      </button>
      <button type="button" className="button" disabled={!redo} onClick={() => redo?.()}>
        <Redo2 aria-hidden size={15} /> {t('redo')}
      </button>
      <span className="align-queue">
        {t('queue-count', { count: doubts })}
        {doubts > 0 && (
          <>
            <button
              type="button"
              className="button icon-button"
              aria-label={t('previous-doubt')}
              title={t('previous-doubt')}
              onClick={() => onDoubt(-1)}
            >
              <ArrowUp aria-hidden size={15} />
            </button>
            <button
              type="button"
              className="button icon-button"
              aria-label={t('next-doubt')}
              title={t('next-doubt')}
              onClick={() => onDoubt(1)}
            >
              <ArrowDown aria-hidden size={15} />
            </button>
          </>
        )}
      </span>
      {picked[0] + picked[1] > 0 && (
        <span className="align-queue">
          {t('link-count', { left: picked[0], right: picked[1] })}
          <button type="button" className="button primary-button" onClick={onLink}>
            <Link2 aria-hidden size={15} /> {t('link')}
          </button>
        </span>
      )}
      <span role="status" className="quiet">
        {said}
      </span>
      {children}
    </div>
  );
}
