import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { languageAttributes } from '../../../lib/edition/language-attributes';
import type { FigureColumn, FigureTable } from '../../../lib/studies/statistics-csv';
import { languageName } from '../names';

/** A drawing, with its figures as a table and as CSV beneath. */
export function Figure({
  csv,
  table,
  drawing,
  note,
  language,
  children,
}: {
  /** Where its figures are as CSV. */
  csv: string;
  table: FigureTable;
  /** SVG made by this server; absent where the table says it all. */
  drawing?: string;
  note?: string;
  /** Of the words of editions that the table has; BCP 47. */
  language?: string;
  /** What is shown in place of a drawing. */
  children?: ReactNode;
}) {
  const t = useTranslations('statistics');
  const title = t(`figure-${table.kind}`);
  return (
    <figure className="figure" id={table.name}>
      <figcaption>
        <h3>{title}</h3>
        {note && <p className="quiet">{note}</p>}
      </figcaption>
      {drawing && (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by our own plotting, which escapes text.
        <div className="drawing" dangerouslySetInnerHTML={{ __html: drawing }} />
      )}
      {children}
      <details open={!drawing && !children}>
        <summary>{t('table')}</summary>
        <Table table={table} title={title} language={language} />
      </details>
      <a className="csv" href={csv} download>
        {t('csv', { title })}
      </a>
    </figure>
  );
}

/** Columns that hold words of editions. */
const ofEditions = new Set<string>(['beginning', 'word']);

function Table({
  table: { columns, rows },
  title,
  language,
}: {
  table: FigureTable;
  title: string;
  language?: string;
}) {
  const t = useTranslations('statistics');
  const kinds = useTranslations('kinds');
  const locale = useLocale();
  const columnName = (column: FigureColumn) => {
    if (column.of === 'edition') return column.name;
    return column.of === 'name' ? t(`column-${column.name}`) : kinds(column.name);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className="scroller" tabIndex={0} aria-label={t('table-of', { title })}>
      <table className="figures">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col">
                {columnName(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join('|')}>
              {row.map((value, k) =>
                k === 0 ? (
                  <th key={columns[k].name} scope="row">
                    {value}
                  </th>
                ) : (
                  <td
                    key={columns[k].name}
                    className={typeof value === 'number' ? 'number' : undefined}
                    {...(ofEditions.has(columns[k].name) ? languageAttributes(language) : {})}
                  >
                    {columns[k].name === 'language' ? languageName(String(value), locale) : value}
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
