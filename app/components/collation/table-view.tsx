import { useTranslations } from 'next-intl';
import { agreed } from '../../../lib/collate/apparatus';
import type { Collation } from '../../../lib/collate/collation';
import type { TokenPlace } from '../../../lib/collate/token-places';
import { languageAttributes } from '../../../lib/edition/language-attributes';
import { direction } from '../../../lib/edition/model';

/** The alignment table: a row a witness, a column a place, columns that differ marked. */
export function TableView({
  row,
  collation: { witnesses, columns },
  lang,
  places,
}: {
  row: number;
  collation: Collation;
  lang: string;
  /** Where the words stand, by witness, then by column; they can be chosen where it is given. */
  places?: readonly (readonly (TokenPlace | null)[])[];
}) {
  const t = useTranslations('collation');
  // The stop of the Tab key: its first word.
  const stop = [places?.findIndex((each) => each.some(Boolean)) ?? -1, 0];
  if (stop[0] >= 0) stop[1] = places![stop[0]].findIndex(Boolean);
  const differs = columns.map((column) => !agreed(column));
  return (
    <section
      className="scroller"
      // With it, what scrolls begins where the text does.
      dir={direction(lang)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      aria-label={t('table-of', { row })}
    >
      <table className="tokens">
        <tbody>
          {witnesses.map((siglum, w) => (
            <tr key={siglum}>
              <th scope="row">{siglum}</th>
              {columns.map((column, k) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns never change places.
                  key={k}
                  {...languageAttributes(lang)}
                  className={differs[k] ? (w === 0 ? 'differs difference' : 'differs') : undefined}
                >
                  <Cell
                    word={column[w]?.t.trim()}
                    siglum={siglum}
                    place={places?.[w][k]}
                    isStop={w === stop[0] && k === stop[1]}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A word, as a button where its place is known. */
function Cell({
  word,
  siglum,
  place,
  isStop,
}: {
  word: string | undefined;
  siglum: string;
  place: TokenPlace | null | undefined;
  isStop: boolean;
}) {
  if (!word) return <Gap />;
  if (!place) return word;
  return (
    <button
      type="button"
      className="token"
      tabIndex={isStop ? 0 : -1}
      aria-pressed="false"
      data-edition={siglum}
      data-segment={place.segment}
      data-start={place.start}
      data-end={place.end}
    >
      {word}
    </button>
  );
}

/** No word: a sign that is never one, and the words for who does not see it. */
function Gap() {
  const t = useTranslations('collation');
  return (
    <span className="none" role="img" aria-label={t('gap')} title={t('gap')}>
      ∅
    </span>
  );
}
