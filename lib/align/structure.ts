import { labelValue } from '../language/numerals';
import type { AlignmentText } from './text';

/** Log weight that structure lends to a's [i, i + p) with b's [j, j + q). */
export type StructureEvidence = (i: number, p: number, j: number, q: number) => number;

/**
 * The log weight of equal labels, and of unequal ones. Numberings differ between editions: the
 * Psalms in Hebrew and in Greek, a verse left out and the others numbered on. So labels say less
 * than words and lengths do, and unequal ones say still less, since in another numbering all are.
 */
const equalLabels = 1;
const unequalLabels = -0.5;

/** Labels and headings: evidence, not law. */
export function structureEvidence(a: AlignmentText, b: AlignmentText): StructureEvidence {
  const labels = (text: AlignmentText) =>
    text.segments.map(({ label }) => (label ? labelValue(label) : null));
  const labelsA = labels(a);
  const labelsB = labels(b);
  const headsA = a.segments.map(({ kind }) => kind === 'heading');
  const headsB = b.segments.map(({ kind }) => kind === 'heading');
  return (i: number, p: number, j: number, q: number): number => {
    let evidence = 0;
    for (let s = i; s < i + p; s++) {
      for (let t = j; t < j + q; t++) {
        if (headsA[s] !== headsB[t]) evidence -= 3 / Math.max(p, q);
      }
    }
    // A heading inside a larger bead would swallow a division of the text.
    if (p + q > 2) {
      for (let s = i; s < i + p; s++) if (headsA[s]) evidence -= 2;
      for (let t = j; t < j + q; t++) if (headsB[t]) evidence -= 2;
    }
    const first = labelsA[i];
    const other = labelsB[j];
    if (first !== null && other !== null) evidence += first === other ? equalLabels : unequalLabels;
    return evidence;
  };
}
