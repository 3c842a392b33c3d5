import { Image, SpellCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import {
  type ApparatusEntry,
  type ApparatusPart,
  numberEntries,
} from '../../../lib/collate/apparatus-entry';
import {
  agreeingSigla,
  lemmaOf,
  printedReadings,
  siglaText,
} from '../../../lib/collate/entry-note';
import { substantiveKinds } from '../../../lib/collate/kinds';
import { type ApparatusForm, positiveForm } from '../../../lib/edition/apparatus-form';
import { languageAttributes } from '../../../lib/edition/language-attributes';
import { direction } from '../../../lib/edition/model';
import type { EntryPage } from '../../../lib/studies/entry-pages';
import { type RowWords, wordsOfEntry } from './entry-words';
import { pageImageAddress } from './page-images';

/** The pages of witnesses that entries of a place are on, of which there are pictures. */
export interface RowPages {
  work: string;
  of: (entry: ApparatusEntry) => EntryPage[];
}

/** The base text with numbered lemmata, and the apparatus under it: lemma ] readings, sigla. */
export function ApparatusView({
  row,
  parts,
  lang,
  form = positiveForm,
  words,
  pages,
}: {
  row: number;
  parts: readonly ApparatusPart[];
  lang: string;
  form?: ApparatusForm;
  /** Readings can be regularised, and decided upon, where it is given. */
  words?: RowWords;
  pages?: RowPages;
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
              data-words={words && JSON.stringify(wordsOfEntry(entry, words))}
            >
              <a href={`#lemma-${row}-${entry.n}`} aria-label={t('entry', { n: entry.n })}>
                {entry.n}
              </a>{' '}
              <Entry entry={entry} lang={lang} form={form} isEditable={words !== undefined} />
              {pages && <EntryPages pages={pages.of(entry)} work={pages.work} />}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

/** Links to the pictures of the pages that an entry is on. */
function EntryPages({ pages, work }: { pages: readonly EntryPage[]; work: string }) {
  const t = useTranslations('image');
  return pages.map((each) => (
    <a
      key={each.siglum}
      className="page-link"
      href={pageImageAddress(work, each)}
      title={t('page', { ...each })}
      data-page-image
    >
      <Image aria-hidden size={13} /> {t('short', { ...each })}
    </a>
  ));
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
  const shown = printedReadings(entry);
  const agreeing = agreeingSigla(entry, form);
  return (
    <>
      <span className="lemma-text" {...languageAttributes(lang)}>
        {lemmaOf(entry)}
      </span>
      {' ] '}
      <span className="sigla">{agreeing}</span>
      {agreeing && '; '}
      {shown.map(({ said, text, sigla, readings }, k) => (
        <span key={sigla.join()} className={`reading kind-${readings[0].kind}`}>
          {said && <i {...languageAttributes('la')}>{said}</i>}
          {said && text && ' '}
          {text && <span {...languageAttributes(lang)}>{text}</span>}{' '}
          <span className="sigla">{siglaText(sigla, form.groups)}</span>
          {!substantiveKinds.includes(readings[0].kind) && (
            <span className="kind">{kinds(readings[0].kind)}</span>
          )}
          {/* Before the button, at which a line may be broken: no line begins with a semicolon. */}
          {k + 1 < shown.length && ';'}
          {isEditable &&
            !entry.lacuna &&
            readings.map((reading) => (
              <button
                key={reading.sigla.join()}
                type="button"
                className="regularise"
                aria-label={
                  reading.text
                    ? t('open', { reading: reading.text })
                    : t('open-omitted', { sigla: siglaText(reading.sigla) })
                }
                title={t(reading.text ? 'title' : 'title-omitted')}
                data-regularise={entry.readings.indexOf(reading) + 1}
              >
                <SpellCheck aria-hidden size={14} />
              </button>
            ))}
          {k + 1 < shown.length && ' '}
        </span>
      ))}
    </>
  );
}
