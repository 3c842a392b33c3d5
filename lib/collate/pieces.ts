import type { LinkedSentence } from '../align/interleave';
import { marksPlace } from '../edition/inline';
import type { Span } from '../edition/model';
import type { Mark } from './marks';

/** A span of the text, letters that differ within a word, or words that two passages share. */
export type PieceSpan = Span | { kind: 'detail' | 'shared'; start: number; end: number };

/** A stretch of text under the same spans throughout. */
export interface Piece {
  /** Offset in the segment. */
  at: number;
  text: string;
  spans: PieceSpan[];
  /** Footnote marks and page breaks that stand before the text. */
  notes: Span[];
}

/** Pieces under one mark, or under none. A mark of no length has no pieces. */
export interface MarkedPieces {
  mark: Mark | null;
  pieces: Piece[];
  at: number;
}

export interface SentencePieces {
  sentence: LinkedSentence;
  parts: MarkedPieces[];
}

/**
 * Cuts a segment's text so that sentences, marks and spans, which overlap as they like, nest:
 * sentences hold marks, marks hold spans. Joining all pieces gives the text.
 */
export function cutPieces(
  text: string,
  sentences: readonly LinkedSentence[],
  marks: readonly Mark[],
  spans: readonly PieceSpan[],
): SentencePieces[] {
  const whole = sentences.length > 0 ? sentences : [{ start: 0, end: text.length, links: [] }];
  const ofText = (span: PieceSpan): span is Span =>
    span.kind !== 'detail' && span.kind !== 'shared';
  const notes = spans.filter((span): span is Span => ofText(span) && marksPlace(span));
  const ranges = spans.filter((span) => !ofText(span) || !marksPlace(span));
  const placedNotes = new Set<Span>();

  const pieces = (start: number, end: number): Piece[] => {
    const cuts = new Set([start, end]);
    for (const span of spans) {
      for (const at of [span.start, span.end]) if (at > start && at < end) cuts.add(at);
    }
    const sorted = [...cuts].sort((x, y) => x - y);
    return sorted.slice(0, -1).map((from, k) => {
      const here = notes.filter((note) => note.start === from && !placedNotes.has(note));
      for (const note of here) placedNotes.add(note);
      return {
        at: from,
        text: text.slice(from, sorted[k + 1]),
        spans: ranges.filter((span) => span.start <= from && span.end >= sorted[k + 1]),
        notes: here,
      };
    });
  };

  return whole.map((sentence, index) => {
    const last = index === whole.length - 1;
    const parts: MarkedPieces[] = [];
    let at = sentence.start;
    for (const mark of marks) {
      const empty = mark.start === mark.end;
      const inside = empty
        ? mark.start >= sentence.start && (mark.start < sentence.end || last)
        : mark.start < sentence.end && mark.end > sentence.start;
      if (!inside) continue;
      const from = Math.max(mark.start, at);
      const to = Math.min(mark.end, sentence.end);
      if (from > at) parts.push({ mark: null, pieces: pieces(at, from), at });
      if (empty || to > from)
        parts.push({ mark, pieces: to > from ? pieces(from, to) : [], at: from });
      at = Math.max(at, to);
    }
    if (at < sentence.end) parts.push({ mark: null, pieces: pieces(at, sentence.end), at });
    // Footnotes at the very end stand before no text.
    const left = last ? notes.filter((note) => !placedNotes.has(note)) : [];
    if (left.length > 0) {
      const end = sentence.end;
      parts.push({ mark: null, pieces: [{ at: end, text: '', spans: [], notes: left }], at: end });
    }
    return { sentence, parts };
  });
}

/** Pieces as a tree: spans hold what stands under them, in one piece where it can be. */
export type SpanTree = { piece: Piece } | { span: PieceSpan; children: SpanTree[] };

/** Nests pieces by their spans, the outer before the inner. */
export function nestPieces(pieces: readonly Piece[], depth = 0): SpanTree[] {
  const out: SpanTree[] = [];
  for (let at = 0; at < pieces.length; ) {
    const span = pieces[at].spans[depth];
    if (!span) {
      out.push({ piece: pieces[at++] });
      continue;
    }
    let to = at + 1;
    while (to < pieces.length && pieces[to].spans[depth] === span) to++;
    out.push({ span, children: nestPieces(pieces.slice(at, to), depth + 1) });
    at = to;
  }
  return out;
}
