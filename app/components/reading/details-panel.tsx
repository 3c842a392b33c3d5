'use client';

import { X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { PassageDetails } from '../../../lib/compare/passage';
import { languageAttributes } from '../../../lib/edition/language-attributes';
import { EditPart } from '../editing/edit-part';
import { languageName } from '../names';
import { shorten } from '../shorten';
import { CitePart } from './cite-part';
import { DictionaryPart } from './dictionary-part';
import { NotesPart, type ShownNote } from './notes-part';
import type { Picked } from './picked';
import { PinyinPart } from './pinyin-part';
import { rangeOf, segmentKey } from './text-places';

interface Props {
  work: string;
  /** The query that says which editions are compared with which. */
  query: string;
  picked: Picked;
  /** Whether a note is to be written at once. */
  writing: boolean;
  onClose: () => void;
  /** Called when a segment has a note more, or fewer. */
  onNoted: (segment: string, change: number) => void;
}

type Found = PassageDetails & { notes: ShownNote[] };

/** What is known of the words picked: counterparts, dictionary, notes, citation. */
export function DetailsPanel({ work, query, picked, writing, onClose, onNoted }: Props) {
  const t = useTranslations('details');
  const [found, setFound] = useState<Found | null>(null);
  const [error, setError] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { siglum, segment, start, end } = picked;
  const [room] = useState(() => roomBeside(picked));

  useEffect(() => {
    const parameters = new URLSearchParams({
      siglum,
      segment,
      start: String(start),
      end: String(end),
    });
    const stop = new AbortController();
    fetch(`/api/works/${work}/passage${query || '?'}&${parameters}`, { signal: stop.signal })
      .then(async (response) => {
        const answer = await response.json();
        if (response.ok) setFound(answer);
        else setError(answer.detail);
      })
      .catch((reason) => {
        if (!stop.signal.aborted) setError(String(reason));
      });
    return () => stop.abort();
  }, [work, query, siglum, segment, start, end]);
  useEffect(() => {
    if (!writing) heading.current?.focus({ preventScroll: true });
  }, [writing]);

  return (
    <aside
      className="details-panel"
      data-side={room.side}
      data-half={room.half}
      aria-label={t('title')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header className="dialog-head">
        <h2 ref={heading} tabIndex={-1} lang={found?.language}>
          {found ? shorten(found.text) : t('title')}
        </h2>
        <button
          type="button"
          className="button quiet-button icon-button"
          aria-label={t('close')}
          onClick={onClose}
        >
          <X aria-hidden size={16} />
        </button>
      </header>
      {error && (
        <p className="problem" role="alert">
          {t('failed', { error })}
        </p>
      )}
      {!found && !error && <p role="status">{t('loading')}</p>}
      {found && (
        <>
          <p className="quiet">
            {t('paragraph', {
              siglum: found.siglum,
              paragraph: found.label ?? String(found.paragraph),
            })}
          </p>
          <Counterparts found={found} />
          <DictionaryPart found={found} />
          <LookedUpWords entries={found.lookedUp} />
          {found.pinyin !== undefined && <PinyinPart work={work} found={found} />}
          <NotesPart
            work={work}
            found={found}
            writing={writing}
            onNoted={(change) => onNoted(segmentKey(siglum, segment), change)}
          />
          <EditPart work={work} siglum={siglum} segment={segment} language={found.language} />
          <CitePart work={work} query={query} found={found} />
          <p>
            <a
              href={`/works/${work}/renderings?from=${encodeURIComponent(found.siglum)}&term=${encodeURIComponent(found.text.slice(0, 100))}`}
            >
              {t('renderings')}
            </a>
          </p>
        </>
      )}
    </aside>
  );
}

/** Where the panel covers none of the words it is about: on which side, and in which half. */
function roomBeside({ siglum, segment, start, end }: Picked): {
  side: 'start' | 'end';
  half: 'upper' | 'lower';
} {
  const box = rangeOf(segmentKey(siglum, segment), start, end)?.getBoundingClientRect();
  if (!box) return { side: 'end', half: 'lower' };
  return {
    side: (box.left + box.right) / 2 > window.innerWidth / 2 ? 'start' : 'end',
    half: (box.top + box.bottom) / 2 > window.innerHeight / 2 ? 'upper' : 'lower',
  };
}

function Counterparts({ found }: { found: Found }) {
  const t = useTranslations('details');
  const locale = useLocale();
  return (
    <section>
      <h3>{t('counterparts')}</h3>
      <dl className="counterparts">
        {found.counterparts.map(({ siglum, language, text, same, segment }) => (
          <div key={siglum}>
            <dt>
              {segment ? (
                <a href={`#${segmentKey(siglum, segment)}`} className="siglum">
                  {siglum}
                </a>
              ) : (
                <span className="siglum">{siglum}</span>
              )}{' '}
              <span className="quiet">{languageName(language, locale)}</span>
            </dt>
            <dd>
              {text ? (
                <span {...languageAttributes(language)}>{text}</span>
              ) : (
                <i className="quiet">{t('none')}</i>
              )}
              {same && <span className="quiet"> {t('same')}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What bilingual dictionaries have under the words picked. */
function LookedUpWords({ entries }: { entries: PassageDetails['lookedUp'] }) {
  const t = useTranslations('details');
  if (entries.length === 0) return null;
  return (
    <section>
      <h3>{t('dictionaries')}</h3>
      <dl className="dictionary">
        {entries.map(({ dictionary, from, to, head, renderings }) => (
          <div key={`${dictionary} ${head}`}>
            <dt {...languageAttributes(from)}>
              {head} <small lang="en">{dictionary}</small>
            </dt>
            <dd {...languageAttributes(to)}>{renderings.slice(0, 8).join('; ')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
