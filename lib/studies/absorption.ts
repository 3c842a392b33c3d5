import { type Bead, isPaired } from '../align/bead';
import type { PlacedSentence } from '../align/levels';
import type { PairSentences } from '../compare/alignments';
import type { LinkedPassages } from '../compare/word-links';
import { languageFamily } from '../edition/model';
import { isFunctionWord } from '../language/closed-class';
import { tokenize } from '../language/tokens';

/** Links less sure than this show nothing. */
const surely = 0.5;
/** The share of a sentence's words that a neighbour's counterpart renders, which says that it is there. */
const clearly = 1 / 2;
/** The same where the lengths speak for it, too. */
const perhaps = 1 / 5;
/** Fewer words may be said again in the counterpart for another reason; one less will do where lengths fit better. */
const fewest = 3;
/** How far lengths are from what is usual in sentences that render each other, as a logarithm. */
const usual = Math.log(4 / 3);

/**
 * Makes what tells whether a sentence without a counterpart is rendered in that of the sentence before or after
 * it: the editions cut their sentences differently, and nothing is missing. Its words speak for that, and the
 * length of the counterpart, which fits with it (as in Gale and Church, 1993).
 *
 * @param languages of the two editions.
 * @param linker words that render each other in sentences that are taken together.
 */
export function absorption(
  { a, b, beads }: PairSentences,
  languages: { a: string; b: string },
  linker: (bead: Bead) => LinkedPassages,
): (at: number) => boolean {
  const letters = (side: readonly PlacedSentence[], chosen: readonly number[]) =>
    chosen.reduce((sum, k) => sum + side[k].text.trim().length, 0);
  const total = (count: (bead: Bead) => number) =>
    beads.filter(isPaired).reduce((sum, bead) => sum + count(bead), 0);
  /** Letters of b for one of a. */
  const ratio =
    total((bead) => letters(b, bead.b)) /
    Math.max(
      1,
      total((bead) => letters(a, bead.a)),
    );
  /** How far the lengths of a bead are from what is usual, as a logarithm. */
  const off = (bead: Bead) => Math.abs(Math.log(letters(b, bead.b) / (letters(a, bead.a) * ratio)));
  return (at) => {
    const bead = beads[at];
    const side = bead.a.length > 0 ? 'a' : 'b';
    const language = languages[side];
    return [beads[at - 1], beads[at + 1]].some((near) => {
      if (!near || !isPaired(near)) return false;
      const both = together(bead, near);
      const passages = linker(both);
      const own = side === 'a' ? bead.a.map((k) => a[k]) : bead.b.map((k) => b[k]);
      const isOwn = (start: number, end: number) => {
        const [segment, from] = passages[side].placeOf(start, end);
        return own.some(
          (each) => each.segment === segment && each.start <= from && from < each.end,
        );
      };
      const words = tokenize(passages[side].text, language).filter(
        ({ kind, norm, start, end }) =>
          kind === 'word' && !isFunctionWord(norm, languageFamily(language)) && isOwn(start, end),
      );
      const sure = passages.links().filter(({ score }) => score >= surely);
      const rendered = words.filter((word) =>
        sure.some((link) => {
          const [from, to] = link[side];
          return from < word.end && to > word.start;
        }),
      );
      const share = rendered.length / words.length;
      const isCloser = off(both) < off(near);
      if (words.length === 0) return isCloser;
      if (share < perhaps || rendered.length < (isCloser ? fewest - 1 : fewest)) return false;
      return share >= clearly || isCloser || off(both) < usual;
    });
  };
}

const inOrder = (...parts: (readonly number[])[]) => parts.flat().sort((x, y) => x - y);

const together = (bead: Bead, near: Bead): Bead => ({
  ...near,
  a: inOrder(bead.a, near.a),
  b: inOrder(bead.b, near.b),
});
