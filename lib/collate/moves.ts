import type { Run } from './sequence';

/** A stretch of both sequences that is the same and stands in different places. */
export interface Move {
  a: [from: number, to: number];
  b: [from: number, to: number];
}

/** Moves are looked up by runs of so many tokens. */
const gram = 3;
/** Where more places than this begin with the same run, it is a formula and no move. */
const mostPlaces = 16;

/**
 * Finds moved phrases: the longest stretches that one sequence lacks where the other has them,
 * and has elsewhere.
 *
 * @param weigh what a token of a adds to a phrase: 0 for marks, more for words that carry meaning.
 *   A move must come to `least`.
 */
export function findMoves(
  runs: readonly Run[],
  a: readonly string[],
  b: readonly string[],
  weigh: (index: number) => number,
  least = 4,
): Move[] {
  const changed = runs.filter(({ equal }) => !equal);
  const places = new Map<string, number[]>();
  const gramAt = (tokens: readonly string[], at: number) =>
    tokens.slice(at, at + gram).join('\u0000');
  const endOfB = new Map<number, number>();
  for (const { b: stretch } of changed) {
    for (let j = stretch[0]; j + gram <= stretch[1]; j++) {
      const key = gramAt(b, j);
      const known = places.get(key);
      if (known) known.push(j);
      else places.set(key, [j]);
      endOfB.set(j, stretch[1]);
    }
  }
  const candidates: (Move & { weight: number })[] = [];
  changed.forEach(({ a: [from, to], b: own }) => {
    for (let i = from; i + gram <= to; i++) {
      const there = places.get(gramAt(a, i));
      if (!there || there.length > mostPlaces) continue;
      for (const j of there) {
        // Within one change words are merely set anew, not moved.
        if (j >= own[0] && j < own[1]) continue;
        if (i > from && j > 0 && a[i - 1] === b[j - 1] && endOfB.has(j - 1)) continue;
        let length = gram;
        while (i + length < to && j + length < endOfB.get(j)! && a[i + length] === b[j + length])
          length++;
        let weight = 0;
        for (let k = i; k < i + length; k++) weight += weigh(k);
        if (weight >= least) candidates.push({ a: [i, i + length], b: [j, j + length], weight });
      }
    }
  });
  // The weightiest first; beyond some thousands the rest are scraps.
  candidates.sort((x, y) => y.weight - x.weight || x.a[0] - y.a[0] || x.b[0] - y.b[0]);
  const found: Move[] = [];
  const free = (stretch: [number, number], side: 'a' | 'b') =>
    found.every((move) => move[side][1] <= stretch[0] || stretch[1] <= move[side][0]);
  for (const { a: x, b: y } of candidates.slice(0, 5000)) {
    if (free(x, 'a') && free(y, 'b')) found.push({ a: x, b: y });
  }
  return found.sort((x, y) => x.a[0] - y.a[0]);
}

/** Cuts runs so that moved phrases stand alone, each with its number on both sides. */
export function splitMoves(runs: readonly Run[], moves: readonly Move[]): Run[] {
  if (moves.length === 0) return [...runs];
  return runs.flatMap((run): Run[] => {
    if (run.equal) return [run];
    const a = pieces(run.a, moves, 'a');
    const b = pieces(run.b, moves, 'b');
    if (a.length <= 1 && b.length <= 1 && a[0]?.move === undefined && b[0]?.move === undefined)
      return [run];
    const out: Run[] = [];
    let [atA, atB] = [run.a[0], run.b[0]];
    const put = (x: Piece | undefined, y: Piece | undefined) => {
      const [toA, toB] = [x?.to ?? atA, y?.to ?? atB];
      const move = x?.move ?? y?.move;
      out.push({
        equal: false,
        a: [atA, toA],
        b: [atB, toB],
        ...(move === undefined ? {} : { move }),
      });
      [atA, atB] = [toA, toB];
    };
    // Moves stand alone; what is left on either side between them stands for each other.
    while (a.length > 0 || b.length > 0) {
      if (a[0]?.move !== undefined) put(a.shift(), undefined);
      else if (b[0]?.move !== undefined) put(undefined, b.shift());
      else put(a.shift(), b.shift());
    }
    return out;
  });
}

interface Piece {
  to: number;
  move?: number;
}

function pieces([from, to]: [number, number], moves: readonly Move[], side: 'a' | 'b'): Piece[] {
  const inside = moves
    .map((move, number) => ({ stretch: move[side], number }))
    .filter(({ stretch }) => stretch[0] >= from && stretch[1] <= to)
    .sort((x, y) => x.stretch[0] - y.stretch[0]);
  const out: Piece[] = [];
  let at = from;
  for (const { stretch, number } of inside) {
    if (stretch[0] > at) out.push({ to: stretch[0] });
    out.push({ to: stretch[1], move: number });
    at = stretch[1];
  }
  if (to > at) out.push({ to });
  return out;
}
