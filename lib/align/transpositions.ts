import { fullBand } from './band';
import { type Bead, byOrder, isPaired } from './bead';
import { type Evidence, search } from './evidence';
import { allShapes } from './shapes';
import type { Side, Table } from './vocabulary';

/** Rarest words of a lone segment by which it is looked up. */
const rarest = 12;
/** Words that stand in more lone segments than this say none of them. */
const maxPlaces = 60;
/** Log ratio, above that of picking one among all, at which a match far away of two lone segments is believed. */
const belief = 3;
/** The same where a pair must be broken up for it, which must also have so much less evidence. */
const beliefAgainstPair = 6;
/** A pair with more log evidence than this stands where it is. */
const surePair = 12;
/** A moved chapter longer than this is aligned in parts, so that its lattice stays small. */
const longestPassage = 300;
/** Matches so near each other on both sides are one passage. */
const reach = 3;

/**
 * Passages that stand in another place: among the segments that a monotone alignment leaves
 * alone on both sides, those that say the same. Neighbouring matches are taken for one passage
 * and aligned within, so that merged and split paragraphs are found there too. Pairs with hardly any
 * evidence are broken up where one of the two says the same as a segment left alone: something else
 * may have been put where a passage stood.
 *
 * @returns the beads, those that were found marked as transpositions; covering all as before.
 */
export function findTranspositions(evidence: Evidence, beads: readonly Bead[]): Bead[] {
  const nulls = beads.filter((bead) => !isPaired(bead));
  if (nulls.length === 0) return [...beads];
  const lone = { a: new Set(nulls.flatMap(({ a }) => a)), b: new Set(nulls.flatMap(({ b }) => b)) };
  const believed = mutualBest(evidence, [...lone.a], [...lone.b], belief);
  for (const { i, j } of believed) {
    lone.a.delete(i);
    lone.b.delete(j);
  }
  believed.push(...clearlyElsewhere(evidence, beads, lone));
  for (const { i, j } of believed) {
    lone.a.add(i);
    lone.b.add(j);
  }
  if (believed.length === 0) return [...beads];

  const { a: freeA, b: freeB } = lone;
  const found: Bead[] = [];
  for (const passage of passages(believed)) {
    const [i0, i1] = widen(passage.a, freeA);
    const [j0, j1] = widen(passage.b, freeB);
    const { beads: within } = search(evidence, fullBand(i1 - i0, j1 - j0), allShapes, {
      start: [i0, j0],
    });
    for (const bead of within) {
      if (!isPaired(bead) || bead.score < 0.5) continue;
      found.push({ ...bead, transposition: true });
      for (const i of bead.a) freeA.delete(i);
      for (const j of bead.b) freeB.delete(j);
    }
  }
  return byOrder([...beads.flatMap((bead) => withoutMoved(bead, found)), ...found]);
}

/** What is left of a bead of which some segments stand elsewhere: nulls, as sure as it is that those do. */
function withoutMoved(bead: Bead, moved: readonly Bead[]): Bead[] {
  const taken = moved.filter(
    ({ a, b }) => bead.a.some((i) => a.includes(i)) || bead.b.some((j) => b.includes(j)),
  );
  if (taken.length === 0) return [bead];
  const score = Math.min(...taken.map((each) => each.score));
  return [
    ...bead.a
      .filter((i) => !taken.some(({ a }) => a.includes(i)))
      .map((i) => ({ a: [i], b: [], score })),
    ...bead.b
      .filter((j) => !taken.some(({ b }) => b.includes(j)))
      .map((j) => ({ a: [], b: [j], score })),
  ];
}

