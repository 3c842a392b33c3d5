'use client';

import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { languageAttributes } from '../../../lib/edition/language-attributes';
import { editionKinds } from '../../../lib/edition/model';
import { editionFields } from './edition-fields';
import { offerUndo, send } from './undo';

export interface EditedEdition {
  /** As they are in its file; empty for none. */
  fields: Record<(typeof editionFields)[number], string>;
  /** Of its file; null for one of a package, which cannot be changed. */
  revision: string | null;
}

export interface EditedWork {
  slug: string;
  title: string;
  author: string;
  date: string;
  description: string;
  base: string;
  editions: EditedEdition[];
}

/** What is known of a work and its editions, to be changed; each change can be undone. */
export function WorkEditor({ work }: { work: EditedWork }) {
  const t = useTranslations('editing');
  const [error, setError] = useState('');
  const address = `/api/works/${work.slug}`;
  const change = async (
    said: string,
    act: () => ReturnType<typeof send>,
    then = window.location.href,
  ) => {
    setError('');
    try {
      const { changed } = await act();
      offerUndo({ work: work.slug, said, changed }, new URL(then, window.location.href).pathname);
      if (then === window.location.href) window.location.reload();
      else window.location.assign(then);
    } catch (reason) {
      setError(t('failed', { error: reason instanceof Error ? reason.message : String(reason) }));
    }
  };
  const saveWork = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { title, base, ...rest } = valuesOf(event.currentTarget);
    const body = { ...emptied(rest), title, ...(base ? { base } : {}) };
    return change(t('work-saved', { title }), () => send(address, 'PATCH', body));
  };
  const sigla = work.editions.map(({ fields }) => fields.siglum);
  const move = (at: number, step: number) =>
    change(t('order-saved'), () =>
      send(address, 'PATCH', {
        order: sigla.with(at, sigla[at + step]).with(at + step, sigla[at]),
      }),
    );
  return (
    <>
      {error && (
        <p className="problem" role="alert">
          {error}
        </p>
      )}
      <form className="draft save-form" onSubmit={saveWork} aria-label={t('work')}>
        <div className="fields">
          <Field name="title" label={t('title')} value={work.title} required />
          <Field name="author" label={t('author')} value={work.author} />
          <Field name="date" label={t('date')} value={work.date} />
          <label className="long-field">
            {t('description')}
            <textarea name="description" defaultValue={work.description} rows={2} />
          </label>
          <label>
            {t('base')}
            <select name="base" defaultValue={work.base}>
              {sigla.map((siglum) => (
                <option key={siglum}>{siglum}</option>
              ))}
            </select>
          </label>
        </div>
        <p className="cite-row">
          <button type="submit" className="button primary-button">
            {t('save-work')}
          </button>
          <button
            type="button"
            className="button"
            onClick={() =>
              change(t('work-removed', { title: work.title }), () => send(address, 'DELETE'), '/')
            }
          >
            <Trash2 aria-hidden size={15} /> {t('remove-work')}
          </button>
        </p>
      </form>
      <h2>{t('editions')}</h2>
      <ol className="edited-editions">
        {work.editions.map((edition, at) => (
          <EditionForm
            key={sigla[at]}
            work={work.slug}
            edition={edition}
            onUp={at > 0 ? () => move(at, -1) : undefined}
            onDown={at < sigla.length - 1 ? () => move(at, 1) : undefined}
            onChange={change}
          />
        ))}
      </ol>
    </>
  );
}

function EditionForm({
  work,
  edition: { fields, revision },
  onUp,
  onDown,
  onChange,
}: {
  work: string;
  edition: EditedEdition;
  onUp?: () => void;
  onDown?: () => void;
  onChange: (said: string, act: () => ReturnType<typeof send>) => void;
}) {
  const t = useTranslations('editing');
  const { siglum, title } = fields;
  const address = `/api/works/${work}/editions/${encodeURIComponent(siglum)}`;
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = valuesOf(event.currentTarget);
    const changed = Object.fromEntries(
      editionFields.flatMap((name) =>
        values[name] === fields[name] ? [] : [[name, values[name] || null]],
      ),
    );
    const body = { metadata: changed, revision };
    onChange(t('edition-saved', { siglum: values.siglum }), () => send(address, 'PATCH', body));
  };
  const remove = () => {
    const query = new URLSearchParams({ revision: revision ?? '' });
    onChange(t('edition-removed', { siglum }), () => send(`${address}?${query}`, 'DELETE'));
  };
  return (
    <li className="draft">
      <div className="edited-head">
        <span className="siglum">{siglum}</span>
        <cite {...languageAttributes(fields.language)}>{title}</cite>
        <span className="edited-tools">
          <Tool label={t('up', { siglum })} onPress={onUp} icon={ArrowUp} />
          <Tool label={t('down', { siglum })} onPress={onDown} icon={ArrowDown} />
          <Tool
            label={t('remove-edition', { siglum })}
            onPress={revision ? remove : undefined}
            icon={Trash2}
          />
        </span>
      </div>
      {revision === null ? (
        <p className="quiet">{t('packaged')}</p>
      ) : (
        <details>
          <summary>{t('change', { siglum })}</summary>
          <form className="save-form" onSubmit={save} aria-label={siglum}>
            <div className="fields">
              {editionFields.map((name) =>
                name === 'kind' ? (
                  <KindField key={name} value={fields.kind} />
                ) : (
                  <Field
                    key={name}
                    name={name}
                    label={t(name)}
                    value={fields[name]}
                    required={name === 'siglum' || name === 'language'}
                  />
                ),
              )}
            </div>
            <p className="cite-row">
              <button type="submit" className="button primary-button">
                {t('save-edition', { siglum })}
              </button>
            </p>
          </form>
        </details>
      )}
    </li>
  );
}

function Field({
  name,
  label,
  value,
  required,
}: {
  name: string;
  label: string;
  value: string;
  required?: boolean;
}) {
  return (
    <label>
      {label}
      <input name={name} defaultValue={value} required={required} />
    </label>
  );
}

function KindField({ value }: { value: string }) {
  const t = useTranslations('editing');
  const kinds = useTranslations('kind');
  return (
    <label>
      {t('kind')}
      <select name="kind" defaultValue={value}>
        {editionKinds.map((kind) => (
          <option key={kind} value={kind}>
            {kinds(kind)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Tool({
  label,
  onPress,
  icon: Icon,
}: {
  label: string;
  onPress?: () => void;
  icon: typeof ArrowUp;
}) {
  return (
    <button
      type="button"
      className="button quiet-button icon-button"
      aria-label={label}
      title={label}
      disabled={!onPress}
      onClick={onPress}
    >
      <Icon aria-hidden size={15} />
    </button>
  );
}

const valuesOf = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value).trim()]));

/** Fields left empty are taken out. */
const emptied = (values: Record<string, string>): Record<string, string | null> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value || null]));
