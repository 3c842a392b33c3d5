import { primaryLanguage, type SegmentKind } from '../edition/model';
import { labelValue } from '../language/numerals';
import { hasDictionary } from '../language/translate';
import { type Band, bandAround, bandOfGroups, bandSize, fullBand } from './band';
import { type Bead, range } from './bead';
import { boundSearch } from './coarse';
import { type Shape, searchLattice } from './lattice';
import { learnRenderings } from './learn';
import { fitLength, LengthEvidence, type LengthModel } from './length';
import {
  Lexical,
  prepareRenderings,
  type Renderings,
  usualRates,
  withLearnedRates,
} from './lexical';
import { type Entries, encode, knownEntries, type Side } from './vocabulary';

/** One side of an alignment: texts in order, with what else is known of each. */
export interface AlignmentText {
  language: string;
  segments: readonly { text: string; kind?: SegmentKind; label?: string }[];
}

/**
 * A partition of both sides that beads must respect: for each segment, the number of its group.
 * Numbers rise from 0 on both sides; a group may be empty on one.
 */
export interface Groups {
  a: Int32Array;
  b: Int32Array;
}

/** Lattices up to this many cells are searched whole; larger ones along anchors. */
const wholeLattice = 160_000;
const deepest = 4;

/**
 * Shapes of beads with the logs of their frequency: Gale and Church's counts for the common
 * ones, a geometric tail for the rest.
 */
const allShapes: readonly Shape[] = [
  { p: 1, q: 1, prior: Math.log(0.88) },
  { p: 1, q: 0, prior: Math.log(0.02) },
  { p: 0, q: 1, prior: Math.log(0.02) },
  { p: 1, q: 2, prior: Math.log(0.04) },
  { p: 2, q: 1, prior: Math.log(0.04) },
  { p: 2, q: 2, prior: Math.log(0.008) },
  ...[3, 4, 5, 6].flatMap((k) => [
    { p: 1, q: k, prior: Math.log(0.04 * 0.2 ** (k - 2)) },
    { p: k, q: 1, prior: Math.log(0.04 * 0.2 ** (k - 2)) },
  ]),
  { p: 2, q: 3, prior: Math.log(0.0015) },
  { p: 3, q: 2, prior: Math.log(0.0015) },
  { p: 3, q: 3, prior: Math.log(0.0008) },
  { p: 2, q: 4, prior: Math.log(0.0004) },
  { p: 4, q: 2, prior: Math.log(0.0004) },
  { p: 3, q: 4, prior: Math.log(0.0003) },
  { p: 4, q: 3, prior: Math.log(0.0003) },
  { p: deepest, q: deepest, prior: Math.log(0.0002) },
];
const widest = Math.max(...allShapes.map(({ p }) => p));
/** Enough for a first path through a long text, which only guides and teaches the second. */
const plainShapes = allShapes.filter(({ p, q }) => p + q <= 3);

/**
 * Aligns two texts: which segments of one correspond to which of the other.
 *
 * Two passes, as Moore (2002) and hunalign: the first by length, numbers, names, dictionary and
 * labels; then words that render each other are learned from the sure beads of the first, and
 * the second pass weighs all evidence again.
 *
 * @param groups when given, beads stay within them (sentences within aligned paragraphs).
 * @returns beads in order that cover each segment of both sides exactly once.
 */
export function alignTexts(a: AlignmentText, b: AlignmentText, groups?: Groups): Bead[] {
  const n = a.segments.length;
  const m = b.segments.length;
  if (n === 0 || m === 0) {
    return [
      ...range(0, n).map((i) => ({ a: [i], b: [], score: 1 })),
      ...range(0, m).map((j) => ({ a: [], b: [j], score: 1 })),
    ];
  }
  const sideA = encode(
    a.segments.map(({ text }) => text),
    a.language,
  );
  const sideB = encode(
    b.segments.map(({ text }) => text),
    b.language,
  );
  const structure = structureEvidence(a, b);
  const same = primaryLanguage(a.language) === primaryLanguage(b.language);

  const long = !groups && (n + 1) * (m + 1) > wholeLattice;
  let known = knownEntries(sideA, sideB);
  const bound = (): Band => {
    if (groups) return bandOfGroups(groups);
    if (!long) return fullBand(n, m);
    const { band, learned } = boundSearch(sideA, sideB, known);
    known = combine(known, learned, sideB.names.length);
    return band;
  };
  const pass = (band: Band, renderings: Renderings, length: LengthModel, shapes = allShapes) =>
    search({ a: sideA, b: sideB, band, shapes, renderings, length, structure, groups });

  const band = bound();
  const start = same
    ? usualRates.same
    : hasDictionary(a.language, b.language)
      ? usualRates.dictionary
      : usualRates.other;
  const first = pass(
    band,
    prepareRenderings(sideA, sideB, known, start),
    fitLength(sideA, sideB),
    long ? plainShapes : allShapes,
  );
  const learned = learnRenderings(sideA, sideB, first);
  const length = fitLength(sideA, sideB, lengthPairs(sideA, sideB, first));
  const entries = combine(known, learned, sideB.names.length);
  const renderings = withLearnedRates(
    sideA,
    sideB,
    prepareRenderings(sideA, sideB, entries, start),
    first,
  );
  // A long text's first path is a better guide than any anchors.
  const second = long ? bandAround(n, m, sureCorners(first), secondMargin) : band;
  return pass(second, renderings, length, observedShapes(first));
}

