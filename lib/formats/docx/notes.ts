import type { Edition, Segment } from '../../edition/model';

export interface Note {
  number: number;
  /** Whether a reference to it has been written: Word has one for each note. */
  placed: boolean;
  segments: Segment[];
}

/** Footnotes by label, numbered as Word numbers them; paragraphs without a label go on. */
export function footnotesOf({ segments }: Edition): Map<string, Note> {
  const notes = new Map<string, Note>();
  let last: Note | undefined;
  for (const segment of segments) {
    if (segment.kind !== 'footnote') continue;
    if (segment.label !== undefined || !last) {
      last = { number: notes.size + 1, placed: false, segments: [] };
      notes.set(segment.label ?? '', last);
    }
    last.segments.push(segment);
  }
  return notes;
}

/** The bookmark of a note, to which a second reference to it leads: as mammoth names notes. */
export const noteBookmark = (number: number) => `footnote-${number}`;

/**
 * The text without its notes, which stand where they are referred to; those to which nothing refers
 * are paragraphs at the end.
 */
export function placedTexts({ segments }: Edition, notes: ReadonlyMap<string, Note>): Segment[] {
  const referred = referredNotes(segments);
  const left = [...notes].filter(([label]) => !referred.has(label));
  return [
    ...segments.filter(({ kind }) => kind !== 'footnote'),
    ...left.flatMap(([, note]) =>
      note.segments.map((segment) => ({ ...segment, kind: 'paragraph' as const })),
    ),
  ];
}

/**
 * The labels of the notes that texts refer to, in the order of the references. What a note refers to does not
 * count: Word has no notes within notes.
 */
export const referredNotes = (segments: readonly Segment[]): Set<string> =>
  new Set(
    segments
      .filter(({ kind }) => kind !== 'footnote')
      .flatMap(({ spans }) =>
        spans
          .filter(({ kind }) => kind === 'note')
          .sort((x, y) => x.start - y.start)
          .map(({ target = '' }) => target),
      ),
  );
