import { type Bead, isPaired } from './bead';

/** Why a bead deserves a look. */
export const doubtReasons = [
  'alone',
  'elsewhere',
  'several',
  'length',
  'numbers',
  'words',
] as const;
export type DoubtReason = (typeof doubtReasons)[number];

export interface Doubt {
  /** Its number among the beads. */
  bead: number;
  reasons: DoubtReason[];
}

/** Beads less sure than this are put to the reviser. */
const doubtful = 0.8;
/** How many times longer than usual one side may be, beside the other. */
const usualRatio = 1.8;

/**
 * The beads that deserve a look, the least sure first, and why: a side has nothing, it stands elsewhere,
 * several correspond to several, one side is too long for the other, numbers are not the same, or, where it is
 * none of these, few words render each other.
 *
 * @param a what the beads are of, as `b` of the other side.
 */
export function doubtsOf(
  beads: readonly Bead[],
  a: readonly { text: string }[],
  b: readonly { text: string }[],
): Doubt[] {
  const textOf = (side: readonly { text: string }[], places: readonly number[]) =>
    places.map((k) => side[k].text).join(' ');
  const letters = (side: readonly { text: string }[]) =>
    side.reduce((sum, { text }) => sum + text.length, 0);
  const usual = letters(b) / Math.max(1, letters(a));
  return beads
    .flatMap((bead, k) => (bead.origin !== 'confirmed' && bead.score < doubtful ? [k] : []))
    .sort((x, y) => beads[x].score - beads[y].score || x - y)
    .map((k): Doubt => {
      const bead = beads[k];
      if (!isPaired(bead)) return { bead: k, reasons: ['alone'] };
      const [left, right] = [textOf(a, bead.a), textOf(b, bead.b)];
      const ratio = right.length / Math.max(1, left.length * usual);
      const reasons: DoubtReason[] = [];
      if (bead.transposition) reasons.push('elsewhere');
      if (bead.a.length > 1 && bead.b.length > 1) reasons.push('several');
      if (ratio > usualRatio || ratio < 1 / usualRatio) reasons.push('length');
      if (String(numbersIn(left)) !== String(numbersIn(right))) reasons.push('numbers');
      return { bead: k, reasons: reasons.length > 0 ? reasons : ['words'] };
    });
}

/** Numbers of two digits and more: single ones are often written as words. */
const numbersIn = (text: string): string[] =>
  [...text.normalize('NFKC').matchAll(/\d{2,}/g)].map(([digits]) => digits).sort();
