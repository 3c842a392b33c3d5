'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { type ApparatusForm, positiveForm } from '../../../lib/edition/apparatus-form';
import { languageAttributes } from '../../../lib/edition/language-attributes';
import type { RuleSet } from '../../../lib/edition/regularisation';
import type { PlacedEdit } from '../../../lib/works/collation-edits';
import type { PlacedRule } from '../../../lib/works/regularisation';
import { send } from '../editing/undo';
import { useSaving } from '../editing/use-saving';

/** The rules and the changes by hand of a work's collation; who may edit can remove them. */
export function EditorialList({
  work,
  lang,
  rules,
  libraryRules,
  sets,
  offered,
  edits,
  form = positiveForm,
  canEdit,
  canEditAll,
}: {
  work: string;
  lang: string;
  rules: PlacedRule[];
  /** Those that hold in all works of the library. */
  libraryRules: PlacedRule[];
  /** Ready sets of rules that hold. */
  sets: RuleSet[];
  /** Those that there are for the language. */
  offered: RuleSet[];
  edits: PlacedEdit[];
  form?: ApparatusForm;
  canEdit: boolean;
  /** Whether the rules of all works may be changed, too. */
  canEditAll: boolean;
}) {
  const t = useTranslations('regularise');
  const saving = useSaving(work, (reason) => t('failed', { error: reason }));
  // A choice is shown at once; the page follows when it has been collated anew.
  const [holding, setHolding] = useState(sets);
  useEffect(() => setHolding(sets), [sets]);
  const save = async (said: string, change: () => ReturnType<typeof send>) => {
    if (!(await saving.save(said, change))) setHolding(sets);
  };
  const print = (said: string, change: Partial<ApparatusForm>) =>
    save(said, () => send(`/api/works/${work}`, 'PATCH', { apparatus: { ...form, ...change } }));
  const remove = (address: string) => save(t('removed'), () => send(address, 'DELETE'));
  const choose = (set: RuleSet, chosen: boolean) => {
    const next = chosen ? [...holding, set] : holding.filter((each) => each !== set);
    setHolding(next);
    return save(t(chosen ? 'set-chosen' : 'set-left', { set: t(`sets.${set}`) }), () =>
      send(`/api/works/${work}/regularisation`, 'PUT', { sets: next }),
    );
  };
  const allRules = [
    ...rules.map((rule) => ({
      ...rule,
      canRemove: canEdit,
      address: `/api/works/${work}/regularisation/${rule.id}`,
      where: rule.place
        ? t('here', { siglum: rule.place.edition })
        : rule.witness
          ? t('in-witness', { siglum: rule.witness })
          : t('in-work'),
    })),
    ...libraryRules.map((rule) => ({
      ...rule,
      canRemove: canEditAll,
      address: `/api/regularisation/${rule.id}`,
      where: t('in-library'),
    })),
  ];
  const removing = (canRemove: boolean, address: string, what: string) =>
    canRemove && (
      <button
        type="button"
        className="button quiet-button icon-button"
        aria-label={t('remove', { what })}
        onClick={() => remove(address)}
      >
        <Trash2 aria-hidden size={15} />
      </button>
    );
  return (
    <details className="editorial-list">
      <summary>
        {sets.length + allRules.length + edits.length === 0
          ? t('list-empty')
          : t('list', { sets: sets.length, rules: allRules.length, edits: edits.length })}
      </summary>
      {saving.error && (
        <p className="problem" role="alert">
          {saving.error}
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
      {allRules.length > 0 && (
        <>
          <ul aria-label={t('rules')}>
            {allRules.map(
              ({ address, canRemove, read, as, class: ruleClass, where, place, note }) => (
                <li key={address}>
                  <span>
                    <q {...languageAttributes(lang)}>{read}</q> →{' '}
                    <q {...languageAttributes(lang)}>{as}</q>
                  </span>
                  <span className="quiet">
                    {where}
                    {ruleClass && ` · ${t(`classes.${ruleClass}`)}`}
                    {place?.state === 'lost' && ` · ${t('lost')}`}
                    {note && <span dir="auto"> · {note}</span>}
                  </span>
                  {removing(canRemove, address, `${read} → ${as}`)}
                </li>
              ),
            )}
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
          {edits.map((edit) => {
            const { id, places } = edit;
            const what = t(`is-${edit.kind}`, {
              word: places[0].quote ?? '',
              siglum: places[0].edition,
              beside: places[1]?.quote ?? '',
              other: places
                .slice(1)
                .map(({ edition }) => edition)
                .join(' '),
              reading: edit.kind === 'lemma' ? edit.reading : '',
            });
            return (
              <li key={id}>
                <span>{what}</span>
                <span className="quiet">
                  {places.some(({ state }) => state === 'lost') && t('lost')}
                </span>
                {removing(canEdit, `/api/works/${work}/collation-edits/${id}`, what)}
              </li>
            );
          })}
        </ul>
      )}
    </details>
  );
}