/** Beads' worth of faith in the usual frequency of shapes. */
const faith = 40;

/** The shapes with the frequencies of these very texts, as far as a first pass shows them. */
function observedShapes(beads: readonly Bead[]): Shape[] {
  const counts = new Map<string, number>();
  for (const { a, b } of beads) {
    const key = `${a.length}-${b.length}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return allShapes.map(({ p, q, prior }) => {
    const seen = counts.get(`${p}-${q}`) ?? 0;
    return { p, q, prior: Math.log((seen + faith * Math.exp(prior)) / (beads.length + faith)) };
  });
}

const secondMargin = 5;

/** Starts of sure one-to-one beads: where the second pass may count on the first. */
function sureCorners(beads: readonly Bead[]): [number, number][] {
  return beads
    .filter(({ a, b, score }) => score > 0.95 && a.length === 1 && b.length === 1)
    .map(({ a, b }) => [a[0], b[0]]);
}

interface Evidence {
  a: Side;
  b: Side;
  band: Band;
  shapes: readonly Shape[];
  renderings: Renderings;
  length: LengthModel;
  structure: (i: number, p: number, j: number, q: number) => number;
  groups?: Groups;
}

/** One search of the lattice with given evidence. */
function search(evidence: Evidence): Bead[] {
  const { a, b, band, shapes, renderings, length, structure, groups } = evidence;
  const n = a.ids.length;
  const m = b.ids.length;
  const lexical = new Lexical(a, b, renderings, widest + 1);
  const lengths = new LengthEvidence(length, a.lengths, b.lengths, widest);
  let opened = 0;

  const score = (s: number, i: number, j: number): number => {
    const { p, q, prior } = shapes[s];
    while (opened < i) {
      // Beads that end at this row or later may reach back over columns below its own bounds.
      const low = Math.max(0, band.from[opened] - widest);
      const high = Math.min(m, band.to[Math.min(n, opened + widest)]);
      lexical.openRow(opened, low, high);
      opened++;
    }
    if (groups && !sameGroup(groups, i, p, j, q)) return Number.NEGATIVE_INFINITY;
    if (p === 0 || q === 0) return prior;
    // Shapes that lengths rule out are not worth the words.
    if (p + q > 2) {
      const ratio = lengths.ratio(i, p, j, q);
      if (ratio > 4 || ratio < 0.25) return Number.NEGATIVE_INFINITY;
    }
    return (
      prior +
      lengths.of(i, p, j, q) * lengthWeight +
      lexical.weigh(i - p, p, j - q, q) * wordWeight +
      structure(i - p, p, j - q, q)
    );
  };
  if (bandSize(band) * shapes.length > 2 ** 28) return byLengthAlone(n, m);
  return searchLattice(n, m, band, shapes, score, 1);
}

/** Whether the bead that ends at (i, j) lies in one group of both sides. */
function sameGroup(groups: Groups, i: number, p: number, j: number, q: number): boolean {
  const group = p > 0 ? groups.a[i - 1] : groups.b[j - 1];
  return (
    (p === 0 || groups.a[i - p] === group) &&
    (q === 0 || (groups.b[j - q] === group && groups.b[j - 1] === group))
  );
}

const lengthWeight = 1.1;
const wordWeight = 1.2;

/** When nothing bounds the search: pairs in proportion, with no certainty claimed. */
function byLengthAlone(n: number, m: number): Bead[] {
  const beads: Bead[] = [];
  const short = Math.min(n, m);
  for (let k = 0; k < short; k++) {
    const a = range(
      Math.floor((k * n) / short),
      Math.floor(((k + 1) * n) / short) - Math.floor((k * n) / short),
    );
    const b = range(
      Math.floor((k * m) / short),
      Math.floor(((k + 1) * m) / short) - Math.floor((k * m) / short),
    );
    beads.push({ a, b, score: 0 });
  }
  return beads;
}

/** Labels and headings: evidence, not law. */
function structureEvidence(a: AlignmentText, b: AlignmentText) {
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
    if (first !== null && other !== null) evidence += first === other ? 2 : -2;
    return evidence;
  };
}

function combine(known: Entries, learned: Entries, columns: number): Entries {
  const weights = new Map<number, number>();
  for (const [x, y, weight] of known) weights.set(x * columns + y, weight);
  for (const [x, y, weight] of learned) {
    const key = x * columns + y;
    // Two witnesses that the words render each other (noisy or).
    weights.set(key, 1 - (1 - (weights.get(key) ?? 0)) * (1 - weight));
  }
  return [...weights].map(([key, weight]) => [Math.floor(key / columns), key % columns, weight]);
}

function lengthPairs(a: Side, b: Side, beads: readonly Bead[]): [number, number][] {
  const total = (side: Side, segments: number[]) =>
    segments.reduce((sum, segment) => sum + side.lengths[segment], 0);
  return beads
    .filter((bead) => bead.score > 0.5 && bead.a.length === 1 && bead.b.length === 1)
    .map((bead) => [total(a, bead.a), total(b, bead.b)]);
}
