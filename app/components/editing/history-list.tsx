'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { EarlierState } from '../../../lib/works/undo';
import { offerUndo, undo } from './undo';

/** Earlier states of a work's files, the latest first, each to be put back. */
export function HistoryList({ work, states }: { work: string; states: EarlierState[] }) {
  const t = useTranslations('editing');
  const format = useFormatter();
  const [error, setError] = useState('');
  const restore = async ({ path, before, after }: EarlierState) => {
    setError('');
    try {
      const { changed } = await undo({ work, changed: [{ path, before, after }] });
      offerUndo({ work, said: t('restored', { name: nameOf(path) }), changed });
      window.location.reload();
    } catch (reason) {
      setError(t('failed', { error: reason instanceof Error ? reason.message : String(reason) }));
    }
  };
  return (
    <>
      {error && (
        <p className="problem" role="alert">
          {error}
        </p>
      )}
      {states.length === 0 && <p className="quiet">{t('no-history')}</p>}
      <ol className="work-history">
        {states.map((state) => {
          const time = format.dateTime(new Date(state.replaced), {
            dateStyle: 'medium',
            timeStyle: 'short',
          });
          return (
            <li key={`${state.path} ${state.before} ${state.replaced}`}>
              <span className="siglum">{nameOf(state.path)}</span>
              <time dateTime={state.replaced}>{t('until', { time })}</time>
              <button
                type="button"
                className="button"
                aria-label={t('restore', { name: nameOf(state.path), time })}
                onClick={() => restore(state)}
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

const nameOf = (path: string) => path.slice(path.indexOf('/') + 1);
