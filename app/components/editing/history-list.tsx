'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { EarlierState } from '../../../lib/works/undo';
import { offerUndo, undo } from './undo';

/** A work as it was before each save, the latest first, to be put back. */
export function HistoryList({ work, states }: { work: string; states: EarlierState[] }) {
  const t = useTranslations('editing');
  const format = useFormatter();
  const [error, setError] = useState('');
  const restore = async ({ files }: EarlierState, time: string) => {
    setError('');
    try {
      const { changed } = await undo({ work, changed: files });
      offerUndo({ work, said: t('restored', { time }), changed });
      window.location.reload();
    } catch (reason) {
      setError(t('failed', { error: reason instanceof Error ? reason.message : String(reason) }));
    }
  };
  const nameOf = (path: string): string => {
    const file = path.slice(path.indexOf('/') + 1);
    const list = listFiles.find((each) => file === `${each}.json`);
    if (list) return t(`files.${list}`);
    return t('files.text', { siglum: file.replace(/\.md$/, '') });
  };
  return (
    <>
      {error && (
        <p className="problem" role="alert">
          {error}
        </p>
      )}
      <p className="quiet">{states.length === 0 ? t('no-history') : t('history-help')}</p>
      <ol className="work-history">
        {states.map((state) => {
          const time = format.dateTime(new Date(state.replaced), {
            dateStyle: 'medium',
            timeStyle: 'medium',
          });
          return (
            <li key={`${state.replaced} ${state.saved.join()}`}>
              <time dateTime={state.replaced}>{time}</time>
              <span>{format.list(state.saved.map(nameOf))}</span>
              <button
                type="button"
                className="button"
                aria-label={t('restore', { time })}
                onClick={() => restore(state, time)}
              >
                {t('put-back')}
              </button>
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** The files of a work that hold no text, by their names without the ending. */
const listFiles = [
  'work',
  'corrections',
  'notes',
  'regularisation',
  'collation',
  'terms',
  'dismissals',
  'pronunciations',
] as const;
