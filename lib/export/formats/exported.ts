import { spaced } from '../../edition/labels';
import type { Edition, Segment, Work } from '../../edition/model';
import type { CollatedRow } from '../../library/collation';
import type { ComparedRow } from '../../library/comparison';
import type { PlacedNote } from '../../library/notes';

export { xmlText } from '../xml-text';

/** A work as it is exported: editions laid out in rows, with what people have said of them. */
export interface ExportedWork {
  work: Work;
  editions: Edition[];
  base: Edition;
  rows: ComparedRow[];
  notes: PlacedNote[];
  /** For each language of several editions: their apparatus. Made only where a form wants it. */
  apparatus: { language: string; rows: CollatedRow[] }[];
}

/** A segment's text with the number the text gives it. */
export function labelledText({ label, text }: Pick<Segment, 'label' | 'text'>): string {
  return label ? spaced(label) + text : text;
}
