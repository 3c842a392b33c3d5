'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { FrontMatter } from '../../../lib/edition/metadata';
import { editionKinds } from '../../../lib/edition/model';
import type { Understanding } from '../../../lib/works/understand';
import { freeSiglum, type GivenText, stemOf, type WorkChoice } from './given';
import { fieldOf, newWork, SaveRow, useSaving, WorkFields } from './saving';

/** Fields of the metadata that are plain text. */
const plainFields = ['author', 'translator', 'date', 'source', 'licence'] as const;

/** What is known of an edition, to be corrected, and where it goes. */
export function SaveForm({
  given,
  understood: { metadata, language, guessed, first },
  works,
  onSaved,
}: {
  given: GivenText;
  understood: Understanding;
  works: readonly WorkChoice[];
  onSaved: (work: WorkChoice) => void;
}) {
  const t = useTranslations('import');
  const kinds = useTranslations('kind');
  const { work, setWork, state, submit } = useSaving(
    newWork,
    onSaved,
    (form, { revisions, ...destination }) => {
      const value = (name: string) => fieldOf(form, name);
      const metadata: FrontMatter = {
        language: value('language'),
        title: value('title'),
        kind: editionKinds.find((kind) => kind === value('kind')),
      };
      for (const name of plainFields) metadata[name] = value(name);
      return fetch('/api/import', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          source: given.text,
          name: given.name,
          siglum: value('siglum'),
          metadata: metadata,
          ...destination,
          revision: revisions[(value('siglum') ?? '').normalize('NFC')],
        }),
      });
    },
  );
  const stem = stemOf(given.name).replace(/[^\p{L}\p{N}._-]+/gu, '-');
  // A text that begins with a heading is called by it.
  const [opening] = first;
  const title = metadata.title ?? (opening?.kind === 'heading' ? opening.text : stem);
  const wanted = metadata.siglum ?? language;
  const chosen = works.find(({ slug }) => slug === work);
  // A free one is proposed until the reader writes another.
  const [written, setWritten] = useState<string | null>(null);
  const siglum = written ?? freeSiglum(wanted, chosen?.sigla ?? []);
  const label = !chosen
    ? t('save-new')
    : t(chosen.sigla.includes(siglum.trim()) ? 'save-replace' : 'save-add', {
        work: chosen.title,
        siglum: siglum.trim(),
      });
  return (
    <form
      className="save-form"
      onSubmit={(event) => {
        setWritten(siglum);
        return submit(event);
      }}
    >
      <h3>{t('metadata')}</h3>
      <div className="fields">
        <WorkFields works={works} work={work} onWork={setWork} title={title} />
        <label>
          {t('siglum')}
          <input
            name="siglum"
            required
            maxLength={40}
            aria-description={t('siglum-help')}
            title={t('siglum-help')}
            value={siglum}
            onChange={({ target }) => setWritten(target.value)}
          />
        </label>
        <label>
          <span>
            {t('language')} {guessed && <span className="quiet">({t('language-guessed')})</span>}
          </span>
          <input name="language" required defaultValue={language} />
        </label>
        <label>
          {t('edition-title')}
          <input name="title" defaultValue={title} />
        </label>
        <label>
          {t('kind')}
          <select name="kind" defaultValue={metadata.kind ?? 'translation'}>
            {editionKinds.map((kind) => (
              <option key={kind} value={kind}>
                {kinds(kind)}
              </option>
            ))}
          </select>
        </label>
        {plainFields.map((name) => (
          <label key={name}>
            {t(name)}
            <input name={name} defaultValue={metadata[name]} />
          </label>
        ))}
      </div>
      <SaveRow state={state} label={label} />
    </form>
  );
}
