import { type Band, rising } from './band';
import { type Bead, isPaired } from './bead';

/** Beads that are looked at together. */
const windowSize = 40;
/** How many segments alone on each side show that the path may have left the right one. */
const minAlone = 4;
/** Segments before and after such a stretch, in which the path may have left the right one and come back. */
const reach = 100;
/** Cells that are opened in all. */
const maxCells = 3_000_000;

/**
 * The band in which to search again where a path may have been led astray: where many segments of both sides
 * are alone, side by side. Where something is left out or added, segments of one side are; on a wrong path
 * neither side finds its counterparts.
 *
 * @param beads of the path, in order, which cover both sides.
 * @param band the cells that the paths of the last search pass through.
 * @returns the band with the whole rectangle of each such stretch; null where there is none.
 */
export function reopenedBand(
  beads: readonly Bead[],
  band: Band,
  n: number,
  m: number,
): Band | null {
  const stretches = derailedStretches(beads);
  if (stretches.length === 0) return null;
  const from = band.from.slice();
  const to = band.to.slice();
  let cells = 0;
  for (const { a, b } of stretches) {
    const [i0, i1] = [Math.max(0, a[0] - reach), Math.min(n, a[1] + reach)];
    const [j0, j1] = [Math.max(0, b[0] - reach), Math.min(m, b[1] + reach)];
    // Of one that is too large, what is nearest to the path.
    const room = Math.floor((maxCells - cells) / (2 * (i1 - i0 + 1)));
    if (room < reach) break;
    for (let i = i0; i <= i1; i++) {
      const [low, high] = [from[i], to[i]];
      from[i] = Math.min(low, Math.max(j0, low - room));
      to[i] = Math.max(high, Math.min(j1, high + room));
      cells += to[i] - from[i] - (high - low);
    }
  }
  return rising({ from, to }, m);
}

interface Stretch {
  /** First and last segment of each side, the last excluded. */
  a: [number, number];
  b: [number, number];
}

function derailedStretches(beads: readonly Bead[]): Stretch[] {
  const found: Stretch[] = [];
  const [starts, ends] = placesOf(beads);
  const alone = { a: 0, b: 0 };
  let last = -1;
  beads.forEach((bead, k) => {
    count(alone, bead, 1);
    if (k >= windowSize) count(alone, beads[k - windowSize], -1);
    if (alone.a < minAlone || alone.b < minAlone) return;
    const first = Math.max(0, k - windowSize + 1);
    if (first <= last && found.length > 0) {
      const stretch = found[found.length - 1];
      [stretch.a[1], stretch.b[1]] = ends[k];
    } else {
      found.push({ a: [starts[first][0], ends[k][0]], b: [starts[first][1], ends[k][1]] });
    }
    last = k;
  });
  return found;
}

function count(alone: { a: number; b: number }, bead: Bead, by: 1 | -1): void {
  if (isPaired(bead)) return;
  alone.a += by * bead.a.length;
  alone.b += by * bead.b.length;
}

/** How many segments of each side are before each bead, and up to its end. */
function placesOf(beads: readonly Bead[]): [starts: [number, number][], ends: [number, number][]] {
  const starts: [number, number][] = [];
  const ends: [number, number][] = [];
  let [i, j] = [0, 0];
  for (const { a, b } of beads) {
    starts.push([i, j]);
    i += a.length;
    j += b.length;
    ends.push([i, j]);
  }
  return [starts, ends];
}
