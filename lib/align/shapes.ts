import type { Shape } from './lattice';

const deepest = 4;

/**
 * Shapes of beads with the logs of their frequency: Gale and Church's counts for the common
 * ones, a geometric tail for the rest.
 */
export const allShapes: readonly Shape[] = [
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
/** The most segments of one side that a bead may have. */
export const widest = Math.max(...allShapes.map(({ p }) => p));
/** Enough for a first path through a long text, which only guides and teaches the second. */
export const plainShapes = allShapes.filter(({ p, q }) => p + q <= 3);

/** Beads' worth of faith in the usual frequency of shapes. */
const faith = 40;

/**
 * The shapes with the frequencies of these very texts, as a pass over them shows.
 *
 * @param usual the shapes that the pass has tried; others keep their usual frequency, as what was
 *   not tried was not seen.
 * @param counts for each of `usual`, how many beads of it the pass has found on average.
 */
export function countedShapes(
  shapes: readonly Shape[],
  usual: readonly Shape[],
  counts: Float64Array,
): Shape[] {
  const total = counts.reduce((x, y) => x + y, 0);
  const seenOf = new Map(usual.map(({ p, q }, s) => [`${p}-${q}`, counts[s]]));
  return shapes.map(({ p, q, prior }) => {
    const seen = seenOf.get(`${p}-${q}`);
    if (seen === undefined) return { p, q, prior };
    return { p, q, prior: Math.log((seen + faith * Math.exp(prior)) / (total + faith)) };
  });
}