/** Matches of lone segments with those of pairs that have clearly less evidence. */
function clearlyElsewhere(
  evidence: Evidence,
  beads: readonly Bead[],
  lone: { a: ReadonlySet<number>; b: ReadonlySet<number> },
): Match[] {
  if (lone.a.size + lone.b.size === 0) return [];
  const [ofA, ofB] = [new Map<number, number>(), new Map<number, number>()];
  for (const { a, b } of beads) {
    if (a.length !== 1 || b.length !== 1) continue;
    evidence.openRow(a[0], b[0], b[0] + 1);
    const weight = evidence.weigh(a[0] + 1, 1, b[0] + 1, 1);
    if (weight > surePair) continue;
    ofA.set(a[0], weight);
    ofB.set(b[0], weight);
  }
  return [
    ...mutualBest(evidence, [...ofA.keys()], [...lone.b], beliefAgainstPair).filter(
      ({ i, weight }) => weight > ofA.get(i)! + beliefAgainstPair,
    ),
    ...mutualBest(evidence, [...lone.a], [...ofB.keys()], beliefAgainstPair).filter(
      ({ j, weight }) => weight > ofB.get(j)! + beliefAgainstPair,
    ),
  ];
}

interface Match {
  i: number;
  j: number;
  /** Log ratio to chance that the two correspond. */
  weight: number;
}

/** Pairs of segments, each the other's best, that chance does not explain. */
function mutualBest(evidence: Evidence, loneA: number[], loneB: number[], above: number): Match[] {
  const { a, b, renderings } = evidence;
  const candidates = candidatesByRareWords(a, b, renderings.forward, loneA, loneB);
  const least = above + Math.log(loneA.length * loneB.length) / 2;
  const best = new Map<number, { i: number; weight: number }>();
  const chosen = new Map<number, number>();
  for (const [i, columns] of candidates) {
    let top = { j: -1, weight: least };
    for (const j of columns) {
      evidence.openRow(i, j, j + 1);
      const weight = evidence.weigh(i + 1, 1, j + 1, 1);
      if (weight > top.weight) top = { j, weight };
    }
    if (top.j < 0) continue;
    chosen.set(i, top.j);
    const rival = best.get(top.j);
    if (!rival || top.weight > rival.weight) best.set(top.j, { i, weight: top.weight });
  }
  return [...chosen].flatMap(([i, j]) => {
    const rival = best.get(j);
    return rival?.i === i ? [{ i, j, weight: rival.weight }] : [];
  });
}

function candidatesByRareWords(
  a: Side,
  b: Side,
  table: Table,
  loneA: number[],
  loneB: number[],
): [i: number, columns: number[]][] {
  const places = new Map<number, number[]>();
  for (const j of loneB) {
    for (const f of b.ids[j]) {
      const list = places.get(f);
      if (list) list.push(j);
      else places.set(f, [j]);
    }
  }
  return loneA.map((i) => {
    const votes = new Map<number, number>();
    const rare = [...a.ids[i]].sort((x, y) => a.frequency[x] - a.frequency[y]).slice(0, rarest);
    for (const f of rare) {
      for (let e = table.offsets[f]; e < table.offsets[f + 1]; e++) {
        const there = places.get(table.targets[e]);
        if (!there || there.length > maxPlaces) continue;
        for (const j of there) votes.set(j, (votes.get(j) ?? 0) + table.weights[e] / there.length);
      }
    }
    const likely = [...votes].sort((x, y) => y[1] - x[1]).slice(0, 8);
    return [i, likely.map(([j]) => j)];
  });
}

/** Runs of matches that lie close together, in order, on both sides. */
function passages(matches: Match[]): { a: [number, number]; b: [number, number] }[] {
  const out: { a: [number, number]; b: [number, number] }[] = [];
  for (const { i, j } of matches.sort((x, y) => x.i - y.i)) {
    const last = out.at(-1);
    const near = last && i - last.a[1] < reach && j >= last.b[1] && j - last.b[1] < reach;
    if (near && i - last.a[0] < longestPassage) {
      last.a[1] = i + 1;
      last.b[1] = j + 1;
    } else out.push({ a: [i, i + 1], b: [j, j + 1] });
  }
  return out;
}

/** A stretch with the free segments on either side of it, and no others between. */
function widen([from, to]: [number, number], free: ReadonlySet<number>): [number, number] {
  // What a passage spans but is not free belongs to other beads: keep to its first free stretch.
  let start = from;
  while (start < to && !free.has(start)) start++;
  let end = start;
  while (end < to && free.has(end)) end++;
  for (let k = 0; k < reach && free.has(start - 1); k++) start--;
  for (let k = 0; k < reach && free.has(end); k++) end++;
  return [start, end];
}
