'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { FrontMatter } from '../../../lib/edition/metadata';
import { editionKinds } from '../../../lib/edition/model';
import type { Understanding } from '../../../lib/library/importing';
import type { GivenText, WorkChoice } from './given';

/** Fields of the metadata that are plain text. */
const plainFields = ['author', 'translator', 'date', 'source', 'licence'] as const;
const newWork = '';

type Saved =
  | { kind: 'idle' | 'saving' }
  | { kind: 'saved'; name: string; work: string }
  | { kind: 'exists' }
  | { kind: 'failed'; error: string };

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
  const [work, setWork] = useState(works[0]?.slug ?? newWork);
  const [state, setState] = useState<Saved>({ kind: 'idle' });

  const save = async (form: HTMLFormElement, replace: boolean) => {
    const data = new FormData(form);
    const value = (name: string) => String(data.get(name) ?? '').trim() || undefined;
    const told: FrontMatter = {
      language: value('language'),
      title: value('title'),
      kind: editionKinds.find((kind) => kind === value('kind')),
    };
    for (const name of plainFields) told[name] = value(name);
    setState({ kind: 'saving' });
    try {
      const response = await fetch('/api/import', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          source: given.text,
          name: given.name,
          work: work === newWork ? value('slug') : work,
          workTitle: work === newWork ? value('workTitle') : undefined,
          siglum: value('siglum'),
          metadata: told,
          replace,
        }),
      });
      const answer = await response.json();
      if (response.ok) {
        setState({ kind: 'saved', name: answer.name, work: answer.work });
        if (work === newWork) onNewWork({ slug: answer.work, title: value('workTitle') ?? '' });
        setWork(answer.work);
      } else if (response.status === 409) setState({ kind: 'exists' });
      else setState({ kind: 'failed', error: answer.error });
    } catch (error) {
      setState({ kind: 'failed', error: String(error) });
    }
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    save(event.currentTarget, button?.value === 'replace');
  };
  const stem = given.name.replace(/\.[^.]*$/, '').replace(/[^\p{L}\p{N}._-]+/gu, '-');
  return (
    <form className="save-form" onSubmit={submit}>
      <h3>{t('metadata')}</h3>
      <div className="fields">
        <label>
          {t('work')}
          <select value={work} onChange={({ target }) => setWork(target.value)}>
            {works.map(({ slug, title }) => (
              <option key={slug} value={slug}>
                {title}
              </option>
            ))}
            <option value={newWork}>{t('new-work')}</option>
          </select>
        </label>
        {work === newWork && (
          <>
            <label>
              {t('work-title')}
              <input name="workTitle" required defaultValue={metadata.title} />
            </label>
            <label>
              {t('slug')}
              <input
                name="slug"
                required
                pattern="[a-z0-9]([a-z0-9\-]{0,62}[a-z0-9])?"
                aria-description={t('slug-help')}
                defaultValue={slugOf(metadata.title ?? stem)}
              />
            </label>
          </>
        )}
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
      <p className="cite-row">
        <button type="submit" className="button primary-button" disabled={state.kind === 'saving'}>
          {t('save')}
        </button>
        {state.kind === 'exists' && (
          <button type="submit" value="replace" className="button">
            {t('replace')}
          </button>
        )}
      </p>
      <div role="status">
        {state.kind === 'saved' && (
          <p>
            {t('saved', { name: state.name })} <a href={`/works/${state.work}`}>{t('open')}</a>
          </p>
        )}
        {state.kind === 'exists' && <p>{t('exists')}</p>}
      </div>
      {state.kind === 'failed' && (
        <p className="problem" role="alert">
          {t('failed', { error: state.error })}
        </p>
      )}
    </form>
  );
}

/** A short name made from a title: letters without their marks, in lower case. */
function slugOf(title: string): string {
  return title
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
}
