import type { Mark } from '../../collate/marks';
import { cutPieces, nestPieces, type Piece, type SpanTree } from '../../collate/pieces';
import { spaced } from '../../edition/labels';
import type { Segment, Span } from '../../edition/model';
import type { PrintedInline } from './printed';

/** What a note's reference becomes: its words at the foot of the page, or a mark alone. */
export type NotePlacer = (label: string) => PrintedInline;

/** What is shown of a segment. */
export interface ShownWords {
  segment: Segment;
  marks: readonly Mark[];
}

/** The words of a segment for the page, its label first. */
export function inlineOf({ segment, marks }: ShownWords, note: NotePlacer): PrintedInline[] {
  const { text, spans, label, kind } = segment;
  const shown = marks.filter(({ ignored }) => !ignored);
  const body = cutPieces(text, [], shown, spans).flatMap(({ parts }) =>
    parts.flatMap(({ mark, pieces }): PrintedInline[] => {
      const content = treeContent(nestPieces(pieces), note);
      if (!mark) return content;
      return content.length === 0 ? [{ k: 'omission' }] : [{ k: mark.kind, c: content }];
    }),
  );
  if (!label) return body;
  // A note has its label as its mark, with a space after it.
  return [{ k: 'label', text: kind === 'footnote' ? `${label} ` : spaced(label) }, ...body];
}

function treeContent(tree: readonly SpanTree[], note: NotePlacer): PrintedInline[] {
  return tree.flatMap((node) => {
    if ('piece' in node) return pieceContent(node.piece, note);
    const content = treeContent(node.children, note);
    const element = elementOf(node.span as Span, content);
    return element ? [element] : content;
  });
}

function pieceContent({ text, notes }: Piece, note: NotePlacer): PrintedInline[] {
  const placed = notes.map(
    ({ kind, target = '' }): PrintedInline =>
      kind === 'page' ? { k: 'page', text: target } : note(target),
  );
  return [...placed, ...linesOf(text)];
}

/** Text as it is, its line breaks as elements. */
export const linesOf = (text: string): PrintedInline[] =>
  text
    .split('\n')
    .flatMap((line, k): PrintedInline[] => (k > 0 ? [{ k: 'break' }, line] : [line]))
    .filter((part) => part !== '');

function elementOf(span: Span, c: PrintedInline[]): PrintedInline | null {
  switch (span.kind) {
    case 'emphasis':
    case 'foreign':
      return { k: 'emphasis', c };
    case 'strong':
    case 'deleted':
    case 'code':
    case 'editorial':
      return { k: span.kind, c };
    case 'link':
      return /^https?:/.test(span.target ?? '') ? { k: 'link', to: span.target ?? '', c } : null;
    case 'ruby':
      return { k: 'ruby', over: span.target ?? '', c };
    default:
      return null;
  }
}
