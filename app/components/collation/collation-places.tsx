import { useTranslations } from 'next-intl';
import { columnPlaces } from '../../../lib/collate/token-places';
import type { ApparatusForm } from '../../../lib/edition/apparatus-form';
import type { CollatedRow } from '../../../lib/formats/prepared';
import { ApparatusView, type RowPages } from './apparatus-view';
import { wordsOfRow } from './entry-words';
import { type DrawingFrame, GraphView } from './graph-view';
import { InlineView } from './inline-view';
import { TableView } from './table-view';

export const collationViews = ['apparatus', 'inline', 'table', 'graph'] as const;
export type CollationViewName = (typeof collationViews)[number];

/** Places on a page of graphs, which are large; other views have as many as the comparison. */
export const rowsOnPage: Record<CollationViewName, number> = {
  apparatus: 100,
  inline: 100,
  table: 60,
  graph: 12,
};

/** How collated places are shown. */
interface Shown {
  view: CollationViewName;
  /** Siglum of the base. */
  base: string;
  lang: string;
  form?: ApparatusForm;
  isEditable: boolean;
  /** What each graph stands in. */
  graphFrame: DrawingFrame;
  /** The pictures of the pages that entries are on; undefined where no edition has any. */
  pagesOf?: (row: CollatedRow) => RowPages;
}

/** Collated places one after another, in a view. */
export function CollationPlaces({
  rows,
  placeAddress,
  ...shown
}: Shown & {
  rows: readonly CollatedRow[];
  /** Where a place is in the comparison. */
  placeAddress: (number: number) => string;
}) {
  const t = useTranslations('work');
  return (
    <div className="collation">
      {rows.map((row) => (
        <section key={row.number} id={`row-${row.number}`} className="place">
          <h2>
            <a href={placeAddress(row.number)}>{row.name}</a>
          </h2>
          <div className="place-body">
            <RowView row={row} {...shown} />
          </div>
        </section>
      ))}
      {rows.length === 0 && <p className="nothing">{t('same')}</p>}
    </div>
  );
}

function RowView({
  row,
  view,
  base,
  lang,
  form,
  isEditable,
  graphFrame,
  pagesOf,
}: Shown & { row: CollatedRow }) {
  const { number, parts, collation } = row;
  switch (view) {
    case 'apparatus':
      return (
        <ApparatusView
          row={number}
          parts={parts}
          lang={lang}
          form={form}
          words={isEditable ? wordsOfRow(row, base) : undefined}
          pages={pagesOf?.(row)}
        />
      );
    case 'inline':
      return <InlineView parts={parts} lang={lang} />;
    case 'table':
      return (
        <TableView
          row={number}
          collation={collation}
          lang={lang}
          places={isEditable ? columnPlaces(collation, row.segments) : undefined}
        />
      );
    case 'graph':
      return <GraphView row={number} collation={collation} lang={lang} frame={graphFrame} />;
  }
}
