'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { useRoving } from '../roving';
import { inOneLine } from '../separators';
import { useColumnCopying } from './column-copying';
import { type ColumnLinks, EditionHeading } from './edition-heading';
import { EditionTabs } from './edition-tabs';
import type { EditionFace } from './faces';
import { AskContext, type Asked, OtherReadings } from './other-readings';
import type { RowView } from './row';
import type { Heading } from './running-head';
import { Sections, type SectionsProps } from './sections';
import { useAgainst } from './use-against';
import { useCounterparts } from './use-counterparts';

export interface TableProps extends Omit<SectionsProps, 'editions' | 'view'> {
  editions: EditionFace[];
  /** Sigla of what others are aligned or compared with. */
  bases: string[];
  similarity: (number | null)[];
  /** What each column's head offers. */
  columns: ColumnLinks[];
  /** Where the place that is read stands. */
  headings: readonly Heading[];
  view: Omit<RowView, 'against'>;
}

/** The editions in columns, or one under the other, corresponding paragraphs in rows. */
export function ComparisonTable({
  editions,
  bases,
  similarity,
  columns,
  headings,
  view,
  ...sections
}: TableProps) {
  const t = useTranslations('table');
  const edition = useTranslations('editions');
  const locale = useLocale();
  const count = view.mode === 'columns' ? editions.length : 1;
  const frame = useRef<HTMLDivElement>(null);
  const heads = useRef<HTMLTableRowElement>(null);
  const against = useAgainst(frame);
  const rowView = useMemo(() => ({ ...view, against }), [view, against]);
  useRoving(heads, 'summary');
  useColumnCopying(frame);
  const [asked, setAsked] = useState<Asked | null>(null);
  useCounterparts(frame, editions, asked, setAsked);
  const close = useCallback(() => setAsked(null), []);
  const heading = (at: number): ReactNode => (
    <EditionHeading
      edition={editions[at]}
      isBase={bases.includes(editions[at].siglum)}
      similarity={similarity[at]}
      links={columns[at]}
    />
  );
  return (
    <div
      className="comparison-area"
      data-columns={count}
      data-marks={view.strength}
      style={{ '--columns': count } as React.CSSProperties}
    >
      <EditionTabs editions={editions} headings={headings} frame={frame} />
      <div className="comparison-frame" ref={frame}>
        <table className="comparison" role="table">
          <caption className="visually-hidden">{t('caption', { count: editions.length })}</caption>
          <thead role="rowgroup">
            <tr role="row" className="row heads" ref={heads}>
              <th scope="col" role="columnheader" className="gutter">
                <span className="visually-hidden">{t('place')}</span>
              </th>
              {view.mode === 'interleaved' ? (
                <th scope="col" role="columnheader">
                  <div className="interleaved-heads">{editions.map((_, at) => heading(at))}</div>
                </th>
              ) : (
                editions.map(({ siglum }, at) => (
                  <th
                    key={siglum}
                    scope="col"
                    role="columnheader"
                    data-column={siglum}
                    aria-label={
                      bases.includes(siglum) ? inOneLine(locale, [siglum, edition('base')]) : siglum
                    }
                  >
                    {heading(at)}
                  </th>
                ))
              )}
            </tr>
            {view.mode === 'columns' && editions.some(({ notice }) => notice) && (
              <tr role="row" className="row notices">
                <th scope="row" role="rowheader" className="gutter">
                  <span className="visually-hidden">{t('notice')}</span>
                </th>
                {editions.map(({ siglum, notice }) => (
                  <td key={siglum} role="cell">
                    {notice && (
                      <p className="notice" title={notice}>
                        {notice}
                      </p>
                    )}
                  </td>
                ))}
              </tr>
            )}
          </thead>
          <AskContext value={setAsked}>
            <Sections {...sections} editions={editions} view={rowView} />
          </AskContext>
        </table>
      </div>
      {asked && <OtherReadings asked={asked} editions={editions} onClose={close} />}
    </div>
  );
}
