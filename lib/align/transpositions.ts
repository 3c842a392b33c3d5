import { fullBand } from './band';
import { type Bead, byOrder, isPaired } from './bead';
import { type Evidence, search } from './evidence';
import { allShapes } from './shapes';
import type { Side, Table } from './vocabulary';

/** Rarest words of a lone segment by which it is looked up. */
const rarest = 12;
/** Words that stand in more lone segments than this say none of them. */
const maxPlaces = 60;
/** Log ratio, above that of picking one among all, at which a match far away is believed. */
const belief = 6;
/** A moved chapter longer than this is aligned in parts, so that its lattice stays small. */
const longestPassage = 300;
/** Matches so near each other on both sides are one passage. */
const reach = 3;

/**
 * Passages that stand in another place: among the segments that a monotone alignment leaves
 * alone on both sides, those that say the same. Neighbouring matches are taken for one passage
 * and aligned within, so that merged and split paragraphs are found there too.
 *
 * @returns the beads, those that were found marked as transpositions; covering all as before.
 */
export function findTranspositions(evidence: Evidence, beads: readonly Bead[]): Bead[] {
  const loneA = beads.filter(({ b }) => b.length === 0).flatMap(({ a }) => a);
  const loneB = beads.filter(({ a }) => a.length === 0).flatMap(({ b }) => b);
  if (loneA.length === 0 || loneB.length === 0) return [...beads];
  const matches = mutualBest(evidence, loneA, loneB);
  if (matches.length === 0) return [...beads];

  const freeA = new Set(loneA);
  const freeB = new Set(loneB);
  const found: Bead[] = [];
  for (const passage of passages(matches)) {
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
  const kept = beads.filter(
    (bead) =>
      isPaired(bead) || bead.a.some((i) => freeA.has(i)) || bead.b.some((j) => freeB.has(j)),
  );
  return byOrder([...kept, ...found]);
}

interface Match {
  i: number;
  j: number;
}

/** Pairs of lone segments, each the other's best, that chance does not explain. */
function mutualBest(evidence: Evidence, loneA: number[], loneB: number[]): Match[] {
  const { a, b, renderings } = evidence;
  const candidates = candidatesByRareWords(a, b, renderings.forward, loneA, loneB);
  const least = belief + Math.log(loneA.length * loneB.length) / 2;
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
  return [...chosen].filter(([i, j]) => best.get(j)?.i === i).map(([i, j]) => ({ i, j }));
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
