import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { languageAttributes } from '../../../lib/edition/language-attributes';
import { primaryLanguage } from '../../../lib/edition/model';
import { type Rule, ruleClasses, wordCount } from '../../../lib/edition/regularisation';
import type { EntryWords } from './entry-words';

/** Kinds of difference that are most often a matter of spelling: a rule for all is proposed. */
const isOfForm = (kind: EntryWords['kind']): boolean => kind === 'spelling' || kind === 'case';

/** A rule for a reading, proposed by its entry. */
export function RuleForm({
  lang,
  canEditAll,
  words: all,
  chosen,
  onSave,
  onRefuse,
}: {
  lang: string;
  canEditAll: boolean;
  words: readonly EntryWords[];
  /** Index in `words` of the reading that was chosen. */
  chosen: number;
  onSave: (rule: Rule, everywhere: boolean) => void;
  onRefuse: (error: string) => void;
}) {
  const t = useTranslations('regularise');
  const reading = all[chosen];
  const words = all.filter(({ text }) => text !== '');
  const other = words[0] === reading ? words[1] : words[0];
  // A rule makes no more words than there were: it is proposed the way round that it can hold.
  const fits = other !== undefined && wordCount(other.text) <= wordCount(reading.text);
  const [isTurned, setTurned] = useState(!fits && other !== undefined);
  const [from, to] = isTurned ? [other, reading] : [reading, other];
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const rule: Rule = { read: text('read'), as: text('as'), ...scopeOf(text('scope'), from) };
    const everywhere = text('scope') === 'library';
    // Of texts in other languages nothing is known here.
    if (everywhere) rule.language = primaryLanguage(lang);
    const ruleClass = ruleClasses.find((each) => each === text('class'));
    if (ruleClass) rule.class = ruleClass;
    if (text('note')) rule.note = text('note');
    if (wordCount(rule.as) > wordCount(rule.read)) onRefuse(t('too-many-words'));
    else onSave(rule, everywhere);
  };
  return (
    <>
      <p className="quiet">{t('about')}</p>
      <form key={String(isTurned)} className="regularise-form" onSubmit={save}>
        <label>
          {t('read')}
          <input
            name="read"
            defaultValue={from.text}
            required
            maxLength={200}
            {...languageAttributes(lang)}
          />
        </label>
        <label>
          {t('as')}
          <input
            name="as"
            defaultValue={to?.text}
            required
            maxLength={200}
            list="entry-words"
            {...languageAttributes(lang)}
          />
        </label>
        <datalist id="entry-words">
          {words.map(({ text }) => (
            <option key={text} value={text} />
          ))}
        </datalist>
        {to && (
          <button type="button" className="button" onClick={() => setTurned(!isTurned)}>
            {t('turn')}
          </button>
        )}
        <label>
          {t('where')}
          <select name="scope" defaultValue={isOfForm(reading.kind) ? 'work' : undefined}>
            {from.witnesses.map(
              ({ siglum, place }, k) =>
                place && (
                  <option key={siglum} value={`place ${k}`}>
                    {t('here', { siglum })}
                  </option>
                ),
            )}
            {from.witnesses.map(({ siglum }, k) => (
              <option key={siglum} value={`witness ${k}`}>
                {t('in-witness', { siglum })}
              </option>
            ))}
            <option value="work">{t('in-work')}</option>
            {canEditAll && <option value="library">{t('in-library')}</option>}
          </select>
        </label>
        <label>
          {t('class')}
          <select name="class" defaultValue={isOfForm(reading.kind) ? 'orthographic' : ''}>
            <option value="">{t('no-class')}</option>
            {ruleClasses.map((each) => (
              <option key={each} value={each}>
                {t(`classes.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="long-field">
          {t('note')}
          <textarea name="note" rows={2} maxLength={2000} dir="auto" />
        </label>
        <p className="cite-row">
          <button type="submit" className="button primary-button">
            {t('save')}
          </button>
        </p>
      </form>
    </>
  );
}

/** What a rule holds for, as it was chosen: `place 0`, `witness 0`, `work` or `library`. */
function scopeOf(chosen: string, { witnesses }: EntryWords): Pick<Rule, 'place' | 'witness'> {
  const [scope, index] = chosen.split(' ');
  const found = witnesses[Number(index)];
  if (scope === 'place' && found?.place) {
    return { place: { edition: found.siglum, ...found.place } };
  }
  return scope === 'witness' && found ? { witness: found.siglum } : {};
}
