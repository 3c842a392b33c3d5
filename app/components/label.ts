import { spaced } from '../../lib/edition/labels';
import type { Segment } from '../../lib/edition/model';

/** The number a text gives a segment, with the space that follows it. */
export function spacedLabel({ label, kind }: Pick<Segment, 'label' | 'kind'>): string {
  if (!label) return '';
  return kind === 'footnote' ? `${label}. ` : spaced(label);
}
