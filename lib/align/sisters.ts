import type { Bead } from './bead';
import type { AlignmentText } from './text';

/**
 * A text with, beside each segment, the same passage in a sister edition of its language. A
 * translator who strays from the original is held to it by one who does not: where three or more
 * editions are at hand, what two say in one language helps both to be aligned with the third.
 *
 * @param beads of the text (as a) with its sister; only passages that are whole in it count.
 */
export function withSister(
  text: AlignmentText,
  sister: AlignmentText,
  beads: readonly Bead[],
): AlignmentText {
  const also = new Map<number, string>();
  for (const { a, b, score } of beads) {
    if (a.length !== 1 || b.length === 0 || score < 0.8) continue;
    also.set(a[0], b.map((j) => sister.segments[j].text).join(' '));
  }
  return {
    language: text.language,
    segments: text.segments.map(({ text: own, kind, label, also: before }, i) => {
      const more = [before, also.get(i)].filter(Boolean).join(' ');
      return { text: own, kind, label, ...(more ? { also: more } : {}) };
    }),
  };
}
