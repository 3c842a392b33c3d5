import { useTranslations } from 'next-intl';
import { createContext, Fragment, type MouseEvent, type ReactNode, useContext } from 'react';
import type { Mark } from '../../../lib/collate/marks';
import {
  cutPieces,
  type MarkedPieces,
  type Piece,
  type PieceSpan,
} from '../../../lib/collate/pieces';
import {
  type MarksAsked,
  type OtherReading,
  otherReadings,
  shownMarks,
} from '../../../lib/collate/shown-marks';
import { quietKinds } from '../../../lib/collate/wording';
import type { ReadSegment } from '../../../lib/compare/reading';
import { languageAttributes } from '../../../lib/edition/language-attributes';
import { Bopomofo } from './bopomofo';
import { AskContext } from './other-readings';
import { UprightDigits } from './upright-digits';

/** How the text of all segments is shown. */
export interface TextView extends MarksAsked {
  /** Per column: the column that its words are compared with. */
  bases: readonly (number | null)[];
}

/** What a segment's pieces need to know of it: its edition, and the footnotes it refers to. */
const SegmentContext = createContext<{
  siglum: string;
  footnotes: NonNullable<ReadSegment['footnotes']>;
  /** What the other editions have in place of a mark. */
  others: (mark: Mark) => OtherReading[];
}>({ siglum: '', footnotes: {}, others: () => [] });

/** A segment's text: sentences with their links, differences marked, spans set as they should be. */
export function SegmentText({
  compared,
  siglum,
  column,
  view,
  only,
}: {
  compared: ReadSegment;
  siglum: string;
  column: number;
  view: TextView;
  /** Of its sentences only these, by index. */
  only?: readonly number[];
}) {
  const { segment, sentences, readings = [], footnotes = {} } = compared;
  const { marks: shown, shared } = shownMarks(compared, view, column, view.bases);
  const common = shared.map(([start, end]) => ({ kind: 'shared' as const, start, end }));
  const details = shown.flatMap(({ detail = [] }) =>
    detail.map(([start, end]) => ({ kind: 'detail' as const, start, end })),
  );
  const ruby = readings.map(({ start, end, text, language }) => ({
    kind: 'ruby' as const,
    start,
    end,
    target: text,
    language,
  }));
  const cut = cutPieces(segment.text, sentences, shown, [
    ...segment.spans,
    ...common,
    ...details,
    ...ruby,
  ]);
  const others = (mark: Mark) => otherReadings(compared, mark, view.against, column, view.bases);
  return (
    <SegmentContext value={{ siglum, footnotes, others }}>
      {cut.map(
        ({ sentence, parts }, k) =>
          (!only || only.includes(k)) && (
            <span
              key={sentence.start}
              className="sentence"
              data-links={sentence.links.join(' ') || undefined}
              data-start={sentence.start}
              data-end={sentence.end}
            >
              {parts.map((part) => (
                <Part
                  key={`${part.at}-${part.mark?.start ?? ''}-${part.mark?.end ?? ''}`}
                  part={part}
                />
              ))}
            </span>
          ),
      )}
    </SegmentContext>
  );
}

function Part({ part: { mark, pieces } }: { part: MarkedPieces }) {
  const children = pieces.map((piece) => <Spans key={piece.at} piece={piece} />);
  if (!mark) return children;
  return (
    <Difference mark={mark} text={pieces.map(({ text }) => text).join('')}>
      {children}
    </Difference>
  );
}

