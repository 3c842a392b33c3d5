import type { Edition } from '../edition/model';
import { canonicalName } from './place-name';

/** What passages of an edition are called by who cites them. */
export interface SegmentNames {
  /** Of each segment its canonical label, or ''; empty where the edition has none. */
  labels: string[];
  /** The headings of its highest level, by index of their segments. */
  headings: { index: number; text: string }[];
}

export function segmentNames({ segments }: Edition): SegmentNames {
  const labels = segments.map(({ label }) => canonicalName(label) ?? '');
  const headings = segments.flatMap(({ kind, level = 1, text }, index) =>
    kind === 'heading' ? [{ index, level, text }] : [],
  );
  const top = Math.min(...headings.map(({ level }) => level));
  return {
    labels: labels.some((label) => label !== '') ? labels : [],
    headings: headings
      .filter(({ level }) => level === top)
      .map(({ index, text }) => ({ index, text })),
  };
}
