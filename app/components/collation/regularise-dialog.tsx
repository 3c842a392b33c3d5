'use client';

import { X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useState } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { languageAttributes } from '../../../lib/edition/language-attributes';
import { primaryLanguage } from '../../../lib/edition/model';
import { type Rule, ruleClasses, wordCount } from '../../../lib/edition/regularisation';
import { offerUndo, send } from '../editing/undo';
import type { EntryWords } from './entry-words';

interface Asked {
  words: EntryWords[];
  /** Index in `words` of the reading that was chosen. */
  chosen: number;
}

/** Makes a rule of regularisation of a reading: opened by a button with `data-regularise`. */
export function RegulariseDialog({
  work,
  lang,
  canEditAll,
}: {
  work: string;
  lang: string;
  /** Whether a rule may be made for all works of the library. */
  canEditAll: boolean;
}) {
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => {
    const click = (event: MouseEvent) => {
      const button = (event.target as Element).closest<HTMLElement>('[data-regularise]');
      const words = button?.closest<HTMLElement>('[data-words]')?.dataset.words;
      if (words) setAsked({ words: JSON.parse(words), chosen: Number(button?.dataset.regularise) });
    };
    document.addEventListener('click', click);
    // The buttons are shown from now on: see collation.css.
    document.documentElement.dataset.editing = 'ready';
    return () => {
      document.removeEventListener('click', click);
      delete document.documentElement.dataset.editing;
    };
  }, []);
  return (
    <ModalOverlay
      isOpen={asked !== null}
      isDismissable
      onOpenChange={() => setAsked(null)}
      className="overlay"
    >
      <Modal className="modal regularise-modal">
        {asked && (
          <RuleForm
            work={work}
            lang={lang}
            canEditAll={canEditAll}
            asked={asked}
            onClose={() => setAsked(null)}
          />
        )}
      </Modal>
    </ModalOverlay>
  );
}

/** Kinds of difference that are most often a matter of spelling: a rule for all is proposed. */
const isOfForm = (kind: EntryWords['kind']): boolean => kind === 'spelling' || kind === 'case';

function RuleForm({
  work,
  lang,
  canEditAll,
  asked: { words, chosen },
  onClose,
}: {
  work: string;
  lang: string;
  canEditAll: boolean;
  asked: Asked;
  onClose: () => void;
}) {
  const t = useTranslations('regularise');
  const router = useRouter();
  const reading = words[chosen];
  const other = words[0] === reading ? words[1] : words[0];
  // A rule makes no more words than there were: it is proposed the way round that it can hold.
  const fits = other !== undefined && wordCount(other.text) <= wordCount(reading.text);
  const [isTurned, setTurned] = useState(!fits && other !== undefined);
  const [from, to] = isTurned ? [other, reading] : [reading, other];
  const [error, setError] = useState('');
  const save = async (event: FormEvent<HTMLFormElement>) => {
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
    if (wordCount(rule.as) > wordCount(rule.read)) return setError(t('too-many-words'));
    try {
      const { changed } = await send(
        everywhere ? '/api/regularisation' : `/api/works/${work}/regularisation`,
        'POST',
        rule,
      );
      offerUndo({ work, said: t('saved', { read: rule.read, as: rule.as }), changed });
      onClose();
      router.refresh();
    } catch (reason) {
      setError(t('failed', { error: reason instanceof Error ? reason.message : String(reason) }));
    }
  };
  return (
    <Dialog className="dialog">
      <header className="dialog-head">
        <Heading slot="title">{t('title')}</Heading>
        <Button slot="close" className="button quiet-button icon-button" aria-label={t('close')}>
          <X aria-hidden size={16} />
        </Button>
      </header>
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
        {error && (
          <p className="problem" role="alert">
            {error}
          </p>
        )}
        <p className="cite-row">
          <button type="submit" className="button primary-button">
            {t('save')}
          </button>
        </p>
      </form>
    </Dialog>
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
