import { languageFamily } from '../edition/model';
import { negations } from '../language/negation';
import { quantities } from '../language/quantities';

/** A place where a translation may have slipped; a reader must judge. */
export type SlipKind = 'number' | 'negation' | 'name' | 'term' | 'missing' | 'added';

/** What speaks for a slip. `values` are the numbers that one side alone has. */
export type SlipReason =
  | { name: 'only-base' | 'only-here'; values: number[] }
  | { name: 'denied-base' | 'denied-here' | 'no-counterpart' | 'alone' }
  | { name: 'unnamed' | 'not-preferred'; word: string; rendering: string };

export interface Slip {
  kind: SlipKind;
  reason: SlipReason;
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
    slips.push({ kind: 'number', reason: { name: 'only-base', values: onlyA } });
  if (onlyB.length > 0)
    slips.push({ kind: 'number', reason: { name: 'only-here', values: onlyB } });
  const [denyA, denyB] = [
    negations(a.text, languageFamily(a.language)),
    negations(b.text, languageFamily(b.language)),
  ];
  if (denyA !== null && denyB !== null && denyA > 0 !== denyB > 0) {
    slips.push({ kind: 'negation', reason: { name: denyA > 0 ? 'denied-base' : 'denied-here' } });
  }
  return slips;
}

/** Values of one list that the other has not; how often each is said does not matter. */
function lacking(values: readonly number[], others: readonly number[]): number[] {
  const known = new Set(others);
  return [...new Set(values)].filter((value) => !known.has(value));
}
