import type { Segment } from '../../lib/edition/model';

/** The number a text gives a segment, with the space that follows it. */
export function spacedLabel({ label, kind }: Pick<Segment, 'label' | 'kind'>): string {
  if (!label) return '';
  if (kind === 'footnote') return `${label}. `;
  // Full-width brackets and the Chinese comma bring their own space.
  return /[）、]$/.test(label) ? label : `${label} `;
}
