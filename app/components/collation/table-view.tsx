import { useTranslations } from 'next-intl';
import { agreed } from '../../../lib/collate/apparatus';
import type { Collation } from '../../../lib/collate/collation';
import { direction } from '../../../lib/edition/model';
import { languageAttributes } from '../language-attributes';

/** The alignment table: a row a witness, a column a place, columns that differ marked. */
export function TableView({
  row,
  collation: { witnesses, columns },
  lang,
}: {
  row: number;
  collation: Collation;
  lang: string;
}) {
  const t = useTranslations('collation');
  const differs = columns.map((column) => !agreed(column));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className="scroller" tabIndex={0} aria-label={t('table-of', { row })}>
      <table className="tokens" dir={direction(lang)}>
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
                  {column[w]?.t.trim() ?? <span className="none">—</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
