import { useTranslations } from 'next-intl';
import {
  type ApparatusEntry,
  type ApparatusPart,
  numberEntries,
  type Reading,
} from '../../../lib/collate/apparatus';
import { editorWord } from '../../../lib/collate/editor-word';
import { substantiveKinds } from '../../../lib/collate/kinds';
import { direction } from '../../../lib/edition/model';
import { languageAttributes } from '../language-attributes';

/** The base text with numbered lemmata, and the apparatus under it: lemma ] readings, sigla. */
export function ApparatusView({
  row,
  parts,
  lang,
}: {
  row: number;
  parts: readonly ApparatusPart[];
  lang: string;
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
            <li key={entry.n} id={`entry-${row}-${entry.n}`} value={entry.n}>
              <a href={`#lemma-${row}-${entry.n}`} aria-label={t('entry', { n: entry.n })}>
                {entry.n}
              </a>{' '}
              <Entry entry={entry} lang={lang} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function Entry({ entry, lang }: { entry: ApparatusEntry; lang: string }) {
  const kinds = useTranslations('kinds');
  const { lemma, beside, sigla, readings } = entry;
  return (
    <>
      <span className="lemma-text" {...languageAttributes(lang)}>
        {lemma || beside?.word || '‸'}
      </span>
      {' ] '}
      <span className="sigla">{sigla.join(' ')}</span>
      {readings.map((reading, k) => (
        <span key={reading.sigla.join()} className={`reading kind-${reading.kind}`}>
          {k === 0 && sigla.length === 0 ? '' : '; '}
          <ReadingText reading={reading} entry={entry} lang={lang} />{' '}
          <span className="sigla">{reading.sigla.join(' ')}</span>
          {!substantiveKinds.includes(reading.kind) && (
            <span className="kind">{kinds(reading.kind)}</span>
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
  const said = editorWord(reading, entry);
  const { text } = reading;
  return (
    <>
      {said && <i lang="la">{said}</i>}
      {said && text && ' '}
      {text && <span {...languageAttributes(lang)}>{text}</span>}
    </>
  );
}
