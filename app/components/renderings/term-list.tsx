'use client';

import { Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { languageAttributes } from '../../../lib/edition/language-attributes';
import type { IdentifiedTerm } from '../../../lib/works/terms';
import type { ChangedFile } from '../../../lib/works/undo';
import { send } from '../editing/undo';
import { useSaving } from '../editing/use-saving';

/** The terms of a work with their preferred renderings; who may edit brings more in, and removes them. */
export function TermList({
  work,
  terms,
  canEdit,
}: {
  work: string;
  terms: IdentifiedTerm[];
  canEdit: boolean;
}) {
  const t = useTranslations('terms');
  const { error, save } = useSaving(work, (reason) => t('failed', { error: reason }));
  const bringIn = (file: File | undefined) =>
    file && save(t('brought-in', { name: file.name }), () => sendFile(work, file));
  const remove = ({ id, term }: IdentifiedTerm) =>
    save(t('removed', { term }), () => send(`/api/works/${work}/terms/${id}`, 'DELETE'));
  return (
    <section className="term-base">
      <h2>{t('title')}</h2>
      {terms.length === 0 && <p className="nothing">{t('none')}</p>}
      {terms.length > 0 && (
        <ul aria-label={t('title')}>
          {terms.map((term) => (
            <li key={term.id}>
              <Link
                href={`/works/${work}/renderings?term=${encodeURIComponent(term.term)}`}
                prefetch={false}
                {...languageAttributes(term.language)}
              >
                {term.term}
              </Link>
              <span>
                {Object.entries(term.renderings).map(([tag, words]) => (
                  <span key={tag} className="term-rendering">
                    <small className="quiet">{tag}</small>{' '}
                    <span {...languageAttributes(tag)}>{words}</span>
                  </span>
                ))}
                {term.note && (
                  <span className="quiet" dir="auto">
                    {term.note}
                  </span>
                )}
              </span>
              {canEdit && (
                <button
                  type="button"
                  className="button quiet-button icon-button"
                  aria-label={t('remove', { term: term.term })}
                  onClick={() => remove(term)}
                >
                  <Trash2 aria-hidden size={15} />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="term-files">
        {canEdit && (
          <label className="button">
            {t('bring-in')}
            <input
              type="file"
              accept=".tbx,.xml,.csv,.tsv"
              className="visually-hidden"
              onChange={(event) => bringIn(event.target.files?.[0])}
            />
          </label>
        )}
        {terms.length > 0 &&
          (['tbx', 'csv'] as const).map((format) => (
            <a key={format} href={`/api/works/${work}/terms?format=${format}`} download>
              {t(format)}
            </a>
          ))}
      </p>
      {error && (
        <p className="problem" role="alert">
          {error}
        </p>
      )}
    </section>
  );
}

/** @throws Error with what the server says. */
async function sendFile(work: string, file: File): Promise<{ changed: ChangedFile[] }> {
  const address = `/api/works/${work}/terms/import?name=${encodeURIComponent(file.name)}`;
  const response = await fetch(address, { method: 'POST', body: file });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail);
  return answer;
}
