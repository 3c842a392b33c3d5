import type { ReactNode } from 'react';
import type { Mark } from '../../lib/collate/marks';
import type { ComparedSegment } from '../../lib/library/comparison';
import { cutPieces, type MarkedPieces, type Piece, type PieceSpan } from './pieces';

/** A segment's text: sentences with their links, differences marked, spans set as they should be. */
export function SegmentText({
  compared,
  marks,
  faint,
}: {
  compared: ComparedSegment;
  marks: boolean;
  /** Show what is left out of account. */
  faint: boolean;
}) {
  const { segment, sentences } = compared;
  const shown = marks ? compared.marks.filter(({ ignored }) => faint || !ignored) : [];
  const details = shown.flatMap(({ detail = [] }) =>
    detail.map(([start, end]) => ({ kind: 'detail' as const, start, end })),
  );
  const cut = cutPieces(segment.text, sentences, shown, [...segment.spans, ...details]);
  return cut.map(({ sentence, parts }) => (
    <span
      key={sentence.start}
      className="sentence"
      data-links={sentence.links.join(' ') || undefined}
    >
      {parts.map((part) => (
        <Part key={`${part.at}-${part.mark?.start ?? ''}-${part.mark?.end ?? ''}`} part={part} />
      ))}
    </span>
  ));
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

/** A difference, told by its element, its line and its colour; punctuation alone more quietly. */
function Difference({ mark, text, children }: { mark: Mark; text: string; children: ReactNode }) {
  if (text === '') {
    return (
      <span className="omission" title={`Elsewhere here: ${mark.other}`}>
        <span aria-hidden="true">‸</span>
      </span>
    );
  }
  const names = ['difference', `kind-${mark.difference}`];
  if (!/[\p{L}\p{N}]/u.test(text + mark.other)) names.push('minor');
  if (mark.ignored) names.push('ignored');
  const className = names.join(' ');
  switch (mark.kind) {
    case 'move':
      return (
        <span className={className} title="Stands in another place elsewhere">
          {children}
        </span>
      );
    case 'insert':
      return <ins className={className}>{children}</ins>;
    case 'delete':
      return <del className={className}>{children}</del>;
    default:
      return (
        <mark
          className={className}
          title={mark.other ? `${mark.difference}: elsewhere ${mark.other}` : undefined}
        >
          {children}
        </mark>
      );
  }
}

function Spans({ piece: { text, spans, notes } }: { piece: Piece }) {
  let node: ReactNode = lines(text);
  for (const span of [...spans].reverse()) node = <SpanElement span={span}>{node}</SpanElement>;
  return (
    <>
      {notes.map((note) => (
        <sup key={note.target} className="note-mark">
          {note.target}
        </sup>
      ))}
      {node}
    </>
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
        <i className="foreign" lang={span.language}>
          {children}
        </i>
      );
    case 'editorial':
      return <span className="editorial">{children}</span>;
    case 'detail':
      return <b className="detail">{children}</b>;
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
  if (!text.includes('\n')) return text;
  const parts = text.split('\n');
  // biome-ignore lint/suspicious/noArrayIndexKey: lines of a fixed text never change places.
  return parts.map((part, k) => [k > 0 && <br key={`br${k}`} />, part]);
}
