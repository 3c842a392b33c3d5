'use client';

import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { PlacedEdit } from '../../../lib/works/collation-edits';
import type { PlacedRule } from '../../../lib/works/regularisation';
import { offerUndo, send } from '../editing/undo';
import { languageAttributes } from '../language-attributes';

/** The rules and the changes by hand of a work's collation; who may edit can remove them. */
export function EditorialList({
  work,
  lang,
  rules,
  edits,
  canEdit,
}: {
  work: string;
  lang: string;
  rules: PlacedRule[];
  edits: PlacedEdit[];
  canEdit: boolean;
}) {
  const t = useTranslations('regularise');
  const router = useRouter();
  const [error, setError] = useState('');
  const remove = async (kind: 'regularisation' | 'collation-edits', id: string) => {
    setError('');
    try {
      const { changed } = await send(`/api/works/${work}/${kind}/${id}`, 'DELETE');
      offerUndo({ work, said: t('removed'), changed });
      router.refresh();
    } catch (reason) {
      setError(t('failed', { error: reason instanceof Error ? reason.message : String(reason) }));
    }
  };
  const removing = (kind: Parameters<typeof remove>[0], id: string, what: string) =>
    canEdit && (
      <button
        type="button"
        className="button quiet-button icon-button"
        aria-label={t('remove', { what })}
        onClick={() => remove(kind, id)}
      >
        <Trash2 aria-hidden size={15} />
      </button>
    );
  return (
    <details className="editorial">
      <summary>{t('list', { rules: rules.length, edits: edits.length })}</summary>
      {error && (
        <p className="problem" role="alert">
          {error}
        </p>
      )}
      {rules.length > 0 && (
        <>
          <ul aria-label={t('rules')}>
            {rules.map(({ id, read, as, class: ruleClass, witness, place, note }) => (
              <li key={id}>
                <span>
                  <q {...languageAttributes(lang)}>{read}</q> →{' '}
                  <q {...languageAttributes(lang)}>{as}</q>
                </span>
                <span className="quiet">
                  {place
                    ? t('here', { siglum: place.edition })
                    : witness
                      ? t('in-witness', { siglum: witness })
                      : t('in-work')}
                  {ruleClass && ` · ${t(`classes.${ruleClass}`)}`}
                  {place?.state === 'lost' && ` · ${t('lost')}`}
                  {note && <span dir="auto"> · {note}</span>}
                </span>
                {removing('regularisation', id, `${read} → ${as}`)}
              </li>
            ))}
          </ul>
          <p>
            <a href={`/api/works/${work}/regularisation?format=csv`} download>
              {t('csv')}
            </a>
          </p>
        </>
      )}
      {edits.length > 0 && (
        <ul aria-label={t('edits')}>
          {edits.map(({ id, kind, places }) => {
            const [word, beside] = places;
            const what =
              kind === 'apart'
                ? t('is-apart', { word: word.quote ?? '', siglum: word.edition })
                : t('is-beside', {
                    word: word.quote ?? '',
                    siglum: word.edition,
                    beside: beside.quote ?? '',
                    other: beside.edition,
                  });
            return (
              <li key={id}>
                <span>{what}</span>
                <span className="quiet">
                  {places.some(({ state }) => state === 'lost') && t('lost')}
                </span>
                {removing('collation-edits', id, what)}
              </li>
            );
          })}
        </ul>
      )}
    </details>
  );
}
