import { diffArrays } from 'diff';
import { anchorsOf, type Places } from './anchors';

/** A run of two token sequences: equal, or a stretch of one standing for a stretch of the other. */
export interface Run {
  equal: boolean;
  a: [from: number, to: number];
  b: [from: number, to: number];
  /** For words that stand elsewhere in the other sequence: the number both places share. */
  move?: number;
}

/** Stretches with no shared rare word and more edits than this are reported as one replacement. */
const maxEdits = 3000;

/**
 * Compares two sequences. Long ones are first cut at tokens that are unique in both (patience
 * diff), each stretch then by Myers' algorithm (the package `diff`); a stretch too different for
 * that is bounded by `maxEdits` and comes out as one replacement.
 *
 * @returns runs that cover both sequences in order; neighbours differ in `equal`.
 */
export function compareSequences(a: readonly string[], b: readonly string[]): Run[] {
  const number = numbering();
  const [x, y] = [places(a, number), places(b, number)];
  const runs: Run[] = [];
  const push = (equal: boolean, a0: number, a1: number, b0: number, b1: number) => {
    if (a0 === a1 && b0 === b1) return;
    const last = runs.at(-1);
    if (last && last.equal === equal) {
      last.a[1] = a1;
      last.b[1] = b1;
    } else runs.push({ equal, a: [a0, a1], b: [b0, b1] });
  };
  // A stack instead of recursion: anchors can be as many as words.
  const stretches: [number, number, number, number][] = [[0, a.length, 0, b.length]];
  while (stretches.length > 0) {
    let [a0, a1, b0, b1] = stretches.pop()!;
    let head = 0;
    while (a0 + head < a1 && b0 + head < b1 && x.ids[a0 + head] === y.ids[b0 + head]) head++;
    push(true, a0, a0 + head, b0, b0 + head);
    a0 += head;
    b0 += head;
    let tail = 0;
    while (a1 - tail > a0 && b1 - tail > b0 && x.ids[a1 - tail - 1] === y.ids[b1 - tail - 1])
      tail++;
    if (tail > 0) {
      stretches.push([a1 - tail, a1, b1 - tail, b1]);
      a1 -= tail;
      b1 -= tail;
    }
    if (a0 === a1 || b0 === b1) {
      push(false, a0, a1, b0, b1);
      continue;
    }
    const anchors = a1 - a0 + b1 - b0 > shortEnough ? anchorsOf(x, a0, a1, y, b0, b1) : [];
    if (anchors.length === 0) {
      myers(x.ids, a0, a1, y.ids, b0, b1, push);
      continue;
    }
    let [endA, endB] = [a1, b1];
    for (const [i, j] of anchors.reverse()) {
      stretches.push([i, endA, j, endB]);
      [endA, endB] = [i, j];
    }
    stretches.push([a0, endA, b0, endB]);
  }
  return runs;
}

/** Stretches of up to this many tokens in all go to Myers' algorithm as they are. */
const shortEnough = 400;

function numbering(): (token: string) => number {
  const known = new Map<string, number>();
  return (token) => {
    let id = known.get(token);
    if (id === undefined) {
      id = known.size;
      known.set(token, id);
    }
    return id;
  };
}

function places(tokens: readonly string[], number: (token: string) => number): Places {
  return {
    ids: Int32Array.from(tokens, number),
    starts: Int32Array.from({ length: tokens.length + 1 }, (_, k) => k),
  };
}

type Push = (equal: boolean, a0: number, a1: number, b0: number, b1: number) => void;

function myers(
  a: Int32Array,
  a0: number,
  a1: number,
  b: Int32Array,
  b0: number,
  b1: number,
  push: Push,
): void {
  const changes = diffArrays([...a.subarray(a0, a1)], [...b.subarray(b0, b1)], {
    maxEditLength: maxEdits,
  });
  if (!changes) {
    push(false, a0, a1, b0, b1);
    return;
  }
  let i = a0;
  let j = b0;
  for (const { added, removed, count = 0 } of changes) {
    const nextI = added ? i : i + count;
    const nextJ = removed ? j : j + count;
    push(!added && !removed, i, nextI, j, nextJ);
    i = nextI;
    j = nextJ;
  }
}
