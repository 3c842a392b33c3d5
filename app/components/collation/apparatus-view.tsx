import { SpellCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import {
  type ApparatusEntry,
  type ApparatusPart,
  numberEntries,
  type Reading,
} from '../../../lib/collate/apparatus-entry';
import { agreeingSigla, lemmaOf, printedReading, siglaText } from '../../../lib/collate/entry-note';
import { substantiveKinds } from '../../../lib/collate/kinds';
import type { TokenPlace } from '../../../lib/collate/token-places';
import { type ApparatusForm, positiveForm } from '../../../lib/edition/apparatus-form';
import { languageAttributes } from '../../../lib/edition/language-attributes';
import { direction } from '../../../lib/edition/model';
import { wordsOfEntry } from './entry-words';

/** The base text with numbered lemmata, and the apparatus under it: lemma ] readings, sigla. */
export function ApparatusView({
  row,
  parts,
  lang,
  form = positiveForm,
  placesOf,
}: {
  row: number;
  parts: readonly ApparatusPart[];
  lang: string;
  form?: ApparatusForm;
  /** Where the words of a witness stand, by column; readings can be regularised where it is given. */
  placesOf?: (siglum: string) => readonly (TokenPlace | null)[];
}) {
  const t = useTranslations('collation');
  const numbered = numberEntries(parts);
  const entries = numbered.flatMap(({ part, n }) =>
    'entry' in part ? [{ ...part.entry, n }] : [],
  );
  return (
    <>
      <p className="base-text" {...languageAttributes(lang)}>
        {numbered.map(({ part, n }, k) =>
          'shared' in part ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of a fixed text never change places.
            <span key={k}>{part.shared}</span>
          ) : (
            <span key={`e${n}`}>
              {part.entry.space.before}
              <a className="lemma difference" id={`lemma-${row}-${n}`} href={`#entry-${row}-${n}`}>
                {part.entry.lemma || (!part.entry.lacuna && <span className="omission">‸</span>)}
                <sup>{n}</sup>
              </a>
              {part.entry.space.after}
            </span>
          ),
        )}
      </p>
      {entries.length > 0 && (
        <ol className="apparatus" dir={direction(lang)} aria-label={t('apparatus-of', { row })}>
          {entries.map((entry) => (
            <li
              key={entry.n}
              id={`entry-${row}-${entry.n}`}
              value={entry.n}
              data-words={placesOf && JSON.stringify(wordsOfEntry(entry, placesOf))}
            >
              <a href={`#lemma-${row}-${entry.n}`} aria-label={t('entry', { n: entry.n })}>
                {entry.n}
              </a>{' '}
              <Entry entry={entry} lang={lang} form={form} isEditable={placesOf !== undefined} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function Entry({
  entry,
  lang,
  form,
  isEditable,
}: {
  entry: ApparatusEntry;
  lang: string;
  form: ApparatusForm;
  isEditable: boolean;
}) {
  const t = useTranslations('regularise');
  const kinds = useTranslations('kinds');
  const { lemma, readings } = entry;
  const agreeing = agreeingSigla(entry, form);
  // As in `wordsOfEntry`: what has no words is not counted.
  const withWords = [lemma, ...readings.map(({ text }) => text)].filter((text) => text !== '');
  return (
    <>
      <span className="lemma-text" {...languageAttributes(lang)}>
        {lemmaOf(entry)}
      </span>
      {' ] '}
      <span className="sigla">{agreeing}</span>
      {readings.map((reading, k) => (
        <span key={reading.sigla.join()} className={`reading kind-${reading.kind}`}>
          {k === 0 && agreeing === '' ? '' : '; '}
          <ReadingText reading={reading} entry={entry} lang={lang} />{' '}
          <span className="sigla">{siglaText(reading.sigla, form.groups)}</span>
          {!substantiveKinds.includes(reading.kind) && (
            <span className="kind">{kinds(reading.kind)}</span>
          )}
          {isEditable && reading.text && (
            <button
              type="button"
              className="regularise"
              aria-label={t('open', { reading: reading.text })}
              title={t('title')}
              data-regularise={
                withWords.length - readings.slice(k).filter(({ text }) => text !== '').length
              }
            >
              <SpellCheck aria-hidden size={14} />
            </button>
          )}
        </span>
      ))}
    </>
  );
}

/** A reading with what editors write before it. */
function ReadingText({
  reading,
  entry,
  lang,
}: {
  reading: Reading;
  entry: ApparatusEntry;
  lang: string;
}) {
  const { said, text } = printedReading(reading, entry);
  return (
    <>
      {said && <i lang="la">{said}</i>}
      {said && text && ' '}
      {text && <span {...languageAttributes(lang)}>{text}</span>}
    </>
  );
}
