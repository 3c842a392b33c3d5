'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import {
  canKeep,
  forgetWork,
  KeepingError,
  type KeptWork,
  keepWork,
  keptWork,
  rowsAddress,
} from './kept-works';

type State =
  | { kind: 'looking' }
  | { kind: 'impossible' }
  | { kind: 'ready'; kept: KeptWork | null; failed?: KeepingError['reason'] }
  | { kind: 'keeping'; share: number };

/** Keeps a work in this browser for when the network is away, and lets go of it. */
export function KeepOffline({
  slug,
  title,
  pages,
}: {
  slug: string;
  title: string;
  pages: string[];
}) {
  const t = useTranslations('offline');
  const format = useFormatter();
  const [state, setState] = useState<State>({ kind: 'looking' });
  const look = async (failed?: KeepingError['reason']) =>
    setState(
      canKeep() ? { kind: 'ready', kept: await keptWork(slug), failed } : { kind: 'impossible' },
    );
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is kept is of the work.
  useEffect(() => {
    look();
  }, [slug]);
  const keep = async () => {
    setState({ kind: 'keeping', share: 0 });
    // Read aloud it can be without the network, too: what does so is kept once it is loaded.
    await import('../reading/aloud-player').catch(() => null);
    const failed = await keepWork({ slug, title, pages, rows: pages.map(rowsAddress) }, (share) =>
      setState({ kind: 'keeping', share }),
    ).then(
      () => undefined,
      (error) => (error instanceof KeepingError ? error.reason : 'no-answer'),
    );
    await look(failed);
  };
  const letGo = async () => {
    await forgetWork(slug);
    await look();
  };
  if (state.kind === 'looking') return <p className="quiet">{t('looking')}</p>;
  if (state.kind === 'impossible') return <p>{t('impossible')}</p>;
  if (state.kind === 'keeping') {
    return (
      <p role="status">
        {t('keeping')} <progress value={state.share} aria-label={t('keeping')} />
      </p>
    );
  }
  const { kept, failed } = state;
  return (
    <section aria-label={t('title')}>
      <p className="quiet">{t('what')}</p>
      {kept && (
        <p role="status">
          {t('kept', {
            date: format.dateTime(new Date(kept.kept), { dateStyle: 'medium' }),
            size: format.number(Math.max(0.1, kept.size / 1e6), { maximumFractionDigits: 1 }),
          })}
        </p>
      )}
      {failed && (
        <p className="problem" role="alert">
          {t(`failed.${failed}`)}
        </p>
      )}
      <p className="cite-row">
        <button type="button" className="button primary-button" onClick={keep}>
          {t(kept ? 'again' : 'keep')}
        </button>
        {kept && (
          <button type="button" className="button" onClick={letGo}>
            {t('forget')}
          </button>
        )}
      </p>
    </section>
  );
}
