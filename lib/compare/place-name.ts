import type { Segment } from '../edition/model';

/** Labels by which a text is cited: “9:4”, “§ 12”. */
const canonicalLabel = /^(?:\d{1,3}:\d{1,3}[a-z]?|§+\s?\d+(?:\.\d+)*)/;

/** The part of a label that a text is cited by; undefined for a label that is none. */
export const canonicalName = (label = ''): string | undefined => canonicalLabel.exec(label)?.[0];

/** What a place is called in the margin: what its first label says, or else its number. */
export function placeName(number: number, segments: Iterable<Pick<Segment, 'label'>>): string {
  for (const { label } of segments) {
    const name = canonicalName(label);
    if (name) return name;
  }
  return String(number);
}
