'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { PassageDetails } from '../../../lib/compare/passage';
import type { NoteTarget, PlacedNote } from '../../../lib/edition/notes';

/** A note as it is shown: its Markdown already made into safe HTML by the server. */
export type ShownNote = PlacedNote & { html: string };

type Scope = 'words' | 'segment' | 'bead';

/** The notes on a segment, and a field to write one. */
export function NotesPart({
  work,
  found,
  writing,
  onNoted,
}: {
  work: string;
  found: PassageDetails & { notes: ShownNote[] };
  writing: boolean;
  onNoted: (change: number) => void;
}) {
  const t = useTranslations('notes');
  const [notes, setNotes] = useState(found.notes);
  const [text, setText] = useState('');
  const [scope, setScope] = useState<Scope>('words');
  const [said, setSaid] = useState('');
  const save = async () => {
    const response = await fetch(`/api/works/${work}/notes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ targets: targetsOf(found, scope), text }),
    });
    const answer = await response.json();
    if (!response.ok) {
      setSaid(t('failed', { error: answer.detail }));
      return;
    }
    setNotes([...notes, answer]);
    setText('');
    setSaid(t('saved'));
    onNoted(1);
  };
  return (
    <section className="notes-part">
      <h3>{t('title')}</h3>
      {notes.length === 0 && <p className="quiet">{t('none')}</p>}
      {notes.map((note) => (
        <NoteView
          key={note.id}
          work={work}
          note={note}
          onChange={(changed) => {
            setNotes(
              notes.flatMap((each) => (each.id === note.id ? (changed ? [changed] : []) : [each])),
            );
            setSaid(changed ? t('saved') : t('deleted'));
            if (!changed) onNoted(-1);
          }}
        />
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <label>
          {t('write')}
          <textarea
            rows={3}
            value={text}
            // biome-ignore lint/a11y/noAutofocus: the reader asked to write.
            autoFocus={writing}
            onChange={({ target }) => setText(target.value)}
          />
        </label>
        <div className="cite-row">
          <label>
            {t('on')}{' '}
            <select value={scope} onChange={({ target }) => setScope(target.value as Scope)}>
              {(['words', 'segment', 'bead'] as const).map((each) => (
                <option key={each} value={each}>
                  {t(`on-${each}`)}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className="button" disabled={text.trim() === ''}>
            {t('save')}
          </button>
        </div>
      </form>
      <p role="status" className="quiet">
        {said}
      </p>
      <p className="quiet">
        <a href={`/api/works/${work}/annotations`}>{t('export')}</a>
      </p>
    </section>
  );
}

/** What a note is about: the words, their paragraph, or that place in every edition shown. */
function targetsOf(found: PassageDetails, scope: Scope): NoteTarget[] {
  const { siglum: edition, segment, start, end, counterparts } = found;
  if (scope === 'words') return [{ edition, segment, start, end }];
  const own = { edition, segment };
  if (scope === 'segment') return [own];
  return [
    own,
    ...counterparts.flatMap(({ siglum, segment: there }) =>
      there ? [{ edition: siglum, segment: there }] : [],
    ),
  ];
}

function NoteView({
  work,
  note,
  onChange,
}: {
  work: string;
  note: ShownNote;
  onChange: (note: ShownNote | null) => void;
}) {
  const t = useTranslations('notes');
  const locale = useLocale();
  const [editing, setEditing] = useState<string | null>(null);
  const [error, setError] = useState('');
  const [shown, setShown] = useState(note);
  const send = async (text: string | null) => {
    const response = await fetch(`/api/works/${work}/notes/${note.id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text, modified: shown.modified }),
    });
    const answer = await response.json();
    if (response.ok) {
      setEditing(null);
      setError('');
      if (answer.note) setShown(answer.note);
      onChange(answer.note);
      return;
    }
    // Someone was quicker: theirs is shown, and what was written here stays in the field.
    if (answer.note) setShown(answer.note);
    setError(response.status === 409 ? t('conflict') : t('failed', { error: answer.detail }));
  };
  const target = shown.targets[0];
  return (
    <article className="note">
      {target.start !== undefined && target.quote && <blockquote>{target.quote}</blockquote>}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by the server (rehype-sanitize). */}
      <div className="note-text" dangerouslySetInnerHTML={{ __html: shown.html }} />
      {target.state === 'moved' && <p className="quiet">{t('moved')}</p>}
      {error && (
        <p className="problem" role="alert">
          {error}
        </p>
      )}
      {editing !== null && (
        <textarea
          rows={3}
          aria-label={t('edit')}
          value={editing}
          onChange={(event) => setEditing(event.target.value)}
        />
      )}
      <p className="quiet note-foot">
        {shown.author && <span>{shown.author.name}</span>}
        <time dateTime={shown.modified}>
          {new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(
            new Date(shown.modified),
          )}
        </time>
        {editing === null ? (
          <button type="button" className="link-button" onClick={() => setEditing(shown.text)}>
            {t('edit')}
          </button>
        ) : (
          <>
            <button type="button" className="link-button" onClick={() => send(editing)}>
              {t('save')}
            </button>
            <button type="button" className="link-button" onClick={() => setEditing(null)}>
              {t('cancel')}
            </button>
          </>
        )}
        <button type="button" className="link-button" onClick={() => send(null)}>
          {t('delete')}
        </button>
      </p>
    </article>
  );
}
