'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { languageAttributes } from '../../../lib/edition/language-attributes';
import { direction } from '../../../lib/edition/model';
import type { Understanding } from '../../../lib/works/understand';
import { spacedLabel } from '../label';
import { EncodingChoice } from './encoding-choice';
import type { GivenText, WorkChoice } from './given';
import { Listed } from './listed';
import { SaveForm } from './save-form';

/** A text that was given: what was understood, the text itself to be mended, and saving it. */
export function Draft({
  given,
  works,
  onRead,
  onEncoding,
  onSaved,
  onRemove,
}: {
  given: GivenText;
  works: readonly WorkChoice[];
  /** Reads a mended text again. */
  onRead: (text: string) => void;
  /** Reads the file again in another encoding. */
  onEncoding: (encoding: string) => void;
  onSaved: (work: WorkChoice) => void;
  onRemove: () => void;
}) {
  const t = useTranslations('import');
  const { name, old, understood, error } = given;
  // What is typed holds until the file is read again.
  const [typed, setTyped] = useState({ over: given.text, text: given.text });
  const text = typed.over === given.text ? typed.text : given.text;
  const changed = text !== given.text;
  return (
    <Listed name={name} onRemove={onRemove}>
      {old && <EncodingChoice chosen={old.encoding} onChoose={onEncoding} />}
      {error && (
        <p className="problem" role="alert">
          {t('unreadable', { error })}
        </p>
      )}
      {understood && <Understood understood={understood} />}
      {given.text !== '' && (
        <details open={error !== ''}>
          <summary>{t('text')}</summary>
          <textarea
            rows={14}
            aria-label={t('text')}
            className="draft-text"
            lang={understood?.language}
            dir={understood ? direction(understood.language) : undefined}
            spellCheck={false}
            value={text}
            onChange={({ target }) => setTyped({ over: given.text, text: target.value })}
          />
          <button type="button" className="button" disabled={!changed} onClick={() => onRead(text)}>
            {t('again')}
          </button>
        </details>
      )}
      {understood && !changed && (
        <SaveForm
          // Read again, the text may say other things of itself.
          key={JSON.stringify(understood.metadata)}
          given={given}
          understood={understood}
          works={works}
          onSaved={onSaved}
        />
      )}
    </Listed>
  );
}

function Understood({ understood }: { understood: Understanding }) {
  const t = useTranslations('import');
  const { kinds, words, first, warnings, language } = understood;
  const count = Object.values(kinds).reduce((sum, each) => sum + each, 0);
  const list = Object.entries(kinds) as [keyof typeof kinds, number][];
  return (
    <section>
      <h3>{t('understood')}</h3>
      <p>
        {t('paragraphs', { count, words })}
        {list.length > 1 &&
          ` (${list.map(([kind, n]) => t('kinds', { kind: t(`kind-${kind}`), count: n })).join(', ')})`}
      </p>
      <div className="draft-first" {...languageAttributes(language)}>
        {first.map(({ kind, label, text }) => (
          <p key={`${label}${text}`} className={`segment segment-${kind}`}>
            {label && <span className="label">{spacedLabel({ kind, label })}</span>}
            {text.length > 240 ? `${text.slice(0, 238)}…` : text}
          </p>
        ))}
      </div>
      <h3>{t('warnings')}</h3>
      {warnings.length === 0 && <p className="quiet">{t('no-warnings')}</p>}
      <ul className="draft-warnings">
        {warnings.map(({ line, message }) => (
          <li key={`${line}${message}`}>
            {line !== undefined && <strong>{t('line', { line })}: </strong>}
            <span lang="en">{message}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
