import type { Mark } from '../collate/marks';
import type { Edition, Segment } from '../edition/model';
import { footnotesOf, type Note, referredNotes } from './footnotes';
import type { ComparedRow } from './prepared';

/** The notes of editions side by side that stand at the foot of the page, and the rows without them. */
export interface ComparedNotes {
  /** Of each edition, by label; numbered together, in the order in which they are referred to. */
  notes: ReadonlyMap<string, Note>[];
  /** What differs in the paragraphs of notes. */
  marksOf: (segment: Segment) => readonly Mark[];
  /** Rows that held nothing but notes are gone; a note to which nothing refers stays in its row. */
  rows: ComparedRow[];
}

/** Takes notes out of the rows of a comparison, for formats that have notes of their own. */
export function comparedNotes(
  editions: readonly Edition[],
  rows: readonly ComparedRow[],
): ComparedNotes {
  const marks = new Map<Segment, readonly Mark[]>();
  const known = editions.map(footnotesOf);
  const notes = editions.map(() => new Map<string, Note>());
  const cells = rows.flatMap((row) =>
    row.cells.map(({ segments }, column) => ({ segments, column })),
  );
  let number = 0;
  for (const { segments, column } of cells) {
    for (const shown of segments) marks.set(shown.segment, shown.marks);
    for (const label of referredNotes(segments.map(({ segment }) => segment))) {
      const note = known[column].get(label);
      if (note && !notes[column].has(label))
        notes[column].set(label, { ...note, number: ++number });
    }
  }
  const placed = new Set(
    notes.flatMap((each) => [...each.values()].flatMap(({ segments }) => segments)),
  );
  const withoutNotes = rows.map((row) => ({
    ...row,
    cells: row.cells.map((each) => ({
      ...each,
      segments: each.segments.filter(({ segment }) => !placed.has(segment)),
    })),
  }));
  return {
    notes,
    marksOf: (segment) => marks.get(segment) ?? [],
    rows: withoutNotes.filter(({ cells: own }) => own.some(({ segments }) => segments.length > 0)),
  };
}
