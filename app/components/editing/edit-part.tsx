import { PencilLine } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { languageAttributes } from '../../../lib/edition/language-attributes';
import type { ParagraphSource } from '../../../lib/works/edit-paragraph';
import { offerUndo, send } from './undo';

/** Corrects the paragraph that was picked; the page is then read anew at the same place. */
export function EditPart({
  work,
  siglum,
  segment,
  language,
}: {
  work: string;
  siglum: string;
  segment: string;
  language: string;
}) {
  const t = useTranslations('editing');
  const [found, setFound] = useState<ParagraphSource | null>(null);
  const [source, setSource] = useState('');
  const [error, setError] = useState('');
  const [saving, setSaving] = useState(false);
  const address = `/api/works/${work}/editions/${encodeURIComponent(siglum)}/paragraphs/${encodeURIComponent(segment)}`;
  const attempt = async (act: () => Promise<void>) => {
    setError('');
    try {
      await act();
    } catch (reason) {
      setError(t('failed', { error: reason instanceof Error ? reason.message : String(reason) }));
    }
    setSaving(false);
  };
  const open = () =>
    attempt(async () => {
      const response = await fetch(address);
      const answer = await response.json();
      if (!response.ok) throw new Error(answer.detail);
      setFound(answer);
      setSource(answer.source);
    });
  const save = () =>
    attempt(async () => {
      setSaving(true);
      const { changed, segment: now } = await send(address, 'PUT', {
        source,
        revision: found?.revision,
      });
      offerUndo({ work, said: t('paragraph-saved', { siglum }), changed });
      const to = new URL(window.location.href);
      to.searchParams.delete('page');
      if (now) {
        to.searchParams.set('at', `${siglum}.${now}`);
        to.hash = `${siglum}-${now}`;
      }
      window.history.replaceState(null, '', to);
      window.location.reload();
    });
  return (
    <section className="edit-part">
      {!found && (
        <button type="button" className="button" onClick={open}>
          <PencilLine aria-hidden size={15} /> {t('correct')}
        </button>
      )}
      {found && (
        <>
          <label>
            {t('paragraph-source')}
            <textarea
              // biome-ignore lint/a11y/noAutofocus: the reader has just asked for the field.
              autoFocus
              rows={Math.min(16, Math.max(4, Math.ceil(source.length / 40)))}
              value={source}
              {...languageAttributes(language)}
              onChange={({ target }) => setSource(target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
                // Escape leaves the field, not what was written in it.
                if (event.key === 'Escape' && source !== found.source) event.stopPropagation();
              }}
            />
          </label>
          <p className="quiet">{t('paragraph-help')}</p>
          <p className="cite-row">
            <button
              type="button"
              className="button primary-button"
              disabled={saving || source === found.source}
              onClick={save}
            >
              {t('save-paragraph')}
            </button>
            <button type="button" className="button" onClick={() => setFound(null)}>
              {t('cancel')}
            </button>
          </p>
        </>
      )}
      {error && (
        <p className="problem" role="alert">
          {error}
        </p>
      )}
    </section>
  );
}
