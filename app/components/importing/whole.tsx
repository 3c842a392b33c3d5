'use client';

import { useTranslations } from 'next-intl';
import { EncodingChoice } from './encoding-choice';
import { type GivenFile, stemOf, type WorkChoice } from './given';
import { Listed } from './listed';
import { newWork, SaveRow, useSaving, WorkFields } from './saving';

/** A file of several editions: they are added together, with which of their passages correspond. */
export function Whole({
  given: { name, old, body, title = stemOf(name), editions, corresponding },
  works,
  onEncoding,
  onSaved,
  onRemove,
}: {
  given: GivenFile;
  works: readonly WorkChoice[];
  onEncoding: (encoding: string) => void;
  onSaved: (work: WorkChoice) => void;
  onRemove: () => void;
}) {
  const t = useTranslations('import');
  const count = editions.length;
  const { work, setWork, state, submit } = useSaving(
    newWork,
    onSaved,
    (form, { work: slug, workTitle, replace, revisions }) => {
      const query = new URLSearchParams({ name, work: slug });
      if (old?.encoding) query.set('encoding', old.encoding);
      if (workTitle) query.set('workTitle', workTitle);
      if (replace) query.set('replace', 'yes');
      for (const given of form.getAll('siglum')) {
        const siglum = String(given).trim();
        query.append('siglum', siglum);
        if (replace) query.append('revision', revisions[siglum.normalize('NFC')] ?? '');
      }
      return fetch(`/api/import/whole?${query}`, { method: 'POST', body });
    },
  );
  const chosen = works.find(({ slug }) => slug === work);
  return (
    <Listed name={name} onRemove={onRemove}>
      {old && <EncodingChoice chosen={old.encoding} onChoose={onEncoding} />}
      <form className="save-form" onSubmit={submit}>
        <h3>{t('whole', { count })}</h3>
        <p>{t(corresponding ? 'whole-corresponding' : 'whole-plain')}</p>
        <div className="fields">
          <WorkFields works={works} work={work} onWork={setWork} title={title} />
          {editions.map(({ metadata, language }, k) => {
            const { title: called, siglum = language } = metadata;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the order in the file is what they are known by
              <label key={k}>
                {t('whole-siglum', { edition: called ? `${called} (${language})` : siglum })}
                <input
                  name="siglum"
                  required
                  maxLength={40}
                  aria-description={t('siglum-help')}
                  defaultValue={siglum}
                />
              </label>
            );
          })}
        </div>
        <SaveRow
          state={state}
          label={
            chosen ? t('whole-add', { count, work: chosen.title }) : t('whole-save', { count })
          }
        />
      </form>
    </Listed>
  );
}
