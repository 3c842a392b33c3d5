import { primaryLanguage } from '../edition/model';
import { hasDictionary } from '../language/translate';
import { type Band, bandAround, bandOfGroups, bandSize, fullBand } from './band';
import { type Bead, range } from './bead';
import { boundSearch, widestBand } from './coarse';
import { Evidence, search } from './evidence';
import { learnRenderings } from './learn';
import { fitLength } from './length';
import { prepareRenderings, usualRates, withLearnedRates } from './lexical';
import { allShapes, observedShapes, plainShapes } from './shapes';
import { structureEvidence } from './structure';
import type { AlignmentText, Groups, Rendering } from './text';
import { findTranspositions } from './transpositions';
import { combine, encode, entriesOf, knownEntries, type Side, sureRenderings } from './vocabulary';

export type { AlignmentText, Groups } from './text';

/** Lattices up to this many cells are searched whole; larger ones along anchors. */
const wholeLattice = 160_000;

export interface AlignOptions {
  /** Beads stay within these (sentences within aligned paragraphs). */
  groups?: Groups;
  /** Renderings learned elsewhere, from other works in these languages. */
  lexicon?: readonly Rendering[];
  /** Told the renderings that these texts teach, the sure ones. */
  onLearned?: (renderings: Rendering[]) => void;
  /** Told from time to time what share of the work is done, 0 to 1. */
  progress?: (share: number) => void;
}

/**
 * Aligns two texts: which segments of one correspond to which of the other.
 *
 * Two passes, as Moore (2002) and hunalign: the first by length, numbers, names, dictionary and
 * labels; then words that render each other are learned from the sure beads of the first, and
 * the second pass weighs all evidence again (in short texts once more). Passages that stand
 * elsewhere are found last, among what the monotone passes left alone.
 *
 * @returns beads in the order of a's segments (those without any where they stand in b). They
 *   cover each segment of both sides exactly once; beads out of order are transpositions.
 */
export function alignTexts(
  a: AlignmentText,
  b: AlignmentText,
  { groups, lexicon, onLearned, progress }: AlignOptions = {},
): Bead[] {
  const n = a.segments.length;
  const m = b.segments.length;
  if (n === 0 || m === 0) {
    return [
      ...range(0, n).map((i) => ({ a: [i], b: [], score: 1 })),
      ...range(0, m).map((j) => ({ a: [], b: [j], score: 1 })),
    ];
  }
  const part = (from: number, to: number) =>
    progress && ((share: number) => progress(from + (to - from) * share));
  const [sideA, sideB] = [encode(a), encode(b)];
  const structure = structureEvidence(a, b);
  const large = (n + 1) * (m + 1) > wholeLattice;
  const long = large && !groups;
  let known = knownEntries(sideA, sideB);
  if (lexicon) known = combine(known, entriesOf(sideA, sideB, lexicon), sideB.names.length);
  let band: Band;
  if (groups) band = bandOfGroups(groups);
  else if (!long) band = fullBand(n, m);
  else {
    const bound = boundSearch(sideA, sideB, known);
    band = bound.band;
    known = combine(known, bound.learned, sideB.names.length);
  }

  const start = startingRates(a.language, b.language);
  let evidence = new Evidence(
    sideA,
    sideB,
    prepareRenderings(sideA, sideB, known, start),
    fitLength(sideA, sideB),
    structure,
  );
  let beads = search(evidence, band, long ? plainShapes : allShapes, {
    groups,
    progress: part(0.1, 0.4),
  });
  // A long text's first path is a better guide than any anchors.
  if (long) band = bandAround(n, m, sureCorners(beads), secondMargin);
  // Where even that leaves all open, nothing corresponds; rarer shapes would find chance in it.
  const lost = long && bandSize(band) > widestBand * (n + m);
  for (let round = 0; round < (large ? 1 : shortRounds); round++) {
    const learned = learnRenderings(sideA, sideB, beads);
    onLearned?.(sureRenderings(sideA, sideB, learned));
    const entries = combine(known, learned, sideB.names.length);
    const renderings = prepareRenderings(sideA, sideB, entries, start);
    evidence = new Evidence(
      sideA,
      sideB,
      withLearnedRates(sideA, sideB, renderings, beads),
      fitLength(sideA, sideB, lengthPairs(sideA, sideB, beads)),
      structure,
    );
    const shapes = observedShapes(lost ? plainShapes : allShapes, beads);
    beads = search(evidence, band, shapes, { groups, progress: part(0.55, 0.95) });
  }
  // Within groups nothing can stand elsewhere.
  return groups ? beads : findTranspositions(evidence, beads);
}

function startingRates(a: string, b: string) {
  if (primaryLanguage(a) === primaryLanguage(b)) return usualRates.same;
  return hasDictionary(a, b) ? usualRates.dictionary : usualRates.other;
}

/** A short text teaches little at a time: it is learned from and searched again this often. */
const shortRounds = 2;

const secondMargin = 5;

/** Starts of sure one-to-one beads: where the second pass may count on the first. */
function sureCorners(beads: readonly Bead[]): [number, number][] {
  return beads
    .filter(({ a, b, score }) => score > 0.95 && a.length === 1 && b.length === 1)
    .map(({ a, b }) => [a[0], b[0]]);
}

function lengthPairs(a: Side, b: Side, beads: readonly Bead[]): [number, number][] {
  return beads
    .filter((bead) => bead.score > 0.5 && bead.a.length === 1 && bead.b.length === 1)
    .map((bead) => [a.lengths[bead.a[0]], b.lengths[bead.b[0]]]);
}
