import { spaced } from '../../edition/labels';
import type { Edition, Segment, Work } from '../../edition/model';
import type { ComparedRow } from '../../library/comparison';
import type { PlacedNote } from '../../library/notes';

/** A work as it is exported: editions laid out in rows, with what people have said of them. */
export interface ExportedWork {
  work: Work;
  editions: Edition[];
  base: Edition;
  rows: ComparedRow[];
  notes: PlacedNote[];
}

/** A segment's text with the number the text gives it. */
export function labelledText({ label, text }: Pick<Segment, 'label' | 'text'>): string {
  return label ? spaced(label) + text : text;
}

/** XML 1.0 has no place for these, escaped or not; they carry nothing. */
export function xmlText(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
}
