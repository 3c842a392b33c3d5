'use client';

import { useTranslations } from 'next-intl';
import type { FrontMatter } from '../../../lib/edition/metadata';
import { editionKinds } from '../../../lib/edition/model';
import type { Understanding } from '../../../lib/works/understand';
import { type GivenText, stemOf, type WorkChoice } from './given';
import { fieldOf, newWork, SaveRow, useSaving, WorkFields } from './saving';

/** Fields of the metadata that are plain text. */
const plainFields = ['author', 'translator', 'date', 'source', 'licence'] as const;

/** What is known of an edition, to be mended, and where it goes. */
export function SaveForm({
  given,
  understood: { metadata, language, guessed },
  works,
  onNewWork,
}: {
  given: GivenText;
  understood: Understanding;
  works: readonly WorkChoice[];
  onNewWork: (work: WorkChoice) => void;
}) {
  const t = useTranslations('import');
  const kinds = useTranslations('kind');
  const { work, setWork, state, submit } = useSaving(
    works[0]?.slug ?? newWork,
    onNewWork,
    (form, { revisions, ...destination }) => {
      const value = (name: string) => fieldOf(form, name);
      const told: FrontMatter = {
        language: value('language'),
        title: value('title'),
        kind: editionKinds.find((kind) => kind === value('kind')),
      };
      for (const name of plainFields) told[name] = value(name);
      return fetch('/api/import', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          source: given.text,
          name: given.name,
          siglum: value('siglum'),
          metadata: told,
          ...destination,
          revision: revisions[(value('siglum') ?? '').normalize('NFC')],
        }),
      });
    },
  );
  const stem = stemOf(given.name).replace(/[^\p{L}\p{N}._-]+/gu, '-');
  return (
    <form className="save-form" onSubmit={submit}>
      <h3>{t('metadata')}</h3>
      <div className="fields">
        <WorkFields works={works} work={work} onWork={setWork} title={metadata.title ?? stem} />
        <label>
          {t('siglum')}
          <input
            name="siglum"
            required
            maxLength={40}
            aria-description={t('siglum-help')}
            title={t('siglum-help')}
            defaultValue={metadata.siglum ?? language}
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
          <input name="title" defaultValue={metadata.title ?? stem} />
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
      <SaveRow state={state} label={t('save')} />
    </form>
  );
}
