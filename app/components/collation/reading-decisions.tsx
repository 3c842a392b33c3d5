'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { CollationEdit } from '../../../lib/edition/collation-edits';
import { languageAttributes } from '../../../lib/edition/language-attributes';
import type { EntryWords, SamePassage } from './entry-words';

/** What can be decided of a reading: that it is the lemma, and what it is one passage with. */
export function ReadingDecisions({
  words,
  chosen,
  passages,
  lang,
  onDecide,
}: {
  words: readonly EntryWords[];
  /** Index in `words` of the reading that was chosen. */
  chosen: number;
  /** What it may be one passage with. */
  passages: readonly SamePassage[];
  lang: string;
  onDecide: (edit: CollationEdit, said: string) => void;
}) {
  const t = useTranslations('regularise');
  const [at, setAt] = useState(0);
  const reading = words[chosen];
  const lemma = lemmaEdit(words, reading);
  const passage = passages[at];
  const moved = reading.moved;
  if (!lemma && !passage && !moved) return null;
  return (
    <div className="reading-decisions">
      {lemma && (
        <button
          type="button"
          className="button"
          onClick={() => onDecide(lemma, t('is-lemma-now', { reading: lemma.reading }))}
        >
          {t('take-as-lemma')}
        </button>
      )}
      {moved && (
        <button
          type="button"
          className="button"
          onClick={() => onDecide({ kind: 'not-moved', places: moved }, t('is-not-moved-now'))}
        >
          {t('not-moved')}
        </button>
      )}
      {passage && (
        <>
          {passages.length > 1 && (
            <label>
              {t('same-passage')}
              <select value={at} onChange={(event) => setAt(Number(event.target.value))}>
                {passages.map(({ text, places }, k) => (
                  <option key={JSON.stringify(places)} value={k} {...languageAttributes(lang)}>
                    {shortened(text)}
                  </option>
                ))}
              </select>
            </label>
          )}
          <button
            type="button"
            className="button"
            onClick={() => onDecide({ kind: 'moved', places: passage.places }, t('is-moved-now'))}
          >
            {t('moved', { words: shortened(passage.text) })}
          </button>
        </>
      )}
    </div>
  );
}

/** The edit that makes a reading the lemma; none for words that have moved, or of which no place is known. */
function lemmaEdit(
  words: readonly EntryWords[],
  reading: EntryWords,
): (CollationEdit & { kind: 'lemma' }) | null {
  const [first] = reading.witnesses;
  const known = [reading, ...words]
    .flatMap(({ witnesses }) => witnesses)
    .find(({ place }) => place !== null);
  if (!first || !known?.place || words.some(({ kind }) => kind === 'transposition')) return null;
  return {
    kind: 'lemma',
    reading: first.siglum,
    places: [{ edition: known.siglum, ...known.place }],
  };
}

const longest = 40;
const shortened = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text;
