/** A column of one profile set with a column of the other; −1 for none. */
export type Step = [i: number, j: number];

/** Stretches of more cells than this keep the order that they have. */
const maxCells = 250_000;
/** What a pair loses that stands at the opposite ends of its stretches. */
const distanceCost = 0.4;
/** What it costs to begin a gap: words without a counterpart stand together. */
const openGap = 0.1;
/** A stretch that has at least this many columns more than four times the other is a passage of its own. */
const passage = 12;
/** Any pair is better than none. */
const minPair = 0.01;

/**
 * Sets what two profiles have between two agreements face to face, as many columns as can be: an
 * alignment that counts matches alone leaves phrases of different lengths one after the other.
 *
 * @param isMatch whether two columns share a word, or have words much alike.
 * @param score what it is worth that two columns face each other; 0 where they must not.
 */
export function faceSteps(
  steps: readonly Step[],
  isMatch: (i: number, j: number) => boolean,
  score: (i: number, j: number) => number,
): Step[] {
  const out: Step[] = [];
  let left: number[] = [];
  let right: number[] = [];
  const flush = () => {
    for (const step of facePhrases(left, right, score)) out.push(step);
    left = [];
    right = [];
  };
  for (const [i, j] of steps) {
    if (i >= 0 && j >= 0 && isMatch(i, j)) {
      flush();
      out.push([i, j]);
      continue;
    }
    if (i >= 0) left.push(i);
    if (j >= 0) right.push(j);
  }
  flush();
  return out;
}

const pair = 0;
const gapRight = 1;
const gapLeft = 2;

/** Two phrases with nothing in common: the most pairs, near in place and alike in weight. */
function facePhrases(
  left: readonly number[],
  right: readonly number[],
  score: (i: number, j: number) => number,
): Step[] {
  const [n, m] = [left.length, right.length];
  if (n === 0 || m === 0 || n * m > maxCells) {
    return [...left.map((i): Step => [i, -1]), ...right.map((j): Step => [-1, j])];
  }
  // Beside a passage a few words stand where they are joined to what follows: they render no word of it.
  if (Math.max(n, m) > passage + 4 * Math.min(n, m)) {
    const alone = { left: left.map((i): Step => [i, -1]), right: right.map((j): Step => [-1, j]) };
    return n > m ? [...alone.left, ...alone.right] : [...alone.right, ...alone.left];
  }
  // Phrases of as many words stand word against word.
  if (n === m && left.every((i, k) => score(i, right[k]) > 0)) {
    return left.map((i, k): Step => [i, right[k]]);
  }
  const width = m + 1;
  // For each cell and ending, the best score, and the ending of the cell before.
  const best = new Float64Array(3 * (n + 1) * width).fill(-Infinity);
  const from = new Uint8Array(3 * (n + 1) * width);
  best[pair] = 0;
  const reach = (state: number, to: number, at: number, gain: number) => {
    for (let before = pair; before <= gapLeft; before++) {
      const opens = state !== pair && state !== before ? openGap : 0;
      const value = best[3 * at + before] + gain - opens;
      // The first of equals: pairs before gaps.
      if (value > best[3 * to + state]) {
        best[3 * to + state] = value;
        from[3 * to + state] = before;
      }
    }
  };
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      const at = i * width + j;
      if (i > 0 && j > 0) {
        const gain = score(left[i - 1], right[j - 1]);
        const apart = Math.abs((i - 0.5) / n - (j - 0.5) / m);
        if (gain > 0)
          reach(pair, at, at - width - 1, Math.max(minPair, gain - distanceCost * apart));
      }
      if (i > 0) reach(gapRight, at, at - width, 0);
      if (j > 0) reach(gapLeft, at, at - 1, 0);
    }
  }
  return trace(best, from, left, right);
}

function trace(
  best: Float64Array,
  from: Uint8Array,
  left: readonly number[],
  right: readonly number[],
): Step[] {
  const width = right.length + 1;
  let [i, j] = [left.length, right.length];
  let state = pair;
  for (let each = gapRight; each <= gapLeft; each++) {
    if (best[3 * (i * width + j) + each] > best[3 * (i * width + j) + state]) state = each;
  }
  const steps: Step[] = [];
  while (i > 0 || j > 0) {
    const before = from[3 * (i * width + j) + state];
    steps.push([state === gapLeft ? -1 : left[--i], state === gapRight ? -1 : right[--j]]);
    state = before;
  }
  return steps.reverse();
}
