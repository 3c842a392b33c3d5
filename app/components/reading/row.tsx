import { MessageSquareText } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { memo, useContext } from 'react';
import { interleave } from '../../../lib/align/interleave';
import { placeName } from '../../../lib/compare/place-name';
import type { ReadCell, ReadRow, ReadSegment } from '../../../lib/compare/reading';
import { languageAttributes } from '../../../lib/edition/language-attributes';
import { direction, languageFamily } from '../../../lib/edition/model';
import { spacedLabel } from '../label';
import type { Mode } from '../view-state';
import type { EditionFace } from './faces';
import { NotedContext } from './noted';
import { SegmentText, type TextView } from './segment-text';
import { segmentKey } from './text-places';
import { VerticalContext } from './upright-digits';

/** How rows are set. */
export interface RowView extends TextView {
  mode: Mode;
  vertical: boolean;
}

/**
 * One place of the work. Roles are given in full, because rows are laid out as grids, which
 * would otherwise strip them of their meaning.
 */
export const Row = memo(function Row({
  row,
  editions,
  view,
}: {
  row: ReadRow;
  editions: readonly EditionFace[];
  view: RowView;
}) {
  const t = useTranslations('view');
  return (
    <tr id={`row-${row.number}`} role="row" className="row">
      <th scope="row" role="rowheader" className="gutter">
        <a
          href={`#row-${row.number}`}
          tabIndex={-1}
          aria-label={t('place', { number: row.number })}
        >
          {placeName(
            row.number,
            row.cells.flatMap(({ segments }) => segments.map(({ segment }) => segment)),
          )}
        </a>
      </th>
      {view.mode === 'interleaved' ? (
        <InterleavedCell row={row} editions={editions} view={view} />
      ) : (
        row.cells.map((cell, at) => (
          <CellView key={cell.siglum} cell={cell} edition={editions[at]} column={at} view={view} />
        ))
      )}
    </tr>
  );
});

function CellView({
  cell,
  edition,
  column,
  view,
}: {
  cell: ReadCell;
  edition: EditionFace;
  column: number;
  view: RowView;
}) {
  const t = useTranslations('table');
  const { division, moved, segments } = cell;
  const vertical = view.vertical && setsVertically(edition.language);
  const notes = [
    division === 'merged' || division === 'split' || division === 'redivided' ? t(division) : null,
    moved ? t('moved') : null,
    segments.length === 0 ? t('missing') : null,
  ].filter((note) => note !== null);
  return (
    <td
      role="cell"
      className={`cell division-${division}`}
      {...languageAttributes(edition.language)}
    >
      <CellSiglum siglum={edition.siglum} />
      {notes.map((note) => (
        <DivisionNote key={note}>{note}</DivisionNote>
      ))}
      <Vertical on={vertical} segments={segments}>
        {segments.map((compared) => (
          <SegmentView
            key={compared.segment.id}
            compared={compared}
            siglum={edition.siglum}
            column={column}
            view={view}
          />
        ))}
      </Vertical>
    </td>
  );
}

/** What is said of a text in the words of the interface. */
function DivisionNote({ children }: { children: string }) {
  return (
    <p className="division-note" lang={useLocale()} dir="ltr">
      {children}
    </p>
  );
}

function CellSiglum({ siglum }: { siglum: string }) {
  return (
    <span className="cell-siglum" lang="en" dir="ltr" aria-hidden="true">
      {siglum}
    </span>
  );
}

function setsVertically(language: string): boolean {
  return ['zh', 'ja'].includes(languageFamily(language));
}

/** Vertical lines, from right to left; columns are as high as the count of characters asks for. */
function Vertical({
  on,
  segments,
  children,
}: {
  on: boolean;
  segments: readonly ReadSegment[];
  children: React.ReactNode;
}) {
  if (!on) return children;
  const letters = segments.reduce((sum, { segment }) => sum + segment.text.length, 0);
  return (
    <section
      className="vertical"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      aria-label={segments[0]?.segment.text.slice(0, 12)}
      style={{ '--letters': letters } as React.CSSProperties}
    >
      <VerticalContext value={true}>{children}</VerticalContext>
    </section>
  );
}

/** Sentences that correspond, one edition under the other. */
function InterleavedCell({
  row,
  editions,
  view,
}: {
  row: ReadRow;
  editions: readonly EditionFace[];
  view: RowView;
}) {
  const t = useTranslations('table');
  const absent = row.cells.filter(({ segments }) => segments.length === 0);
  const seen = new Set<string>();
  return (
    <td role="cell" className="cell interleaved">
      {interleave(row.cells).map((group) => (
        <div key={JSON.stringify(group)} className="interlinear">
          {group.map((places, column) => {
            const { siglum, language } = editions[column];
            return [...new Set(places.map(({ segment }) => segment))].map((at) => {
              const compared = row.cells[column].segments[at];
              const key = segmentKey(siglum, compared.segment.id);
              const first = !seen.has(key);
              seen.add(key);
              return (
                <div key={key} className="interlinear-line" dir={direction(language)}>
                  <CellSiglum siglum={siglum} />
                  <SegmentView
                    compared={compared}
                    siglum={siglum}
                    column={column}
                    language={language}
                    view={view}
                    only={places
                      .filter(({ segment }) => segment === at)
                      .map(({ sentence }) => sentence)}
                    first={first}
                  />
                </div>
              );
            });
          })}
        </div>
      ))}
      {absent.map(({ siglum }) => (
        <DivisionNote key={siglum}>{t('missing-in', { siglum })}</DivisionNote>
      ))}
    </td>
  );
}

function SegmentView({
  compared,
  siglum,
  column,
  view,
  language,
  only,
  first = true,
}: {
  compared: ReadSegment;
  siglum: string;
  column: number;
  view: TextView;
  /** Where the cell does not say it. */
  language?: string;
  only?: readonly number[];
  /** Whether this is where the segment begins. */
  first?: boolean;
}) {
  const { segment } = compared;
  // A heading of the text, under the page's own.
  const Tag = segment.kind === 'heading' ? 'h2' : 'p';
  const key = segmentKey(siglum, segment.id);
  return (
    <Tag
      id={first ? key : undefined}
      className={`segment segment-${segment.kind}`}
      lang={language}
      data-key={key}
      data-siglum={siglum}
      data-segment={segment.id}
      data-paragraph={compared.index + 1}
    >
      {first && segment.label && <span className="label">{spacedLabel(segment)}</span>}
      <SegmentText compared={compared} siglum={siglum} column={column} view={view} only={only} />
      {first && <NotedMark segment={key} />}
    </Tag>
  );
}

/** Tells that readers have written notes here; the button opens them. */
function NotedMark({ segment }: { segment: string }) {
  const t = useTranslations('table');
  const locale = useLocale();
  const count = useContext(NotedContext).get(segment) ?? 0;
  if (count === 0) return null;
  return (
    <span className="segment-tools" lang={locale}>
      <button type="button" data-notes={segment} title={t('noted', { count })}>
        <MessageSquareText aria-hidden size={13} />
        <span className="visually-hidden">{t('noted', { count })}</span>
      </button>
    </span>
  );
}
