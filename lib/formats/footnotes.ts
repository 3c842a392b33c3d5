import type { Edition, Segment } from '../edition/model';

/** A note as it is written at the foot of a page, or at the end. */
export interface Note {
  /** By the order of the notes, from 1. */
  number: number;
  /** Whether a reference to it has been written: Word and OpenDocument have one for each note. */
  placed: boolean;
  segments: Segment[];
}

/** Footnotes by label; paragraphs without a label go on with the note before. */
export function footnotesOf({ segments }: Pick<Edition, 'segments'>): Map<string, Note> {
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

/**
 * The text without its notes, which stand where they are referred to; those to which nothing refers
 * stand at the end.
 */
export function placedTexts({ segments }: Edition, notes: ReadonlyMap<string, Note>): Segment[] {
  const referred = referredNotes(segments);
  const left = [...notes].filter(([label]) => !referred.has(label));
  return [
    ...segments.filter(({ kind }) => kind !== 'footnote'),
    ...left.flatMap(([, note]) => note.segments),
  ];
}

/**
 * The labels of the notes that texts refer to, in the order of the references. What a note refers to
 * does not count: Word and OpenDocument have no notes within notes.
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
