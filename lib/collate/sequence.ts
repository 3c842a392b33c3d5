import { diffArrays } from 'diff';

/** A run of two token sequences: equal, or a stretch of one standing for a stretch of the other. */
export interface Run {
  equal: boolean;
  a: [from: number, to: number];
  b: [from: number, to: number];
}

/** Stretches with no shared rare word and more edits than this are told as one replacement. */
const mostEdits = 3000;

/**
 * Compares two sequences. Long ones are first cut at tokens that are unique in both (patience
 * diff, after Bram Cohen), each stretch then by Myers' algorithm (the package `diff`); a stretch
 * too different for that is bounded by `mostEdits` and comes out as one replacement.
 *
 * @returns runs that cover both sequences in order; neighbours differ in `equal`.
 */
export function compareSequences(a: readonly string[], b: readonly string[]): Run[] {
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
    while (a0 + head < a1 && b0 + head < b1 && a[a0 + head] === b[b0 + head]) head++;
    push(true, a0, a0 + head, b0, b0 + head);
    a0 += head;
    b0 += head;
    let tail = 0;
    while (a1 - tail > a0 && b1 - tail > b0 && a[a1 - tail - 1] === b[b1 - tail - 1]) tail++;
    if (tail > 0) {
      stretches.push([a1 - tail, a1, b1 - tail, b1]);
      a1 -= tail;
      b1 -= tail;
    }
    if (a0 === a1 || b0 === b1) push(false, a0, a1, b0, b1);
    else if (a1 - a0 + b1 - b0 > 400) {
      const anchors = uniqueAnchors(a, a0, a1, b, b0, b1);
      if (anchors.length === 0) myers(a, a0, a1, b, b0, b1, push);
      else {
        let [endA, endB] = [a1, b1];
        for (const [i, j] of anchors.reverse()) {
          stretches.push([i, endA, j, endB]);
          [endA, endB] = [i, j];
        }
        stretches.push([a0, endA, b0, endB]);
      }
    } else myers(a, a0, a1, b, b0, b1, push);
  }
  return runs;
}

type Push = (equal: boolean, a0: number, a1: number, b0: number, b1: number) => void;

function myers(
  a: readonly string[],
  a0: number,
  a1: number,
  b: readonly string[],
  b0: number,
  b1: number,
  push: Push,
): void {
  const changes = diffArrays(a.slice(a0, a1) as string[], b.slice(b0, b1) as string[], {
    maxEditLength: mostEdits,
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

/** Tokens unique in both stretches, as the longest rising chain of (i, j); never at the start. */
function uniqueAnchors(
  a: readonly string[],
  a0: number,
  a1: number,
  b: readonly string[],
  b0: number,
  b1: number,
): [number, number][] {
  const once = (tokens: readonly string[], from: number, to: number) => {
    const at = new Map<string, number>();
    for (let k = from; k < to; k++) at.set(tokens[k], at.has(tokens[k]) ? -1 : k);
    return at;
  };
  const inB = once(b, b0, b1);
  const pairs: [number, number][] = [];
  for (const [token, i] of once(a, a0, a1)) {
    const j = inB.get(token);
    if (i >= 0 && j !== undefined && j >= 0) pairs.push([i, j]);
  }
  pairs.sort((x, y) => x[0] - y[0]);
  // Longest increasing subsequence by patience sorting.
  const tops: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(([, j], k) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tops[middle]][1] < j) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[k] = tops[low - 1];
    tops[low] = k;
  });
  const chain: [number, number][] = [];
  for (let k = tops.at(-1) ?? -1; k >= 0; k = previous[k]) chain.push(pairs[k]);
  return chain.reverse().filter(([i, j]) => i > a0 || j > b0);
}
