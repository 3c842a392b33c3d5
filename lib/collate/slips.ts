import { languageFamily } from '../edition/model';
import { denialIn } from '../language/negation';
import { mentionedQuantities, quantities, readsNumberWords } from '../language/quantities';

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

/**
 * What the one passage says and the other does not: numbers, dates, negations.
 *
 * @param around the passages with those before and after them: a number that stands there is not lacking,
 *   as sentences are divided differently.
 */
export function findSlips({ a, b }: PassagePair, around: PassagePair = { a, b }): Slip[] {
  const slips: Slip[] = [];
  const onlyA = lacking(a, b, around);
  const onlyB = lacking(b, a, { a: around.b, b: around.a });
  if (onlyA.length > 0)
    slips.push({ kind: 'number', reason: { name: 'only-base', values: onlyA } });
  if (onlyB.length > 0)
    slips.push({ kind: 'number', reason: { name: 'only-here', values: onlyB } });
  const [denyA, denyB] = [
    denialIn(a.text, languageFamily(a.language)),
    denialIn(b.text, languageFamily(b.language)),
  ];
  if (denyA === 'clear' && denyB === 'none') {
    slips.push({ kind: 'negation', reason: { name: 'denied-base' } });
  }
  if (denyB === 'clear' && denyA === 'none') {
    slips.push({ kind: 'negation', reason: { name: 'denied-here' } });
  }
  return slips;
}

type Passage = PassagePair['a'];

/**
 * Numbers of one passage that the other does not have; how often each is said does not matter. Where the
 * number words of the other's language are not known, only a number in digits of its own speaks against it.
 */
function lacking(passage: Passage, other: Passage, around: PassagePair): number[] {
  const known = mentionedQuantities(around.b.text, other.language);
  const values = quantities(passage.text, passage.language).filter((value) => !known.has(value));
  if (values.length === 0 || readsNumberWords(other.language)) return [...new Set(values)];
  const own = mentionedQuantities(around.a.text, passage.language);
  const others = quantities(other.text, other.language);
  return others.some((value) => !own.has(value)) ? [...new Set(values)] : [];
}
