import { type MarkedText, slice } from './inline';
import type { Segment, Span } from './model';

/** What parts the cells of a row in its text. */
const cellMark = ' | ';

/** The text of a row from its cells. */
export function joinCells(cells: readonly MarkedText[]): MarkedText {
  let text = '';
  const spans: Span[] = [];
  cells.forEach((cell, k) => {
    if (k > 0) text += cellMark;
    for (const span of cell.spans) {
      spans.push({ ...span, start: span.start + text.length, end: span.end + text.length });
    }
    text += cell.text.replace(/\s/g, ' ');
  });
  return { text, spans };
}

/** The cells of a row, each with its marks. */
export function cellsOf({ text, spans }: Pick<Segment, 'text' | 'spans'>): MarkedText[] {
  let from = 0;
  return text.split(cellMark).map((cell) => {
    const found = slice(
      { text, spans: spans.filter(within(from, from + cell.length)) },
      from,
      from + cell.length,
    );
    from += cell.length + cellMark.length;
    return found;
  });
}

const within = (from: number, to: number) => (span: Span) => span.start >= from && span.end <= to;
