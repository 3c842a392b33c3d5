import { type MarkedText, marksPlace, slice } from './inline';
import type { Segment, Span } from './model';

/** What parts the cells of a row in its text; a cell never has it, nor a space at its edges. */
const cellMark = ' | ';

/** A space beside a sign that a cell has itself, which does not part cells. */
const besideSign = /\s(?=\|)|(?<=\|)\s/g;

/**
 * The text of a row from its cells, without empty ones at its end. The spaces beside a `|` of a
 * cell’s own do not break, so that the row is parted where its cells are.
 */
export function joinCells(cells: readonly MarkedText[]): MarkedText {
  let text = '';
  const spans: Span[] = [];
  const isUsed = (cell: MarkedText) => cell.text.trim() !== '' || cell.spans.some(marksPlace);
  const end = cells.findLastIndex(isUsed) + 1;
  cells.slice(0, end).forEach((given, k) => {
    const cell = slice(given, 0);
    if (k > 0) text += cellMark;
    for (const span of cell.spans) {
      spans.push({ ...span, start: span.start + text.length, end: span.end + text.length });
    }
    text += cell.text.replace(/\s/g, ' ').replace(besideSign, '\u00a0');
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
