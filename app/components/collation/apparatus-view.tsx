import { useTranslations } from 'next-intl';
import {
  type ApparatusEntry,
  type ApparatusPart,
  numberEntries,
} from '../../../lib/collate/apparatus';
import { substantiveKinds } from '../../../lib/collate/kinds';

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
      <p className="base-text" lang={lang}>
        {numbered.map(({ part, n }, k) =>
          'shared' in part ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of a fixed text never change places.
            <span key={k}>{part.shared}</span>
          ) : (
            <span key={`e${n}`}>
              {part.entry.space.before}
              <a className="lemma difference" id={`lemma-${row}-${n}`} href={`#entry-${row}-${n}`}>
                {part.entry.lemma || <span className="omission">‸</span>}
                <sup>{n}</sup>
              </a>
              {part.entry.space.after}
            </span>
          ),
        )}
      </p>
      {entries.length > 0 && (
        <ol className="apparatus" aria-label={t('apparatus-of', { row })}>
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

function Entry({
  entry: { lemma, sigla, readings },
  lang,
}: {
  entry: ApparatusEntry;
  lang: string;
}) {
  const kinds = useTranslations('kinds');
  return (
    <>
      <span className="lemma-text" lang={lang}>
        {lemma || '‸'}
      </span>
      {' ] '}
      <span className="sigla">{sigla.join(' ')}</span>
      {readings.map(({ text, sigla: others, kind }) => (
        <span key={others.join()} className={`reading kind-${kind}`}>
          {'; '}
          <span lang={lang}>{text || <i lang="en">om.</i>}</span>{' '}
          <span className="sigla">{others.join(' ')}</span>
          {!substantiveKinds.includes(kind) && <span className="kind">{kinds(kind)}</span>}
        </span>
      ))}
    </>
  );
}
