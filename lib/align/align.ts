import { comparedLanguage } from '../edition/model';
import { hasDictionary } from '../language/translate';
import { type Band, bandOfGroups, bandSize, fullBand, widened } from './band';
import { type Bead, isPaired, range } from './bead';
import { boundSearch, openBand } from './coarse';
import { reopenedBand } from './derailed';
import { Evidence, search } from './evidence';
import { excerptOf, shapesOfExcerpt } from './excerpt';
import type { Shape } from './lattice';
import { learnRenderings } from './learn';
import { fitLength } from './length';
import { prepareRenderings, usualRates, withLearnedRates } from './lexical';
import { relatedness } from './relatedness';
import { allShapes, countedShapes, plainShapes } from './shapes';
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
  /** Called with the renderings that these texts teach, the sure ones. */
  onLearned?: (renderings: Rendering[]) => void;
  /** Called from time to time with the share of the work that is done, 0 to 1. */
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
  // Where every line repeats the last, evidence cannot tell them apart; order does.
  if (!groups && isSameText(a, b)) return range(0, n).map((i) => ({ a: [i], b: [i], score: 1 }));
  const part = (from: number, to: number) =>
    progress && ((share: number) => progress(from + (to - from) * share));
  const [sideA, sideB] = [encode(a), encode(b)];
  const structure = structureEvidence(a, b);
  const large = (n + 1) * (m + 1) > wholeLattice;
  const long = large && !groups;
  let known = knownEntries(sideA, sideB);
  if (lexicon) known = combine(known, entriesOf(sideA, sideB, lexicon), sideB.names.length);
  const beforehand = known;
  const start = startingRates(a.language, b.language);
  let band: Band;
  if (groups) band = bandOfGroups(groups);
  else if (!long) band = fullBand(n, m);
  else {
    const bound = boundSearch(sideA, sideB, known, start);
    band = bound.band;
    known = combine(known, bound.learned, sideB.names.length);
  }
  // Where that leaves all open, nothing corresponds; rarer shapes would find chance in it.
  const lost = long && bandSize(band) > openBand(n, m);

  const excerpt = groups ? null : excerptOf(sideA, sideB);
  const shapesHere = (of: readonly Shape[]) => (excerpt ? shapesOfExcerpt(of, excerpt) : of);
  let evidence = new Evidence(
    sideA,
    sideB,
    prepareRenderings(sideA, sideB, known, start),
    fitLength(sideA, sideB, [], excerpt?.ratio),
    structure,
  );
  let shapes: readonly Shape[] = shapesHere(plainShapes);
  let found = search(evidence, band, shapes, { groups, progress: part(0.1, 0.4) });
  for (let round = 0; round < rounds + Number(long); round++) {
    if (round === rounds) {
      const wider = reopenedBand(found.beads, found.support, n, m);
      if (!wider) break;
      found = search(evidence, wider, shapesHere(plainShapes));
    }
    const { beads, support, counts } = found;
    if (!groups) band = widened(support, m, secondMargin);
    const learned = learnRenderings(sideA, sideB, beads);
    onLearned?.(sureRenderings(sideA, sideB, learned));
    const entries = combine(known, learned, sideB.names.length);
    const renderings = prepareRenderings(sideA, sideB, entries, start);
    evidence = new Evidence(
      sideA,
      sideB,
      withLearnedRates(sideA, sideB, renderings, beads),
      fitLength(sideA, sideB, lengthPairs(sideA, sideB, beads), excerpt?.ratio),
      structure,
    );
    const tried = shapesHere(lost ? plainShapes : allShapes);
    // The first pass has tried too few shapes to say how common each is.
    shapes = round === 0 ? tried : countedShapes(tried, shapes, counts);
    found = search(evidence, band, shapes, {
      groups,
      estimate: (seen) => countedShapes(tried, tried, seen),
      progress: part(0.4 + (0.55 * round) / rounds, 0.4 + (0.55 * (round + 1)) / rounds),
    });
  }
  const related = relatedness(sideA, sideB, beforehand, found.beads);
  const beads = found.beads.map((bead) =>
    isPaired(bead) ? { ...bead, score: bead.score * related } : bead,
  );
  // Within groups nothing can stand elsewhere.
  return groups ? beads : findTranspositions(evidence, beads);
}

function isSameText(a: AlignmentText, b: AlignmentText): boolean {
  return (
    a.segments.length === b.segments.length &&
    a.segments.every(({ text }, i) => text === b.segments[i].text)
  );
}

function startingRates(a: string, b: string) {
  if (comparedLanguage(a) === comparedLanguage(b)) return usualRates.same;
  return hasDictionary(a, b) ? usualRates.dictionary : usualRates.other;
}

/** What a text teaches is learned and used this often. */
const rounds = 2;

/** Cells beyond what the paths of one search pass through that the next one still looks at. */
const secondMargin = 5;

function lengthPairs(a: Side, b: Side, beads: readonly Bead[]): [number, number][] {
  return beads
    .filter((bead) => bead.score > 0.5 && bead.a.length === 1 && bead.b.length === 1)
    .map((bead) => [a.lengths[bead.a[0]], b.lengths[bead.b[0]]]);
}
