import { surelyCloses, surelyOpens } from './mark-sides';
import { type Candidate, isMark, type Move, maxDistance, phraseMoves } from './phrase-moves';
import type { Run } from './sequence';

/** Tokens of the runs by which moves are looked up. */
const gram = 3;
/** Where more places than this begin with the same run, it is a formula and no move. */
const maxPlaces = 16;

/** A move of words found anywhere must come to this weight. */
const minWeight = 4;
/** One of words found once and near: “by the river”. */
const nearWeight = 2.5;

/**
 * Finds moved phrases: the longest stretches that one sequence lacks where the other has them,
 * and has elsewhere; and short ones that are all that has changed in their places.
 *
 * @param weigh what a token of a adds to a phrase: 0 for marks, more for words that carry meaning.
 */
export function findMoves(
  runs: readonly Run[],
  tokensA: readonly string[],
  tokensB: readonly string[],
  weigh: (index: number) => number,
): Move[] {
  // A word that opens a sentence here and not there has another capital.
  const [a, b] = [tokensA, tokensB].map((tokens) => tokens.map((text) => text.toLowerCase()));
  const changed = runs.filter(({ equal }) => !equal);
  // Where whole sections have moved, chance agreements between them cut those into pieces.
  const whole = dissolve(runs).filter(({ equal }) => !equal);
  const candidates = [...longMoves(whole, a, b, weigh), ...phraseMoves(changed, a, b, weigh)];
  // The weightiest first; beyond some thousands the rest are scraps.
  candidates.sort(
    (x, y) => y.weight - x.weight || x.a[0] - y.a[0] || y.a[1] - x.a[1] || x.b[0] - y.b[0],
  );
  const found: Move[] = [];
  const free = (stretch: [number, number], side: 'a' | 'b') =>
    found.every((move) => move[side][1] <= stretch[0] || stretch[1] <= move[side][0]);
  for (const { a: x, b: y } of candidates.slice(0, 5000)) {
    if (free(x, 'a') && free(y, 'b')) found.push({ a: x, b: y });
  }
  return found.sort((x, y) => x.a[0] - y.a[0]);
}

/** An agreement this much shorter than the differences on both of its sides is chance. */
const chanceShare = 1 / 8;

function dissolve(runs: readonly Run[]): Run[] {
  const size = ({ a, b }: Run) => Math.min(a[1] - a[0], b[1] - b[0]);
  const out: Run[] = [];
  runs.forEach((run, k) => {
    const last = out.at(-1);
    const next = runs[k + 1];
    const chance =
      run.equal &&
      last?.equal === false &&
      next &&
      size(run) <= chanceShare * Math.max(longer(last), longer(next));
    if (last && (chance || last.equal === run.equal)) {
      last.a = [last.a[0], run.a[1]];
      last.b = [last.b[0], run.b[1]];
    } else out.push({ equal: run.equal, a: [...run.a], b: [...run.b] });
  });
  return out;
}

const longer = ({ a, b }: Run): number => Math.max(a[1] - a[0], b[1] - b[0]);

/** Runs in which the chance agreements are gone that lie within moved phrases. */
export function withoutChance(runs: readonly Run[], moves: readonly Move[]): Run[] {
  const moved = (side: 'a' | 'b', [from, to]: [number, number]) =>
    moves.some((move) => move[side][0] < to && from < move[side][1]);
  const out: Run[] = [];
  for (const run of runs) {
    const equal = run.equal && !moved('a', run.a) && !moved('b', run.b);
    const last = out.at(-1);
    if (last && !last.equal && !equal) {
      last.a = [last.a[0], run.a[1]];
      last.b = [last.b[0], run.b[1]];
    } else out.push({ equal, a: [...run.a], b: [...run.b] });
  }
  return out;
}

/** Stretches of some length, wherever they stand. */
function longMoves(
  changed: readonly Run[],
  a: readonly string[],
  b: readonly string[],
  weigh: (index: number) => number,
): Candidate[] {
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
  const candidates: Candidate[] = [];
  changed.forEach(({ a: [from, to], b: own }) => {
    for (let i = from; i + gram <= to; i++) {
      const there = places.get(gramAt(a, i));
      if (!there || there.length > maxPlaces) continue;
      for (const j of there) {
        // Within one change words are merely set anew, not moved.
        if (j >= own[0] && j < own[1]) continue;
        if (i > from && j > 0 && a[i - 1] === b[j - 1] && endOfB.has(j - 1)) continue;
        let length = gram;
        while (i + length < to && j + length < endOfB.get(j)! && a[i + length] === b[j + length])
          length++;
        // A stop before the phrase, or a bracket after it, is of what stands beside it.
        let skipped = 0;
        while (isMark(a[i + skipped]) && surelyCloses(a[i + skipped]) && skipped < length)
          skipped++;
        while (length > skipped && surelyOpens(a[i + length - 1])) length--;
        let weight = 0;
        for (let k = i + skipped; k < i + length; k++) weight += weigh(k);
        const near = there.length === 1 && Math.abs(i - from + (own[0] - j)) <= maxDistance;
        // A phrase that stands once on either side, and near, need not be so long.
        if (weight >= (near ? nearWeight : minWeight))
          candidates.push({ a: [i + skipped, i + length], b: [j + skipped, j + length], weight });
      }
    }
  });
  return candidates;
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
