import { heaviestChain } from './anchors';
import { type Bead, byOrder, isPaired } from './bead';
import type { AlignmentText, Groups } from './text';

/** Beads on either side of a confirmed place that are aligned anew with it, in long texts. */
const margin = 60;
/** Alignments of this many beads or fewer are done again whole. */
const short = 400;

/** Aligns a stretch of two texts within groups: see `alignParagraphs`. */
export type AlignStretch = (a: AlignmentText, b: AlignmentText, groups: Groups) => Bead[];

/**
 * An alignment in which some beads are confirmed by a person: those stand to the letter, and the
 * rest is aligned between them. A confirmed bead that crosses the order of the others is a
 * transposition; a confirmed segment without counterpart is kept out of what is aligned.
 *
 * In long texts only the surroundings of confirmed places are aligned again; the beads of
 * `computed` stand elsewhere.
 *
 * @param computed the alignment as the aligner has it, covering both texts.
 * @param confirmed disjoint beads, each side a run of neighbouring segments.
 */
export function alignAround(
  a: AlignmentText,
  b: AlignmentText,
  computed: readonly Bead[],
  confirmed: readonly Bead[],
  align: AlignStretch,
): Bead[] {
  if (confirmed.length === 0) return [...computed];
  const taken = { a: segmentsOf(confirmed, 'a'), b: segmentsOf(confirmed, 'b') };
  const touches = (bead: Bead) =>
    bead.a.some((i) => taken.a.has(i)) || bead.b.some((j) => taken.b.has(j));
  const chain = chainOf(confirmed, b.segments.length);
  const inOrder = new Set(chain);
  const aside = confirmed
    .filter((bead) => !inOrder.has(bead))
    .map((bead) => confirmedBead(bead, isPaired(bead)));
  const elsewhere = computed.filter((bead) => bead.transposition && !touches(bead));
  const out = [...aside, ...elsewhere];
  const gone = { a: segmentsOf(out, 'a'), b: segmentsOf(out, 'b') };

  // What is left, in order; where a passage that stood elsewhere is overruled, its ends are free.
  const left = byOrder(
    computed.flatMap((bead): Bead[] => {
      if (!bead.transposition) return [bead];
      if (!touches(bead)) return [];
      return [
        { a: bead.a, b: [], score: 0 },
        { a: [], b: bead.b, score: 0 },
      ];
    }),
  );
  const found = stretches(left, left.map(touches), chain).flatMap(([from, to, again]) => {
    const beads = left.slice(from, to);
    if (!again) return beads;
    const free = (side: 'a' | 'b') =>
      beads
        .flatMap((bead) => bead[side])
        .filter((s) => !gone[side].has(s))
        .sort((x, y) => x - y);
    return alignWithin(a, b, free('a'), free('b'), chain, align);
  });
  return byOrder([...found, ...out]);
}

function segmentsOf(beads: readonly Bead[], side: 'a' | 'b'): Set<number> {
  return new Set(beads.flatMap((bead) => bead[side]));
}

function confirmedBead({ a, b }: Bead, transposition: boolean): Bead {
  return { a, b, score: 1, origin: 'confirmed', ...(transposition ? { transposition } : {}) };
}

/** The confirmed pairs that keep the order of both texts, as many segments of them as can be. */
function chainOf(confirmed: readonly Bead[], columns: number): Bead[] {
  const pairs = confirmed.filter(isPaired).sort((x, y) => x.a[0] - y.a[0]);
  const chain = heaviestChain(
    pairs.map((bead) => ({ i: bead.a[0], j: bead.b[0], weight: bead.a.length + bead.b.length })),
    columns,
  );
  const starts = new Set(chain.map(({ i }) => i));
  return pairs.filter((bead) => starts.has(bead.a[0]));
}

/**
 * Runs of beads to keep and to do again: `[from, to, again]`. Around what a person has touched a
 * margin is done again; all between the two ends of a confirmed pair is, wherever they were.
 */
function stretches(
  beads: readonly Bead[],
  touched: readonly boolean[],
  chain: readonly Bead[],
): [from: number, to: number, again: boolean][] {
  if (beads.length <= short) return [[0, beads.length, true]];
  const again = new Uint8Array(beads.length);
  const mark = (first: number, last: number) =>
    again.fill(1, Math.max(0, first - margin), last + margin + 1);
  touched.forEach((yes, k) => {
    if (yes) mark(k, k);
  });
  const home = {
    a: new Map(beads.flatMap((bead, k) => bead.a.map((i) => [i, k]))),
    b: new Map(beads.flatMap((bead, k) => bead.b.map((j) => [j, k]))),
  };
  for (const bead of chain) {
    const homes = [...bead.a.map((i) => home.a.get(i)!), ...bead.b.map((j) => home.b.get(j)!)];
    mark(Math.min(...homes), Math.max(...homes));
  }
  const out: [number, number, boolean][] = [];
  for (let from = 0, k = 1; k <= again.length; k++) {
    if (k < again.length && again[k] === again[from]) continue;
    out.push([from, k, again[from] === 1]);
    from = k;
  }
  return out;
}

/** Aligns the given segments, each confirmed pair and each gap between two of them a group. */
function alignWithin(
  a: AlignmentText,
  b: AlignmentText,
  inA: readonly number[],
  inB: readonly number[],
  chain: readonly Bead[],
  align: AlignStretch,
): Bead[] {
  const [hereA, hereB] = [new Set(inA), new Set(inB)];
  const here = chain.filter((bead) => hereA.has(bead.a[0]) && hereB.has(bead.b[0]));
  const groupOf = (segments: readonly number[], side: 'a' | 'b') => {
    const own = new Map(here.flatMap((bead, k) => bead[side].map((s) => [s, 2 * k + 1])));
    let group = 0;
    return Int32Array.from(segments, (s) => {
      const confirmedHere = own.get(s);
      if (confirmedHere !== undefined) group = confirmedHere;
      else if (group % 2 === 1) group++;
      return group;
    });
  };
  // Where no segment stands between two pairs on one side, the numbers still rise alike.
  const groups = { a: groupOf(inA, 'a'), b: groupOf(inB, 'b') };
  const pick = ({ language, segments }: AlignmentText, places: readonly number[]) => ({
    language,
    segments: places.map((s) => segments[s]),
  });
  const beads = align(pick(a, inA), pick(b, inB), groups)
    .filter((bead) => groupOfBead(bead, groups) % 2 === 0)
    .map((bead) => ({ ...bead, a: bead.a.map((i) => inA[i]), b: bead.b.map((j) => inB[j]) }));
  return [...beads, ...here.map((bead) => confirmedBead(bead, false))];
}

function groupOfBead({ a, b }: Bead, groups: Groups): number {
  return a.length > 0 ? groups.a[a[0]] : groups.b[b[0]];
}
