import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useId, useState } from 'react';
import type { PassageDetails } from '../../../lib/compare/passage';
import { languageAttributes } from '../../../lib/edition/language-attributes';
import type { PlacedPronunciation } from '../../../lib/works/pronunciations';
import { offerUndo, send } from '../editing/undo';
import { reloadAt } from './come-back';

/** How the characters picked are read, to be put right here or in all of the edition, and what has been. */
export function PinyinPart({ work, found }: { work: string; found: PassageDetails }) {
  const t = useTranslations('pinyin');
  const { siglum, segment, start, end, text, language, pinyin = '' } = found;
  const [list, setList] = useState<PlacedPronunciation[]>([]);
  const [error, setError] = useState('');
  const help = useId();
  const address = `/api/works/${work}/pronunciations`;
  useEffect(() => {
    const stop = new AbortController();
    fetch(address, { signal: stop.signal })
      .then((response) => (response.ok ? response.json() : { pronunciations: [] }))
      .then(({ pronunciations }: { pronunciations: PlacedPronunciation[] }) =>
        setList(pronunciations.filter(({ edition }) => edition === siglum)),
      )
      // The words can be read without the list.
      .catch(() => {});
    return () => stop.abort();
  }, [address, siglum]);
  const change = async (said: string, act: () => ReturnType<typeof send>) => {
    setError('');
    try {
      const { changed } = await act();
      offerUndo({ work, said, changed });
      reloadAt({ siglum, segment, start });
    } catch (reason) {
      setError(t('failed', { error: reason instanceof Error ? reason.message : String(reason) }));
    }
  };
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget, submitter(event));
    const written = String(form.get('pinyin'));
    const place = { edition: siglum, segment, start, end };
    return change(t('saved', { word: text, pinyin: written }), () =>
      send(address, 'POST', {
        edition: siglum,
        word: text,
        pinyin: written,
        ...(form.get('where') === 'here' ? { place } : {}),
      }),
    );
  };
  return (
    <section className="pinyin-part">
      <h3>{t('title')}</h3>
      <form onSubmit={save}>
        <label>
          {t('read-as', { word: text })}
          <input
            name="pinyin"
            defaultValue={pinyin}
            required
            lang="zh-Latn-pinyin"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            aria-invalid={error !== ''}
            aria-describedby={help}
          />
        </label>
        <p className="quiet" id={help}>
          {t('help')}
        </p>
        {error && (
          <p ref={intoView} className="problem" role="alert">
            {error}
          </p>
        )}
        <p className="cite-row">
          <button type="submit" className="button" name="where" value="here">
            {t('here')}
          </button>
          <button type="submit" className="button" name="where" value="edition">
            {t('everywhere', { siglum })}
          </button>
        </p>
      </form>
      {list.length > 0 && (
        <details>
          <summary>{t('list', { count: list.length, siglum })}</summary>
          <ul className="pronunciations">
            {list.map(({ id, word, pinyin: said, place }) => (
              <li key={id}>
                <span {...languageAttributes(language)}>{word}</span>{' '}
                <span className="pinyin" lang="zh-Latn-pinyin">
                  {said}
                </span>{' '}
                <span className="quiet">{t(place ? `state-${place.state}` : 'all')}</span>{' '}
                <button
                  type="button"
                  className="button quiet-button"
                  aria-label={t('remove-one', { word, pinyin: said })}
                  onClick={() =>
                    change(t('removed', { word }), () => send(`${address}/${id}`, 'DELETE'))
                  }
                >
                  {t('remove')}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** On a phone the panel is low: what is said must not stand below its edge. */
const intoView = (element: HTMLElement | null): void =>
  element?.scrollIntoView({ block: 'nearest' });

/** The button that was pressed; Enter in the field presses the first. */
const submitter = ({ nativeEvent }: FormEvent): HTMLElement | null =>
  (nativeEvent as SubmitEvent).submitter;
