import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { FigureTable } from '../../lib/studies/statistics-csv';

/** A drawing, with its figures as a table and as CSV beneath. */
export function Figure({
  work,
  table,
  drawing,
  note,
  children,
}: {
  work: string;
  table: FigureTable;
  /** SVG made by this server; absent where the table says it all. */
  drawing?: string;
  note?: string;
  /** What is shown in place of a drawing. */
  children?: ReactNode;
}) {
  const t = useTranslations('statistics');
  return (
    <figure className="figure" id={table.name}>
      <figcaption>
        <h3>{table.title}</h3>
        {note && <p className="quiet">{note}</p>}
      </figcaption>
      {drawing && (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by our own plotting, which escapes text.
        <div className="drawing" dangerouslySetInnerHTML={{ __html: drawing }} />
      )}
      {children}
      <details open={!drawing && !children}>
        <summary>{t('table')}</summary>
        <Table table={table} />
      </details>
      <a
        className="csv"
        href={`/api/works/${work}/statistics?table=${encodeURIComponent(table.name)}`}
        download
      >
        {t('csv', { title: table.title })}
      </a>
    </figure>
  );
}

function Table({ table: { title, header, rows } }: { table: FigureTable }) {
  const t = useTranslations('statistics');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className="scroller" tabIndex={0} aria-label={t('table-of', { title })}>
      <table className="figures">
        <thead>
          <tr>
            {header.map((name) => (
              <th key={name} scope="col">
                {name || <span className="visually-hidden">{t('edition')}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join('|')}>
              {row.map((value, k) =>
                k === 0 ? (
                  <th key={header[k]} scope="row">
                    {value}
                  </th>
                ) : (
                  <td key={header[k]} className={typeof value === 'number' ? 'number' : undefined}>
                    {value}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