/** A difference, shown by its element, its line and its colour; punctuation alone more quietly. */
function Difference({ mark, text, children }: { mark: Mark; text: string; children: ReactNode }) {
  const t = useTranslations('table');
  const kinds = useTranslations('kinds');
  const { others } = useContext(SegmentContext);
  const ask = useContext(AskContext);
  const press = (event: MouseEvent<HTMLElement>) => {
    // Words that are being selected are not asked about.
    if (!window.getSelection()?.isCollapsed) return;
    const readings = others(mark);
    if (readings.length > 0)
      ask({ element: event.currentTarget, what: 'other-readings', readings });
  };
  if (text === '') {
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: keys reach it by n, and Enter presses it.
      <span className="omission" title={t('elsewhere', { text: mark.other })} onClick={press}>
        <span aria-hidden="true">‸</span>
        <span className="visually-hidden">{t('left-out', { text: mark.other })}</span>
      </span>
    );
  }
  const names = ['difference', `kind-${mark.difference}`];
  if (quietKinds.includes(mark.difference)) names.push('quiet-difference');
  if (mark.ignored) names.push('ignored');
  const className = names.join(' ');
  const Tag = tags[mark.kind];
  const title =
    mark.kind === 'move'
      ? t('moved-title')
      : mark.kind === 'replace' && mark.other
        ? t('differs-title', { kind: kinds(mark.difference), text: mark.other })
        : undefined;
  return (
    <Tag className={className} title={title} onClick={press}>
      {children}
    </Tag>
  );
}

/** The element of each kind of mark. */
const tags = { move: 'span', insert: 'ins', delete: 'del', replace: 'mark' } as const;

function Spans({ piece: { text, spans, notes } }: { piece: Piece }) {
  let node: ReactNode = lines(text);
  for (const span of [...spans].reverse()) node = <SpanElement span={span}>{node}</SpanElement>;
  return (
    <>
      {notes.map(({ kind, target = '' }) =>
        kind === 'page' ? (
          <span key={`page ${target}`} className="page-break" title={target} />
        ) : (
          <NoteMark key={target} label={target} />
        ),
      )}
      {node}
    </>
  );
}

/** A footnote's number in the text; its words are shown on pointing, and the link leads to it. */
function NoteMark({ label }: { label: string }) {
  const t = useTranslations('table');
  const { siglum, footnotes } = useContext(SegmentContext);
  const note = footnotes[label];
  if (!note) return <sup className="note-mark">{label}</sup>;
  return (
    <sup className="note-mark">
      <a
        href={`#${siglum}-${note.id}`}
        title={note.text}
        aria-label={t('footnote', { label })}
        data-note={note.id}
      >
        {label}
      </a>
    </sup>
  );
}

function SpanElement({ span, children }: { span: PieceSpan; children: ReactNode }) {
  switch (span.kind) {
    case 'emphasis':
      return <em>{children}</em>;
    case 'strong':
      return <strong>{children}</strong>;
    case 'foreign':
      return (
        <i className="foreign" {...languageAttributes(span.language)}>
          {children}
        </i>
      );
    case 'editorial':
      return <span className="editorial">{children}</span>;
    case 'shared':
      return <span className="shared">{children}</span>;
    case 'detail':
      return <b className="detail">{children}</b>;
    case 'ruby':
      if (span.language === 'zh-Bopo') return <Bopomofo text={span.target}>{children}</Bopomofo>;
      return (
        <ruby>
          {children}
          {/* Without a direction: an isolate would forbid every line break between characters. */}
          <rt lang={span.language}>{span.target}</rt>
        </ruby>
      );
    case 'deleted':
      return <s>{children}</s>;
    case 'code':
      return <code>{children}</code>;
    case 'link':
      return /^https?:/i.test(span.target ?? '') ? (
        <a href={span.target} rel="nofollow noopener">
          {children}
        </a>
      ) : (
        children
      );
    default:
      return children;
  }
}

/** Newlines of the text are line breaks of verse and addresses. */
function lines(text: string): ReactNode {
  if (!text.includes('\n')) return <UprightDigits text={text} />;
  return text.split('\n').map((part, k) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines of a fixed text never change places.
    <Fragment key={k}>
      {k > 0 && <br />}
      <UprightDigits text={part} />
    </Fragment>
  ));
}
