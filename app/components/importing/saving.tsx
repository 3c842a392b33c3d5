'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { ChangedFile } from '../../../lib/works/undo';
import { offerUndo } from '../editing/undo';
import { useSlug } from '../slug';
import { freeSiglum, type WorkChoice } from './given';

/** The option of a work that is to be made. */
export const newWork = '';

export type Saved =
  | { kind: 'idle' | 'saving' }
  | { kind: 'saved'; files: string[]; confirmed: number; work: string }
  /** Revisions of the editions that are there, by siglum. */
  | { kind: 'exists'; revisions: Record<string, string> }
  | { kind: 'failed'; error: string };

/** Where something is saved. */
export interface Destination {
  /** Slug of the work. */
  work: string;
  /** The title of a work that is to be made. */
  workTitle?: string;
  /** Whether editions of the same sigla make way. */
  replace: boolean;
  /** Revisions of those, by siglum, as the writer has been shown them. */
  revisions: Record<string, string>;
}

/**
 * Which work something is saved in, and how saving goes.
 *
 * @param first slug of the work that is offered first.
 */
export function useSaving(
  first: string,
  onSaved: (work: WorkChoice) => void,
  send: (form: FormData, destination: Destination) => Promise<Response>,
) {
  const [work, setWork] = useState(first);
  const [state, setState] = useState<Saved>({ kind: 'idle' });
  const says = useTranslations('editing');
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    const form = new FormData(event.currentTarget);
    const replace = button?.value === 'replace';
    const made = { slug: fieldOf(form, 'slug') ?? '', title: fieldOf(form, 'workTitle') ?? '' };
    const revisions = state.kind === 'exists' ? state.revisions : {};
    const saidOf = ({ changed }: { changed: ChangedFile[] }, sigla: string[]) => {
      if (work === newWork) return says('saved-new', { title: made.title });
      const replaced = changed.some(
        ({ path, before }) => path.endsWith('.md') && before !== 'none',
      );
      return says(replaced ? 'saved-replaced' : 'saved-added', { siglum: sigla.join(', ') });
    };
    const destination = {
      ...(work === newWork ? { work: made.slug, workTitle: made.title } : { work }),
      replace,
      revisions,
    };
    setState({ kind: 'saving' });
    try {
      const response = await send(form, destination);
      const answer = await response.json();
      if (response.ok) {
        const sigla = Object.keys(answer.revisions);
        setState({ kind: 'saved', ...answer });
        onSaved({ slug: answer.work, title: work === newWork ? made.title : '', sigla });
        offerUndo({ work: answer.work, said: saidOf(answer, sigla), changed: answer.changed });
        setWork(answer.work);
      } else if (answer.clashes?.length > 0) setState({ kind: 'exists', revisions: seen(answer) });
      else setState({ kind: 'failed', error: answer.detail });
    } catch (error) {
      setState({ kind: 'failed', error: String(error) });
    }
  };
  return { work, setWork, state, submit };
}

/** Revisions of the editions that an answer says are there. */
const seen = ({ clashes }: { clashes: { siglum: string; revision: string }[] }) =>
  Object.fromEntries(clashes.map(({ siglum, revision }) => [siglum, revision]));

/** What was written into a field of a form, without blanks around it; undefined for nothing. */
export const fieldOf = (form: FormData, name: string): string | undefined =>
  String(form.get(name) ?? '').trim() || undefined;

/** Which work something is saved in: one there is, or a new one with its title and short name. */
export function WorkFields({
  works,
  work,
  onWork,
  title,
}: {
  works: readonly WorkChoice[];
  work: string;
  onWork: (slug: string) => void;
  /** What a new one may be called. */
  title: string;
}) {
  const t = useTranslations('import');
  const taken = works.map(({ slug: each }) => each);
  // The short name follows the title until it is written by hand.
  const [slug, setSlug] = useState<string | null>(null);
  const [called, setCalled] = useState(title);
  const proposed = freeSiglum(useSlug(called) || 'work', taken);
  return (
    <>
      <label>
        {t('work')}
        <select value={work} onChange={({ target }) => onWork(target.value)}>
          <option value={newWork}>{t('new-work')}</option>
          {works.map(({ slug: each, title: name }) => (
            <option key={each} value={each}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {work === newWork && (
        <>
          <label>
            {t('work-title')}
            <input
              name="workTitle"
              required
              value={called}
              onChange={({ target }) => setCalled(target.value)}
            />
          </label>
          <label>
            {t('slug')}
            <input
              name="slug"
              required
              pattern="[a-z0-9]([a-z0-9\-]{0,62}[a-z0-9])?"
              aria-description={t('slug-help')}
              value={slug ?? proposed}
              onChange={({ target }) => setSlug(target.value)}
            />
          </label>
        </>
      )}
    </>
  );
}

/** The buttons of a form that saves, and what came of it. */
export function SaveRow({ state, label }: { state: Saved; label: string }) {
  const t = useTranslations('import');
  return (
    <>
      <p className="cite-row">
        <button type="submit" className="button primary-button" disabled={state.kind === 'saving'}>
          {label}
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
            {t('saved', { name: state.files.join(', ') })}{' '}
            {state.confirmed > 0 && t('confirmed', { count: state.confirmed })}{' '}
            <a href={`/works/${state.work}`}>{t('open')}</a>
          </p>
        )}
        {state.kind === 'exists' && (
          <p>{t('exists', { siglum: Object.keys(state.revisions).join(', ') })}</p>
        )}
      </div>
      {state.kind === 'failed' && (
        <p className="problem" role="alert">
          {t('failed', { error: state.error })}
        </p>
      )}
    </>
  );
}
