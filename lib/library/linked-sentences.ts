import type { Edition } from '../edition/model';
import { sentences } from '../language/sentences';
import type { PairAlignment } from './alignments';

/** A sentence as the page shows it: a stretch of a segment, linked to its counterparts. */
export interface LinkedSentence {
  start: number;
  end: number;
  /** Sentences with a link in common correspond across editions. */
  links: string[];
}

/**
 * Names for the links between sentences: each sentence of the base carries the beads it is in,
 * one per other edition, and its counterparts carry the same.
 */
export function linkSentences(
  base: Edition,
  others: readonly Edition[],
  pairs: readonly PairAlignment[],
): Map<string, LinkedSentence[][]> {
  const found = new Map<string, LinkedSentence[][]>();
  const plain = (edition: Edition) =>
    edition.segments.map(({ text }) =>
      sentences(text, edition.language).map(({ start, end }) => ({
        start,
        end,
        links: [] as string[],
      })),
    );
  const inBase = plain(base);
  found.set(base.siglum, inBase);
  const flatBase = inBase.flat();
  others.forEach((edition, k) => {
    const inOther = plain(edition);
    found.set(edition.siglum, inOther);
    const flatOther = inOther.flat();
    pairs[k].sentences.beads.forEach(({ a, b }, n) => {
      if (a.length === 0 || b.length === 0) return;
      const link = `${k}-${n}`;
      for (const i of a) flatBase[i].links.push(link);
      for (const j of b) flatOther[j].links.push(link);
    });
  });
  // Editions that meet only through the base correspond through it: their sentences take on
  // the links of the base sentences they stand for.
  others.forEach((edition, k) => {
    const flat = found.get(edition.siglum)!.flat();
    pairs[k].sentences.beads.forEach(({ a, b }) => {
      for (const j of b) {
        const through = a.flatMap((i) => flatBase[i].links);
        flat[j].links = [...new Set([...flat[j].links, ...through])];
      }
    });
  });
  return found;
}
