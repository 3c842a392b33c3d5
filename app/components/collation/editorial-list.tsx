'use client';

import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { type ApparatusForm, positiveForm } from '../../../lib/edition/apparatus-form';
import { languageAttributes } from '../../../lib/edition/language-attributes';
import type { RuleSet } from '../../../lib/edition/regularisation';
import type { PlacedEdit } from '../../../lib/works/collation-edits';
import type { PlacedRule } from '../../../lib/works/regularisation';
import { offerUndo, send } from '../editing/undo';

/** The rules and the changes by hand of a work's collation; who may edit can remove them. */
export function EditorialList({
  work,
  lang,
  rules,
  sets,
  offered,
  edits,
  form = positiveForm,
  canEdit,
}: {
  work: string;
  lang: string;
  rules: PlacedRule[];
  /** Ready sets of rules that hold. */
  sets: RuleSet[];
  /** Those that there are for the language. */
  offered: RuleSet[];
  edits: PlacedEdit[];
  form?: ApparatusForm;
  canEdit: boolean;
}) {
  const t = useTranslations('regularise');
  const router = useRouter();
  const [error, setError] = useState('');
  // A choice is shown at once; the page follows when it has been collated anew.
  const [holding, setHolding] = useState(sets);
  useEffect(() => setHolding(sets), [sets]);
  const save = async (said: string, change: () => ReturnType<typeof send>) => {
    setError('');
    try {
      const { changed } = await change();
      offerUndo({ work, said, changed });
      router.refresh();
    } catch (reason) {
      setHolding(sets);
      setError(t('failed', { error: reason instanceof Error ? reason.message : String(reason) }));
    }
  };
  const print = (said: string, change: Partial<ApparatusForm>) =>
    save(said, () => send(`/api/works/${work}`, 'PATCH', { apparatus: { ...form, ...change } }));
  const remove = (kind: 'regularisation' | 'collation-edits', id: string) =>
    save(t('removed'), () => send(`/api/works/${work}/${kind}/${id}`, 'DELETE'));
  const choose = (set: RuleSet, chosen: boolean) => {
    const next = chosen ? [...holding, set] : holding.filter((each) => each !== set);
    setHolding(next);
    return save(t(chosen ? 'set-chosen' : 'set-left', { set: t(`sets.${set}`) }), () =>
      send(`/api/works/${work}/regularisation`, 'PUT', { sets: next }),
    );
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
    <details className="editorial-list">
      <summary>
        {sets.length + rules.length + edits.length === 0
          ? t('list-empty')
          : t('list', { sets: sets.length, rules: rules.length, edits: edits.length })}
      </summary>
      {error && (
        <p className="problem" role="alert">
          {error}
        </p>
      )}
      {canEdit && (
        <p className="rule-sets">
          <label>
            <input
              type="checkbox"
              checked={form.positive}
              onChange={({ target: { checked: positive } }) =>
                print(t(positive ? 'is-positive' : 'is-negative'), { positive })
              }
            />
            {t('positive')}
          </label>
          <label>
            <input
              type="checkbox"
              checked={form.lemma === 'majority'}
              onChange={({ target: { checked } }) =>
                print(t(checked ? 'is-majority' : 'is-base'), {
                  lemma: checked ? 'majority' : 'base',
                })
              }
            />
            {t('majority')}
          </label>
        </p>
      )}
      {offered.length > 0 && canEdit && (
        <fieldset className="rule-sets">
          <legend>{t('ready-sets')}</legend>
          {offered.map((set) => (
            <label key={set}>
              <input
                type="checkbox"
                checked={holding.includes(set)}
                onChange={(event) => choose(set, event.target.checked)}
              />
              <span>
                {t(`sets.${set}`)} <span className="quiet">{t(`set-examples.${set}`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
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
