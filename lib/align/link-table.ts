/** A link between a word of a (a row) and one of b (a column). */
export interface TableLink {
  i: number;
  j: number;
  /** How sure the link is, 0 to 1. */
  score: number;
}

/** Agreement of both directions from which on a link is made. */
const minAgreement = 0.3;
/** How sure one direction must be for a word to join a link beside it, and what that counts. */
const joining = { min: 0.9, share: 0.6 };

/**
 * Turns the probabilities of both directions into links.
 *
 * Both are multiplied, so that a link stands only where each word is explained by the other; of
 * those the best are taken first, one to one. Then words that stand beside a link, idle ones not
 * counted, join it if one direction is sure of it, as phrases grow in Och and Ney (2003).
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
    if (score >= minAgreement) candidates.push({ i: Math.floor(cell / m), j: cell % m, score });
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
      [beside(idleA, i, -1), j],
      [beside(idleA, i, 1), j],
      [i, beside(idleB, j, -1)],
      [i, beside(idleB, j, 1)],
    ]) {
      if (x < 0 || y < 0 || x >= n || y >= m || (columnOf[x] >= 0 && rowOf[y] >= 0)) continue;
      const either = Math.max(forward[x * m + y], backward[x * m + y]);
      const score = Math.max(agreed[x * m + y], either * joining.share);
      if (either >= joining.min) grown.push({ i: x, j: y, score });
    }
  }
  return [...links, ...grown]
    .filter(({ i, j }) => !idleA[i] && !idleB[j])
    .map((link) => ({ ...link, score: calibrated(link.score) }))
    .sort((x, y) => x.i - y.i || x.j - y.j);
}

/** The next word in a direction that is not idle. */
function beside(idle: Uint8Array, from: number, step: 1 | -1): number {
  let at = from + step;
  while (idle[at]) at += step;
  return at;
}

/**
 * Agreement as a probability that the link is right. Draws are too sure of themselves, as words of
 * a passage confirm each other: log odds are a little more than a third of what they say. Fitted on
 * nine books in three pairs of Bibles whose words carry the numbers of their sources.
 */
function calibrated(agreement: number): number {
  const odds = agreement / Math.max(1e-9, 1 - agreement);
  const tempered = 1.5 * odds ** 0.4;
  return tempered / (1 + tempered);
}
