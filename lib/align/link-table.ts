/** A link between a word of a (a row) and one of b (a column). */
export interface TableLink {
  i: number;
  j: number;
  /** How sure the link is, 0 to 1. */
  score: number;
}

/** Agreement of both directions from which on a link is made… */
const weakest = 0.25;
/** … and from which on a word joins a link beside it, as phrases do. */
const joining = 0.3;

/**
 * Turns the probabilities of both directions into links.
 *
 * Both are multiplied, so that a link stands only where each word is explained by the other; of
 * those the best are taken first, one to one. Then words that stand beside a link join it if one
 * direction says so, as phrases grow in Och and Ney (2003).
 *
 * @param forward row by row: the probability that word j of b renders word i of a.
 * @param backward likewise, that word i of a renders word j of b.
 * @param idleA, idleB 1 for the words that are not linked: particles.
 */
export function linkTable(
  forward: Float64Array,
  backward: Float64Array,
  idleA: Uint8Array,
  idleB: Uint8Array,
): TableLink[] {
  const [n, m] = [idleA.length, idleB.length];
  const agreed = forward.map((p, cell) => Math.sqrt(p * backward[cell]));
  const links: TableLink[] = [];
  const rowOf = new Int32Array(m).fill(-1);
  const columnOf = new Int32Array(n).fill(-1);
  const candidates: TableLink[] = [];
  agreed.forEach((score, cell) => {
    if (score >= weakest) candidates.push({ i: Math.floor(cell / m), j: cell % m, score });
  });
  candidates.sort((x, y) => y.score - x.score);
  for (const link of candidates) {
    const { i, j } = link;
    if (columnOf[i] >= 0 || rowOf[j] >= 0) continue;
    columnOf[i] = j;
    rowOf[j] = i;
    links.push(link);
  }
  const grown: TableLink[] = [];
  for (const { i, j } of links) {
    for (const [x, y] of [
      [i - 1, j],
      [i + 1, j],
      [i, j - 1],
      [i, j + 1],
    ]) {
      if (x < 0 || y < 0 || x >= n || y >= m || (columnOf[x] >= 0 && rowOf[y] >= 0)) continue;
      const score = agreed[x * m + y];
      if (score >= joining) grown.push({ i: x, j: y, score });
    }
  }
  return [...links, ...grown]
    .filter(({ i, j }) => !idleA[i] && !idleB[j])
    .sort((x, y) => x.i - y.i || x.j - y.j);
}
