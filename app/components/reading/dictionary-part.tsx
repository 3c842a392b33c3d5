import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import type { DictionaryWord } from '../../../lib/compare/dictionary-words';
import type { PassageDetails } from '../../../lib/compare/passage';

/** Looks a headword up. */
type LookUp = (word: string) => void;

/**
 * What CC-CEDICT has of the words picked: their entries, phrases that hold them, and their parts. Each word
 * that an entry names can be looked up in its place.
 */
export function DictionaryPart({ found }: { found: PassageDetails }) {
  const t = useTranslations('details');
  const [asked, setAsked] = useState<DictionaryWord[] | null>(null);
  const [error, setError] = useState('');
  const [waiting, setWaiting] = useState(false);
  // Of several words asked for one after another, the last is shown.
  const last = useRef('');
  if (found.dictionary.length === 0) return null;
  const back = () => {
    last.current = '';
    setWaiting(false);
    setAsked(null);
  };
  const lookUp: LookUp = async (text) => {
    last.current = text;
    setError('');
    setWaiting(true);
    try {
      const response = await fetch(`/api/dictionary?${new URLSearchParams({ text })}`);
      const answer = await response.json();
      if (last.current !== text) return;
      if (response.ok) setAsked(answer.words);
      else setError(answer.detail);
    } catch (reason) {
      if (last.current === text) setError(String(reason));
    } finally {
      if (last.current === text) setWaiting(false);
    }
  };
  return (
    <section>
      <h3>{t('dictionary')}</h3>
      {asked ? (
        <button type="button" className="link-button" onClick={back}>
          {t('back-to-words')}
        </button>
      ) : (
        <Words label={t('phrases')} words={found.phrases} lookUp={lookUp} />
      )}
      {error && (
        <p className="problem" role="alert">
          {t('failed', { error })}
        </p>
      )}
      <p className="quiet looking-up" role="status">
        {waiting && t('loading')}
      </p>
      <dl className="dictionary" aria-live="polite" aria-busy={waiting}>
        {(asked ?? found.dictionary).map((each) => (
          <Entry key={each.word} word={each} lookUp={lookUp} />
        ))}
      </dl>
    </section>
  );
}

function Entry({
  word: { word, entries, parts },
  lookUp,
}: {
  word: DictionaryWord;
  lookUp: LookUp;
}) {
  const t = useTranslations('details');
  return (
    <div>
      <dt lang="zh">
        {word}
        {entries[0].traditional !== word && <small>{entries[0].traditional}</small>}
      </dt>
      {entries.map(({ pinyin, glosses }) => (
        <dd key={pinyin + glosses[0]} lang="en">
          <span className="pinyin" lang="zh-Latn-pinyin">
            {pinyin}
          </span>{' '}
          <Gloss text={glosses.slice(0, 6).join('; ')} lookUp={lookUp} />
        </dd>
      ))}
      {parts.length > 0 && (
        <dd>
          <Words label={t('parts')} words={parts} lookUp={lookUp} />
        </dd>
      )}
    </div>
  );
}

/** A gloss whose Chinese words can be looked up; those of both scripts as the second, simplified. */
function Gloss({ text, lookUp }: { text: string; lookUp: LookUp }) {
  const parts = text.split(/(\p{Script=Han}+(?:\|\p{Script=Han}+)?)/u);
  return parts.map((part, k) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text keep their order
    k % 2 === 1 ? <WordButton key={k} word={part} lookUp={lookUp} /> : part,
  );
}

function WordButton({ word, lookUp }: { word: string; lookUp: LookUp }) {
  return (
    <button
      type="button"
      className="link-button"
      lang="zh"
      onClick={() => lookUp(word.split('|').at(-1) ?? word)}
    >
      {word}
    </button>
  );
}

function Words({
  label,
  words,
  lookUp,
}: {
  label: string;
  words: readonly string[];
  lookUp: LookUp;
}) {
  if (words.length === 0) return null;
  return (
    <p className="quiet word-list">
      {label}{' '}
      {words.map((word) => (
        <WordButton key={word} word={word} lookUp={lookUp} />
      ))}
    </p>
  );
}
