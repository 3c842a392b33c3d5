import type { SentenceCut } from './model';

/** What can be confirmed of two editions: links of their segments, or of their sentences. */
export const correctedUnits = ['paragraph', 'sentence'] as const;
export type CorrectedUnit = (typeof correctedUnits)[number];

/**
 * A sentence is known by its segment and by where in it it begins (UTF-16): `p6f8fd077@42`. So it
 * stays the same whatever is cut before it.
 */
export const sentenceId = (segment: string, start: number): string => `${segment}@${start}`;

/** The segment of a sentence and where the sentence begins in it; null for what is not the id of a sentence. */
export function sentencePlace(id: string): { segment: string; at: number } | null {
  const found = /^(.+)@(\d{1,8})$/.exec(id);
  return found && { segment: found[1], at: Number(found[2]) };
}

/** What two cuts that say the same have in common, whenever they were made. */
export const cutKey = ({ edition, segment, at, kind }: SentenceCut): string =>
  JSON.stringify([edition, segment, at, kind]);
