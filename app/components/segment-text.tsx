import type { ReactNode } from 'react';
import type { Mark } from '../../lib/collate/marks';
import type { Span } from '../../lib/edition/model';
import type { ComparedSegment } from '../../lib/library/comparison';
import { cutPieces, type MarkedPieces, type Piece } from './pieces';

/** A segment's text: sentences with their links, differences marked, spans set as they should be. */
export function SegmentText({ compared, marks }: { compared: ComparedSegment; marks: boolean }) {
  const { segment, sentences } = compared;
  const cut = cutPieces(segment.text, sentences, marks ? compared.marks : [], segment.spans);
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
  const className = /[\p{L}\p{N}]/u.test(text + mark.other) ? 'difference' : 'difference minor';
  switch (mark.kind) {
    case 'insert':
      return <ins className={className}>{children}</ins>;
    case 'delete':
      return <del className={className}>{children}</del>;
    default:
      return (
        <mark className={className} title={mark.other ? `Elsewhere: ${mark.other}` : undefined}>
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

function SpanElement({ span, children }: { span: Span; children: ReactNode }) {
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
