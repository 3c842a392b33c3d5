import { primaryLanguage } from '../edition/model';
import { negations } from '../language/negation';
import { quantities } from '../language/quantities';

/** A place where a translation may have slipped; a reader must judge. */
export type SlipKind = 'number' | 'negation' | 'name' | 'missing' | 'added';

export interface Slip {
  kind: SlipKind;
  /** What is found on one side alone, in words. */
  detail: string;
}

/** Passages that correspond, in two languages or one. */
export interface PassagePair {
  a: { text: string; language: string };
  b: { text: string; language: string };
}

/** What the one passage says and the other does not: numbers, dates, negations. */
export function findSlips({ a, b }: PassagePair): Slip[] {
  const slips: Slip[] = [];
  const [inA, inB] = [quantities(a.text, a.language), quantities(b.text, b.language)];
  const onlyA = lacking(inA, inB);
  const onlyB = lacking(inB, inA);
  if (onlyA.length > 0)
    slips.push({ kind: 'number', detail: `${onlyA.join(', ')} only in the base` });
  if (onlyB.length > 0) slips.push({ kind: 'number', detail: `${onlyB.join(', ')} only here` });
  const [denyA, denyB] = [
    negations(a.text, primaryLanguage(a.language)),
    negations(b.text, primaryLanguage(b.language)),
  ];
  if (denyA !== null && denyB !== null && denyA > 0 !== denyB > 0) {
    slips.push({
      kind: 'negation',
      detail:
        denyA > 0
          ? 'the base denies something, this does not'
          : 'denies something, the base does not',
    });
  }
  return slips;
}

/** Values of one list that the other has not; how often each is said does not matter. */
function lacking(values: readonly number[], others: readonly number[]): number[] {
  const known = new Set(others);
  return [...new Set(values)].filter((value) => !known.has(value));
}
